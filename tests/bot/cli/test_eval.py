"""`hotcart eval`: a command that needs nothing and leaves nothing but its predictions."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Hotcart, Ran
from tests.bot.evaluate.stall import CASES, dialog, write_stall
from tests.fakes.groq import fake_groq

EVAL = ("eval", "--menus", "menus", "--out", "out.jsonl")
NONE: dict[str, object] = {}


def predictions() -> list[dict[str, object]]:
    """What was written, without the words of the replies."""
    found = []
    for line in Path("out.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        for turn in record.get("turns", [record]):
            assert turn.pop("reply")
        found.append(record)
    return found


def cart(*lines: tuple[str, int]) -> list[dict[str, object]]:
    return [
        {"item_id": item, "quantity": quantity, "options": [], "without": []}
        for item, quantity in lines
    ]


def turn(intent: str, tool: str, args: object, *lines: tuple[str, int]) -> dict[str, object]:
    return {
        "intent": intent,
        "cart": cart(*lines),
        "order_placed": False,
        "source": "rules",
        "calls": [{"tool": tool, "args": args}],
    }


def wish(item: str, quantity: int) -> dict[str, object]:
    return {"lines": [{"item": item, "quantity": quantity}]}


def refused(ran: Ran) -> str:
    """What a command that could not be done has said."""
    assert (ran.code, ran.out) == (1, "")
    assert not Path("out.jsonl").exists()
    return ran.err


def test_cases_become_predictions_and_figures(hotcart: Hotcart) -> None:
    write_stall(Path())
    ran = hotcart(*EVAL, "cases.jsonl")
    assert (ran.code, ran.err) == (0, "")
    shown = [" ".join(line.split()) for line in ran.out.splitlines()]
    for row in ("orders 3", "stall 3", "cart edits 3", "dialogs 2", "out of scope 2"):
        assert any(line.startswith(f"{row} 100.0 % 0.0 % 0.0 %") for line in shown), row
    assert shown[-1].startswith("13 cases, 16 turns (16 by the rules), in ")
    written = {str(record["id"]): record for record in predictions()}
    assert [*written] == [case.id for case in CASES]
    two = ("samosa", 2)
    assert written["case 1"] == {
        "id": "case 1",
        "menu": "stall",
        **turn("add_to_cart", "add_to_cart", wish("samosa", 2), two),
    }
    assert written["case 2"]["cart"] == [
        {
            "item_id": "chai",
            "quantity": 1,
            "options": [{"group": "size", "option": "large"}],
            "without": [],
        }
    ]
    assert written["case 7"] == {
        "id": "case 7",
        "menu": "stall",
        **turn("out_of_scope", "not_understood", NONE),
    }
    assert written["case 12"] == {
        "id": "case 12",
        "menu": "stall",
        "turns": [
            turn("add_to_cart", "add_to_cart", wish("samosa", 2), two),
            turn("add_to_cart", "add_to_cart", wish("bun maska", 1), two, ("bun", 1)),
            turn("checkout", "checkout", NONE, two, ("bun", 1)),
        ],
    }


def test_a_chart_shows_the_menus_with_aliases_and_without(hotcart: Hotcart) -> None:
    write_stall(Path(), CASES[:3])
    ran = hotcart(*EVAL, "--bare", "bare.jsonl", "--chart", "chart.svg", "cases.jsonl")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("The chart is chart.svg.\n")
    chart = Path("chart.svg").read_text("utf-8")
    assert "3 cases through the real bot, read by the rules alone" in chart
    assert "menus with aliases" in chart
    assert "the same without aliases" in chart
    # "Chai" is an alias of the stall's.
    carts = [json.loads(line)["cart"] for line in Path("bare.jsonl").read_text().splitlines()]
    assert len(predictions()) == len(carts) == 3
    assert carts[0] == cart(("samosa", 2))


def test_a_chart_of_one_run_shows_one(hotcart: Hotcart) -> None:
    write_stall(Path(), CASES[:1])
    assert hotcart(*EVAL, "--chart", "chart.svg", "cases.jsonl").code == 0
    assert "the same without aliases" not in Path("chart.svg").read_text("utf-8")


async def test_a_model_is_measured_alone_or_with_the_rules(
    hotcart: Hotcart, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_stall(Path(), [dialog(1, ("samosas, two", []), ("a bun maska", []))])
    read: dict[str, Sequence[object]] = {}
    async with fake_groq() as groq:
        monkeypatch.setenv("GROQ_API_KEY", "key")
        monkeypatch.setenv("GROQ_BASE_URL", groq.url)
        for provider in ("groq", "chain"):
            groq.answers({"tool": "add_to_cart", "item": "samosa", "quantity": 2})
            groq.sends("out of order", status=500)
            ran = await asyncio.to_thread(hotcart, *EVAL, "--provider", provider, "cases.jsonl")
            assert ran.code == 0, ran.err
            (record,) = predictions()
            turns = record["turns"]
            assert isinstance(turns, list)
            read[provider] = [(each["source"], each["intent"]) for each in turns]
    assert read == {
        "groq": [("llm", "add_to_cart"), ("rules", "out_of_scope")],
        "chain": [("llm", "add_to_cart"), ("rules", "add_to_cart")],
    }


@pytest.mark.parametrize(
    ("provider", "needed"), [("groq", "GROQ_API_KEY"), ("chain", "GROQ_API_KEY or LLM_BASE_URL")]
)
def test_a_model_that_is_not_set_up_cannot_be_measured(
    hotcart: Hotcart, provider: str, needed: str
) -> None:
    write_stall(Path())
    assert refused(hotcart(*EVAL, "--provider", provider, "cases.jsonl")) == (
        f"hotcart: --provider {provider} asks a model: set {needed}, or take rules\n"
    )


def test_a_broken_line_is_named(hotcart: Hotcart) -> None:
    write_stall(Path())
    with Path("cases.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "last"\n')
    says = "hotcart: 1 line of the cases cannot be used:\n  cases.jsonl:14: Invalid JSON: "
    assert refused(hotcart(*EVAL, "cases.jsonl")).startswith(says)


def test_a_menu_that_is_missing_or_broken(hotcart: Hotcart) -> None:
    write_stall(Path())
    stall = Path("menus/stall.json")
    stall.write_text('{"currency": "INR"}', "utf-8")
    assert "hotcart: menus/stall.json: 1 problem" in refused(hotcart(*EVAL, "cases.jsonl"))
    stall.unlink()
    missing = "hotcart: menus has no stall.json, which 13 cases are for\n"
    assert refused(hotcart(*EVAL, "cases.jsonl")) == missing
    elsewhere = ("eval", "--menus", "none", "--out", "out.jsonl", "cases.jsonl")
    assert refused(hotcart(*elsewhere)) == "hotcart: there is no folder none with the menus\n"


def test_no_file_is_written_over_another(hotcart: Hotcart) -> None:
    write_stall(Path())
    cases = Path("cases.jsonl").read_bytes()
    says = "hotcart: each file needs a name of its own: cases, --out, --bare and --chart\n"
    assert refused(hotcart(*EVAL, "--bare", "out.jsonl", "cases.jsonl")) == says
    assert refused(hotcart(*EVAL, "--chart", "./cases.jsonl", "cases.jsonl")) == says
    assert Path("cases.jsonl").read_bytes() == cases


def test_a_cart_the_menu_does_not_have(hotcart: Hotcart) -> None:
    write_stall(Path())
    Path("cases.jsonl").write_text(
        '{"id": "a", "menu": "stall", "text": "hi",'
        ' "context": {"cart": [{"item_id": "pizza", "quantity": 1}]}}',
        "utf-8",
    )
    assert "case 'a' cannot start from its cart: " in refused(hotcart(*EVAL, "cases.jsonl"))


def test_what_cannot_be_read_or_written(hotcart: Hotcart) -> None:
    write_stall(Path())
    assert refused(hotcart(*EVAL, "no.jsonl")) == "hotcart: no.jsonl: No such file or directory\n"
    nowhere = ("eval", "--menus", "menus", "--out", "no/out.jsonl", "cases.jsonl")
    assert "there is no folder no to write out.jsonl to" in refused(hotcart(*nowhere))
    chart = refused(hotcart(*EVAL, "--chart", "no/chart.svg", "cases.jsonl"))
    assert "there is no folder no to write chart.svg to" in chart
