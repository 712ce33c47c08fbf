"""Files of cases are read whole, or refused with every line that is wrong."""

from pathlib import Path

import pytest

from bot.evaluate.cases import CasesError, read_cases, spread
from tests.bot.evaluate.stall import CASES, write_stall


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_stall(tmp_path)
    assert read_cases([tmp_path / "cases.jsonl"]) == list(CASES)


def test_unknown_fields_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text('\n{"id": "a", "menu": "m", "text": "hi", "licence": {"x": [1]}}\n\n', "utf-8")
    (case,) = read_cases([path])
    assert (case.runs_on, case.sentences, case.wanted) == ("m", ("hi",), (None,))


def test_every_line_that_is_wrong_is_named(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text('{"id": "a", "menu": "m", "text": "hi"}\n', "utf-8")
    bad.write_bytes(
        b'{"id": "b", "menu": "m", "text": "hi"}\n'
        b'{"id": "c", "menu": "m", "text": "h\n'
        b"\n"
        b'{"id": "d", "menu": "m", "text": "\xff"}\n'
        b'{"id": "e", "text": "hi"}\n'
        b'{"id": "f", "menu": "m"}\n'
        b'{"id": "a", "menu": "m", "text": "again"}\n'
        b'{"id": "g", "menu": "m", "text": "hi", "slots": {"lines": [{"item_id": "x"}]}}\n'
        b"[]\n"
    )
    with pytest.raises(CasesError) as refused:
        read_cases([good, bad])
    heading, *problems = str(refused.value).splitlines()
    assert heading == "7 lines of the cases cannot be used:"
    assert [line.strip().removeprefix(str(tmp_path)) for line in problems] == [
        "/bad.jsonl:2: Invalid JSON: EOF while parsing a string at column 35",
        "/bad.jsonl:4: Invalid JSON: invalid unicode code point at column 36",
        "/bad.jsonl:5: menu: Field required",
        "/bad.jsonl:6: a case has a text, or turns",
        "/bad.jsonl:7: there was a case 'a' before",
        "/bad.jsonl:8: slots.lines.0.quantity: Field required",
        "/bad.jsonl:9: Input should be an object",
    ]


def test_no_more_problems_than_one_can_read(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text("x\n" * 1000, "utf-8")
    with pytest.raises(CasesError, match="1000 lines of the cases cannot be used; the first 20:"):
        read_cases([path])


def test_a_file_without_cases(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n", "utf-8")
    with pytest.raises(CasesError, match="no case in it"):
        read_cases([path])


@pytest.mark.parametrize(
    ("limit", "places"), [(1, [0]), (4, [0, 3, 6, 9]), (6, [0, 2, 4, 6, 8, 10])]
)
def test_a_limit_takes_cases_from_all_over(limit: int, places: list[int]) -> None:
    assert spread(CASES, limit) == [CASES[place] for place in places]


@pytest.mark.parametrize("limit", [None, len(CASES), 10_000])
def test_a_limit_nobody_reaches_takes_all(limit: int | None) -> None:
    assert spread(CASES, limit) == list(CASES)
