"""The shares that are told, and the picture of them."""

from collections.abc import Sequence
from xml.etree import ElementTree

from bot.evaluate.cases import Case
from bot.evaluate.chart import draw
from bot.evaluate.figures import AVERAGE, TRAP, Figures, Share, figures_of
from bot.evaluate.judge import Judged, judge
from bot.evaluate.lines import Line
from bot.evaluate.predictions import Prediction, Turned
from tests.bot.evaluate.stall import dialog, edit, lines, order, untouched

CHAI, BUN = lines("chai"), lines("bun")
SVG = "{http://www.w3.org/2000/svg}"


def came(case: Case, *cart: Line, intent: str = "add_to_cart", source: str = "") -> Judged:
    named = case.model_copy(update={"source": source})
    turns = tuple(Turned(intent=intent, cart=cart) for _ in case.sentences)
    made = Prediction(id=case.id, menu="stall", dialog=bool(case.turns), turns=turns)
    return judge(named, made, {})


def on(menu: str, case: Case) -> Case:
    return case.model_copy(update={"menu": menu})


JUDGED: Sequence[Judged] = (
    came(on("big", order(1, "a chai", CHAI)), CHAI, source="stand"),
    came(on("big", order(2, "a chai", CHAI)), CHAI, source="stand"),
    came(on("big", order(3, "a chai", CHAI)), BUN, source="stand"),
    came(on("small", order(4, "a chai", CHAI)), source="street"),
    came(edit(5, "no bun", "remove_from_cart", [CHAI, BUN], CHAI), CHAI),
    came(untouched(6, "sing", "out_of_scope"), intent="out_of_scope", source="street"),
    came(
        untouched(7, "chai is a colour", "out_of_scope").model_copy(update={"tags": (TRAP,)}), CHAI
    ),
    came(untouched(8, "hello", "greeting"), intent="out_of_scope", source="street"),
    came(dialog(9, ("a chai", [CHAI])), CHAI),
)


def test_every_menu_counts_the_same() -> None:
    menus = figures_of(JUDGED).menus
    assert menus["big"] == Share(3, 2 / 3, 1 / 3)
    assert menus["small"] == Share(1, 0, 0)
    assert menus[AVERAGE] == Share(4, 1 / 3, 1 / 6)


def test_harm_is_a_cart_nobody_asked_for() -> None:
    harms = figures_of(JUDGED).harms
    assert harms["orders"].wrong == 0.25
    assert harms["off topic"] == Share(2, 0.5, 0.5)
    assert harms["off topic with a dish"] == Share(1, 0, 1)


def test_what_was_understood_by_source() -> None:
    sources = figures_of(JUDGED).sources
    assert sources["stand"] == Share(3, 2 / 3, 1 / 3)
    # An order that was not taken, a song nobody sings, and a greeting that was not known as one.
    assert sources["street"] == Share(3, 1 / 3, 0)


def test_of_what_there_was_nothing_there_is_no_figure() -> None:
    assert figures_of([JUDGED[0]]).kinds.keys() == {"intents accepted"}
    assert figures_of([]) == Figures({}, {}, {}, {})


def drawn(*runs: str) -> ElementTree.Element:
    return parsed(draw({run: figures_of(JUDGED) for run in runs}, "4 < 5 cases"))


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def test_the_picture_has_a_bar_for_every_share_of_every_run() -> None:
    one, two = drawn("all"), drawn("with", "without")
    figures = figures_of(JUDGED)
    parts = (figures.menus, figures.kinds, figures.harms, figures.sources)
    bars = sum(len(part) for part in parts)
    assert len(one.findall(f"{SVG}g")) == bars
    assert len(two.findall(f"{SVG}g")) == 2 * bars


def test_the_picture_says_what_it_shows_and_needs_nothing_else() -> None:
    svg = drawn("with", "without")
    told = [text.text for text in svg.iter(f"{SVG}text")]
    assert svg[0].text == "How well hotcart understands what people type"
    assert {"4 < 5 cases", "with", "without", "by menu", "by source", "target"} <= {*told}
    assert not [each for each in svg.iter() if each.tag in (f"{SVG}image", f"{SVG}use")]
    assert "prefers-color-scheme:dark" in ElementTree.tostring(svg, "unicode")


def test_nothing_is_drawn_outside_the_picture() -> None:
    svg = drawn("with", "without")
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    for rect in svg.iter(f"{SVG}rect"):
        x, y = float(rect.get("x", 0)), float(rect.get("y", 0))
        assert x + float(rect.get("width", 0)) <= width
        assert y + float(rect.get("height", 0)) <= height


def test_a_figure_beyond_the_scale_ends_with_it() -> None:
    harm = figures_of([JUDGED[6]])
    assert harm.harms["off topic"].wrong == 1
    svg = parsed(draw({"all": harm}, ""))
    widths = {float(rect.get("width", 0)) for rect in svg.iterfind(f"{SVG}g/{SVG}rect")}
    assert max(widths) < 300
