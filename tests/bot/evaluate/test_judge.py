"""What is held to be right and wrong, and how it is told."""

from collections.abc import Sequence

import pytest
from rich.console import Console

from bot.evaluate.cases import Case
from bot.evaluate.judge import CartState, Family, Judged, judge
from bot.evaluate.lines import Line
from bot.evaluate.predictions import Prediction, Turned
from bot.evaluate.summary import print_summary
from tests.bot.evaluate.stall import LARGE, dialog, edit, lines, order, untouched

DEFAULTS = {"size": "regular", "extras": None}
CHAI, BUN = lines("chai"), lines("bun")


def judged(case: Case, *turns: Turned) -> Judged:
    return judge(
        case,
        Prediction(id=case.id, menu="stall", dialog=bool(case.turns), turns=turns),
        DEFAULTS,
    )


def turned(*cart: Line, intent: str = "add_to_cart", placed: bool = False) -> Turned:
    return Turned(intent=intent, cart=cart, order_placed=placed)


@pytest.mark.parametrize(
    ("case", "cart", "family", "state"),
    [
        (order(1, "a chai", CHAI), [CHAI], Family.ORDER, "right"),
        (order(1, "a chai", CHAI), [BUN], Family.ORDER, "wrong"),
        (order(1, "a chai", CHAI), [], Family.ORDER, "idle"),
        (edit(1, "no bun", "remove_from_cart", [CHAI, BUN], CHAI), [CHAI], Family.EDIT, "right"),
        (edit(1, "no bun", "remove_from_cart", [CHAI, BUN], CHAI), [BUN], Family.EDIT, "wrong"),
        (edit(1, "no bun", "remove_from_cart", [CHAI, BUN], CHAI), [], Family.EDIT, "wrong"),
        (edit(1, "no bun", "x", [CHAI, BUN], CHAI), [BUN, CHAI], Family.EDIT, "idle"),
        (untouched(1, "sing", "out_of_scope"), [], Family.OUT_OF_SCOPE, "right"),
        (untouched(1, "sing", "out_of_scope"), [CHAI], Family.OUT_OF_SCOPE, "wrong"),
        (untouched(1, "hi", "greeting", CHAI), [CHAI], Family.OTHER, "right"),
        (untouched(1, "hi", "greeting", CHAI), [], Family.OTHER, "wrong"),
    ],
)
def test_a_cart_is_right_or_wrong_or_left(
    case: Case, cart: Sequence[Line], family: Family, state: CartState
) -> None:
    found = judged(case, turned(*cart))
    assert (found.family, found.cart) == (family, state)


def test_an_order_nobody_asked_for_is_wrong() -> None:
    sung = untouched(1, "sing", "out_of_scope", CHAI)
    assert judged(sung, turned(CHAI)).cart == "right"
    assert judged(sung, turned(CHAI, placed=True)).cart == "wrong"


def test_a_dialog_is_as_good_as_its_first_bad_turn() -> None:
    case = dialog(1, ("a chai", [CHAI]), ("a bun", [CHAI, BUN]), ("no chai", [BUN]))
    assert judged(case, turned(CHAI), turned(CHAI, BUN), turned(BUN)).cart == "right"
    stuck = judged(case, turned(CHAI), turned(CHAI), turned(BUN))
    assert (stuck.cart, stuck.worst, stuck.amiss) == ("idle", 1, 1)
    lost = judged(case, turned(CHAI), turned(BUN), turned(BUN))
    assert (lost.cart, lost.worst, lost.amiss) == ("wrong", 1, 1)


def test_what_a_case_does_not_say_is_not_judged() -> None:
    case = Case(id="a", menu="stall", text="yes", cart_effect="context")
    found = judged(case, turned(BUN))
    assert (found.family, found.cart, found.intent) == (Family.OTHER, None, None)


def told(cases: Sequence[Judged], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The summary, its lines with single blanks."""
    print_summary(cases, Console(width=100, highlight=False, markup=False))
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines() if line.strip()]


def test_the_figures_and_the_worst_cases(capsys: pytest.CaptureFixture[str]) -> None:
    toast = order(3, "a bun", BUN).model_copy(update={"menu": "[toast]"})
    cases = [
        judged(order(1, "a chai", CHAI), turned(lines("chai", options=[LARGE]))),
        judged(order(2, "5 chai\x1b", lines("chai", 5)), turned(BUN)),
        judged(toast, turned(BUN)),
        judged(untouched(4, "sing", "out_of_scope"), turned(CHAI)),
        judged(untouched(5, "hi", "greeting"), turned(intent="out_of_scope")),
        judged(untouched(6, "hum", "out_of_scope"), Turned(error="KeyError: 'x'")),
    ]
    heading, *shown = told(cases, capsys)
    assert heading == "cases cart right cart wrong left as it was intent accepted"
    assert shown == [
        "orders 3 33.3 % 66.7 % 0.0 % 100.0 %",
        "[toast] 1 100.0 % 0.0 % 0.0 % 100.0 %",
        "stall 2 0.0 % 100.0 % 0.0 % 100.0 %",
        "average of the menus 50.0 % 50.0 % 0.0 % 100.0 %",
        "out of scope 2 50.0 % 50.0 % 0.0 % 0.0 %",
        "other intents 1 100.0 % 0.0 % 0.0 % 0.0 %",
        "Broke the program: 1",
        'case 6 (stall): "hum"',
        "KeyError: 'x'",
        "False adds: 1",
        'case 4 (stall): "sing"',
        "wanted nothing",
        "got 1 chai",
        "Wrong carts: 2",
        'case 2 (stall): "5 chai\\u001b"',
        "wanted 5 chai",
        "got 1 bun",
        'case 1 (stall): "a chai"',
        "wanted 1 chai",
        "got 1 chai (large)",
        "Wrong intents: 1",
        'case 5 (stall): "hi"',
        "wanted greeting; got out_of_scope",
    ]


def test_ten_cases_of_a_kind_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    cases = [judged(order(n, "a chai", CHAI), turned(BUN)) for n in range(30)]
    shown = told(cases, capsys)
    assert "Wrong carts: 30" in shown
    assert sum(line.startswith("case ") for line in shown) == 10
