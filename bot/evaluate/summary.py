"""The figures of an evaluation, and its worst cases."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.evaluate.judge import CartState, Family, Judged
from bot.evaluate.lines import Choice, Line

SHOWN = 10
HEADINGS = ("", "cases", "cart right", "cart wrong", "left as it was", "intent accepted")
STATES: tuple[CartState, ...] = ("right", "wrong", "idle")


def _carts(family: Family, state: CartState) -> Callable[[Judged], bool]:
    return lambda each: (each.family, each.cart) == (family, state)


# From the worst on. A case is shown once, under the first it belongs to.
KINDS: tuple[tuple[str, Callable[[Judged], bool]], ...] = (
    ("Broke the program", lambda each: each.broken is not None),
    ("False adds", _carts(Family.OUT_OF_SCOPE, "wrong")),
    ("Carts touched that must not be", _carts(Family.OTHER, "wrong")),
    ("Wrong carts", _carts(Family.ORDER, "wrong")),
    ("Wrong edits", _carts(Family.EDIT, "wrong")),
    ("Dialogs gone wrong", _carts(Family.DIALOG, "wrong")),
    ("Orders that were not taken", _carts(Family.ORDER, "idle")),
    ("Edits that were not made", _carts(Family.EDIT, "idle")),
    ("Dialogs that got stuck", _carts(Family.DIALOG, "idle")),
    ("Wrong intents", lambda each: each.intent is False),
)


def print_summary(judged: Sequence[Judged], console: Console) -> None:
    """Draw the figures by family, those of orders by menu too, then the worst cases by kind."""
    console.print(_table(judged))
    for heading, cases in _worst(judged):
        console.print(f"\n{heading}: {len(cases)}")
        for each in cases[:SHOWN]:
            console.print(Text("\n".join(_told(each))), soft_wrap=True)


def _table(judged: Sequence[Judged]) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in HEADINGS:
        table.add_column(heading, justify="right" if heading else "left", no_wrap=not heading)
    for family in Family:
        cases = [each for each in judged if each.family is family]
        if not cases:
            continue
        table.add_row(family.value, f"{len(cases):,}", *map(_percent, _shares(cases)))
        if family is Family.ORDER:
            _add_menus(table, cases)
    return table


def _add_menus(table: Table, cases: Sequence[Judged]) -> None:
    menus: dict[str, list[Judged]] = defaultdict(list)
    for each in cases:
        menus[each.case.runs_on].append(each)
    shares = {menu: _shares(of_menu) for menu, of_menu in sorted(menus.items())}
    for menu, figures in shares.items():
        table.add_row(f"  {menu}", f"{len(menus[menu]):,}", *map(_percent, figures))
    average = (_mean(column) for column in zip(*shares.values(), strict=True))
    table.add_row("  average of the menus", "", *map(_percent, average))


def _shares(cases: Sequence[Judged]) -> list[float | None]:
    """The columns of a row, from 0 to 1; None where no case says what is right."""
    carts = [each.cart for each in cases if each.cart is not None]
    intents = [each.intent for each in cases if each.intent is not None]
    return [*(_mean(cart == state for cart in carts) for state in STATES), _mean(intents)]


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f} %"


def _worst(judged: Iterable[Judged]) -> Iterator[tuple[str, list[Judged]]]:
    """The cases of each kind, those furthest from what was wanted first."""
    kinds: dict[str, list[Judged]] = {heading: [] for heading, _ in KINDS}
    for each in judged:
        kind = next((heading for heading, belongs in KINDS if belongs(each)), None)
        if kind is not None:
            kinds[kind].append(each)
    for heading, cases in kinds.items():
        if cases:
            yield heading, sorted(cases, key=lambda each: -each.amiss)


def _told(judged: Judged) -> Iterator[str]:
    case = judged.case
    turn = judged.prediction.turns[judged.worst]
    wanted = case.wanted[judged.worst]
    place = f", turn {judged.worst + 1}" if case.turns else ""
    said = json.dumps(case.sentences[judged.worst], ensure_ascii=False)
    yield f"  {case.id} ({case.runs_on}{place}): {said}"
    if judged.broken:
        yield f"      {judged.broken}"
    elif judged.cart in ("wrong", "idle") and wanted is not None:
        yield f"      wanted {_cart(wanted)}"
        yield f"      got    {_cart(turn.cart)}{' (ordered)' if turn.order_placed else ''}"
    else:
        yield f"      wanted {', '.join(case.accept_intents)}; got {turn.intent}"


def _cart(lines: Sequence[Line]) -> str:
    return "; ".join(map(_line, lines)) or "nothing"


def _line(line: Line) -> str:
    choices = [*map(_choice, line.options), *(f"without {_choice(each)}" for each in line.without)]
    return f"{line.quantity} {line.item_id}" + (f" ({', '.join(choices)})" if choices else "")


def _choice(choice: Choice) -> str:
    words = (
        choice.amount,
        f"{choice.count}x" if choice.count else None,
        choice.option or " or ".join(choice.any_of or ()),
    )
    return " ".join(word for word in words if word)
