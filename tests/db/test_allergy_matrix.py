"""An allergy binds on every path: allergen x dish x option x what is done with it.

What a line contains is told here a second time, by hand, and held against what the functions do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from uuid import uuid4

import psycopg
import pytest

from tests.db.reliability.broken import Break, put_in
from tests.support.marked import Choice, put_dish
from tests.support.turns import Caller, Document, chosen, last, line, line_no
from tools.kit.view import SessionView

ALLERGENS = ("peanut", "dairy", "tree_nut")
# Where a dish has the allergen: in itself, in an option, in the option it is usually made with.
DISHES = ("base", "option", "usual", "none")
# What is done with the options: nothing, the one with it, without that one, another in its place.
STATES = ("plain", "with", "without", "instead")


@dataclass(frozen=True, slots=True)
class Cell:
    """A dish made in a certain way, for somebody allergic."""

    allergen: str
    dish: str
    state: str

    @property
    def item(self) -> str:
        """The dish's id."""
        return f"{self.dish}_{self.allergen}"

    @property
    def tag(self) -> str:
        """How its conflict is called."""
        return f"allergen:{self.allergen}"

    @property
    def contains(self) -> bool:
        """Whether it has the allergen in it."""
        if self.dish == "option":
            return self.state == "with"
        return self.dish == "base" or (self.dish == "usual" and self.state in ("plain", "with"))

    @property
    def accepted(self) -> tuple[str, ...]:
        """What the line must carry once it was accepted."""
        return (self.tag,) if self.contains else ()

    def wish(self, *accept: str, quantity: int = 1) -> Document:
        """The line to add."""
        change = self.change
        return line(
            self.item,
            quantity,
            options=change.get("options", []),
            without=change.get("without", []),
            accept=accept,
        )

    @property
    def change(self) -> dict[str, list[Document]]:
        """What makes a plain dish this one."""
        options = {"with": [chosen(self.item, "with")], "instead": [chosen(self.item, "other")]}
        removed = {"without": [chosen(self.item, "with")]}
        return {"options": options.get(self.state, []), "without": removed.get(self.state, [])}


CELLS = [Cell(*cell) for cell in product(ALLERGENS, DISHES, STATES)]


@pytest.fixture
def menu(db: psycopg.Connection) -> None:
    """The dishes of the matrix."""
    for allergen in ALLERGENS:
        for dish in DISHES:
            put_dish(
                db,
                f"{dish}_{allergen}",
                Choice("with", allergens=[allergen] if dish in ("option", "usual") else []),
                Choice("other"),
                allergens=["soy", allergen] if dish == "base" else ["soy"],
                usual="with" if dish == "usual" else None,
                most=1,
            )


def newcomers(asha: Caller) -> Iterator[Cell]:
    """Every cell, each met by a customer nobody knows yet."""
    for cell in CELLS:
        asha.who = asha.chat = f"new {uuid4()}"
        yield cell


def told(view: SessionView) -> list[str]:
    """The dishes the customer was told were left out."""
    return [row.item_id for row in view.conflicts]


def check_blocked(view: SessionView, cell: Cell, index: int = 0) -> None:
    """The line was left out, and why was said; one that conflicts with nothing was added."""
    if not cell.contains:
        assert (told(view), len(view.changed)) == ([], 1), cell
        return
    assert told(view) == [cell.item], cell
    row = view.conflicts[0]
    assert (row.index, row.item_id, view.changed) == (index, cell.item, ()), cell
    why = cell.item.title() if cell.dish == "base" else "With"
    found = [(one.kind, one.what, one.because) for one in row.conflicts]
    assert found == [("allergen", cell.allergen, why)], cell


def check_order(
    asha: Caller, cell: Cell, *, quantity: int = 1, accepted: tuple[str, ...] | None = None
) -> None:
    """It can be ordered, and the ticket carries the banner and what was accepted."""
    checkout = asha.checkout().checkout
    assert checkout is not None, cell
    order = asha.choose_payment("cash", checkout.checkout_id).order
    assert order is not None, cell
    (row,) = order.lines
    assert order.dietary.allergens == (cell.allergen,), cell
    accepted = cell.accepted if accepted is None else accepted
    assert (row.item_id, row.quantity, row.accepted) == (cell.item, quantity, accepted), cell


def check_adding(asha: Caller) -> None:
    """Adding is blocked exactly where it must be, until it is accepted."""
    for cell in newcomers(asha):
        asha.set_dietary_rules([cell.allergen])
        view = asha.add_to_cart([cell.wish("allergen:egg", "diet:jain", "nonsense")])
        check_blocked(view, cell)
        if cell.contains:
            view = asha.add_to_cart([cell.wish(cell.tag)])
        assert [row.accepted for row in view.lines] == [cell.accepted], cell
        check_order(asha, cell)


@pytest.mark.usefixtures("menu")
def test_adding(asha: Caller) -> None:
    check_adding(asha)


@pytest.mark.usefixtures("menu")
def test_the_others_of_a_sentence_are_added(asha: Caller) -> None:
    for cell in newcomers(asha):
        asha.set_dietary_rules([cell.allergen])
        view = asha.add_to_cart([line("idly"), cell.wish()])
        assert len(view.lines) == 2 - cell.contains
        assert [row.index for row in view.conflicts] == [1] * cell.contains


@pytest.mark.usefixtures("menu")
def test_one_more_and_another_quantity_keep_what_was_accepted(asha: Caller) -> None:
    for cell in newcomers(asha):
        asha.set_dietary_rules([cell.allergen])
        asha.add_to_cart([cell.wish(*cell.accepted)])
        for again in (line(last()), cell.wish()):
            view = asha.add_to_cart([again])
            assert (told(view), len(view.lines)) == ([], 1), cell
            assert [row.accepted for row in view.changed] == [cell.accepted], cell
        view = asha.set_quantity(last(), 5)
        assert [row.accepted for row in view.lines] == [cell.accepted], cell
        check_order(asha, cell, quantity=5)


@pytest.mark.usefixtures("menu")
def test_what_was_taken_out_is_accepted_anew(asha: Caller) -> None:
    for cell in newcomers(asha):
        asha.set_dietary_rules([cell.allergen])
        asha.add_to_cart([cell.wish(*cell.accepted)])
        asha.remove_from_cart([last()])
        check_blocked(asha.add_to_cart([line(last())]), cell)


@pytest.mark.usefixtures("menu")
def test_changing_a_line(asha: Caller) -> None:
    for was in newcomers(asha):
        asha.set_dietary_rules([was.allergen])
        for now in (Cell(was.allergen, was.dish, state) for state in STATES[1:]):
            asha.clear_cart()
            before = asha.add_to_cart([was.wish(*was.accepted)]).lines
            number = line_no(before[0].line_no)
            view = asha.update_item(number, now.change)
            if now.contains and not was.contains:
                check_blocked(view, now)
                assert view.lines == before
                view = asha.update_item(number, {**now.change, "accept": [now.tag]})
            assert told(view) == [], (was, now)
            assert [row.accepted for row in view.lines] == [now.accepted], (was, now)
        check_order(asha, now)


@pytest.mark.usefixtures("menu")
def test_the_same_as_last_time(asha: Caller) -> None:
    for cell in newcomers(asha):
        asha.set_dietary_rules([cell.allergen])
        asha.add_to_cart([line("idly"), cell.wish(*cell.accepted, quantity=2)])
        asha.choose_payment("cash", getattr(asha.checkout().checkout, "checkout_id", None))
        view = asha.reorder()
        assert told(view) == [cell.item] * cell.contains
        assert [row.index for row in view.conflicts] == [1] * cell.contains
        assert [(row.item_id, row.quantity) for row in view.changed] == [
            ("idly", 1),
            *[(cell.item, 2)] * (not cell.contains),
        ]
        asha.clear_cart()
        asha.add_to_cart([cell.wish(*cell.accepted, quantity=2)])
        check_order(asha, cell, quantity=2)


@pytest.mark.usefixtures("menu")
def test_next_time(asha: Caller, db: psycopg.Connection) -> None:
    for cell in newcomers(asha):
        asha.set_dietary_rules([cell.allergen])
        asha.keep_dietary_rules()
        db.execute("update cold.sessions set closed_at = now()")
        view = asha.add_to_cart([cell.wish()])
        assert view.dietary.kept
        check_blocked(view, cell)
        if cell.contains:
            asha.add_to_cart([cell.wish(cell.tag)])
        check_order(asha, cell)


@pytest.mark.usefixtures("menu")
def test_said_too_late(asha: Caller) -> None:
    for cell in newcomers(asha):
        asha.add_to_cart([cell.wish()])
        quoted = asha.checkout().checkout
        assert quoted is not None
        view = asha.set_dietary_rules([cell.allergen])
        against = [bool(row.conflicts) for row in view.lines]
        assert against == [cell.contains], cell
        if cell.contains:
            view = asha.choose_payment("cash", quoted.checkout_id)
            assert [found.kind for found in view.differences] == ["conflict"], cell
            assert (view.order, view.checkout) == (None, None), cell
            view = asha.checkout()
            assert [found.kind for found in view.differences] == ["conflict"], cell
            assert view.checkout is None, cell
            assert told(asha.add_to_cart([line(last())])) == [cell.item]
            view = asha.accept_conflict(view.lines[0].line_no)
            assert [(row.accepted, row.conflicts) for row in view.lines] == [(cell.accepted, ())]
        check_order(asha, cell)


@pytest.mark.usefixtures("menu")
def test_marked_too_late(asha: Caller, db: psycopg.Connection) -> None:
    asha.set_dietary_rules(["peanut"])
    asha.add_to_cart([line("none_peanut")])
    quoted = asha.checkout().checkout
    assert quoted is not None
    db.execute("""update cold.menu_item set allergens = '{peanut}' where item_id = 'none_peanut'""")
    view = asha.choose_payment("cash", quoted.checkout_id)
    (told,) = view.differences
    assert (told.kind, [one.what for one in told.conflicts]) == ("conflict", ["peanut"])
    assert (view.order, view.checkout) == (None, None)
    asha.accept_conflict(1)
    check_order(asha, Cell("peanut", "none", "plain"), accepted=("allergen:peanut",))


BROKEN = {
    "nothing conflicts": Break("line_conflicts", "if v_rules = '{}' then", "if true then"),
    "the dish is not asked": Break("line_conflicts", "any (p.allergens)", "any (p.unsuitable_for)"),
    "the usual choice is not asked": Break(
        "line_conflicts", "select g.default_option_id, false", "select null, false"
    ),
    "the usual choice is always asked": Break(
        "line_conflicts",
        "from chosen c where c.group_id = ig.group_id)\n",
        "from chosen c where false)\n",
    ),
    "what is left out counts": Break(
        "line_conflicts", "and not p_line -> 'without'", "or p_line -> 'without'"
    ),
    "any word accepts": Break("accept_conflicts", "where v_accept ? x.tag", "where true"),
    "one acceptance is for all": Break(
        "line_conflicts",
        "where not coalesce(p_line -> 'accepted', '[]') ?",
        "where not p_line ? 'accepted' or not ('[\"allergen:dairy\"]' || (p_line -> 'accepted')) ?",
    ),
}


@pytest.mark.usefixtures("menu")
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_judge_is_noticed(asha: Caller, db: psycopg.Connection, broken: Break) -> None:
    put_in(db, broken)
    with pytest.raises(AssertionError):
        check_adding(asha)
