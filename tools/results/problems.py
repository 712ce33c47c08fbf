"""What is in the way of ordering a cart as it is, in words, and the way on."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from tools.kit.call import Call
from tools.kit.result import Awaited, Button, Rows, Wanted
from tools.kit.speech import Speech
from tools.kit.view import QuoteProblem
from tools.results.buttons import in_rows
from tools.results.moments import spoken_moment
from tools.results.order_types import order_type_name
from tools.results.pickup import pickup_call

_PLACE = frozenset({"address_missing", "out_of_zone", "address_known"})
_TABLES_IN_A_ROW = 4


def problem(say: Speech, one: QuoteProblem) -> str:
    """ "An order starts at ₹200: ₹40 more to go."."""
    match one.kind:
        case "minimum_order" if one.least is not None and one.missing is not None:
            return say(
                "An order like this starts at {least}: please add {missing} more.",
                least=one.least,
                missing=one.missing,
            )
        case "minimum_order":
            return say("That is too little for an order like this.")
        case "table_missing":
            return _table(say, one)
        case "slot_full" if one.slots:
            return say("We can take no more orders for that time. These are free:")
        case "slot_full":
            return say("We can take no more orders for that time. Please choose another one.")
        case "order_type_missing":
            return (
                say("Take-away, dine-in or delivery?") if len(one.offered) > 2 else _which(say, one)
            )
        case "address_missing" | "out_of_zone" | "address_known":
            return _place(say, one)


def _table(say: Speech, one: QuoteProblem) -> str:
    if one.said is None:
        return say("Which table are you at? Please tell me its number.")
    return say("There is no table {table} here. Please look at its number again.", table=one.said)


def problem_rows(say: Speech, problems: Iterable[QuoteProblem], now: datetime) -> Rows:
    """The buttons that answer them."""
    return tuple(row for one in problems for row in _rows(say, one, now))


def awaited(problems: Sequence[QuoteProblem]) -> Awaited | None:
    """What an answer in words would be, whatever the words."""
    if any(one.kind in _PLACE for one in problems):
        return "address"
    return "table" if any(one.kind == "table_missing" for one in problems) else None


def wanted(problems: Sequence[QuoteProblem]) -> Wanted:
    """What a channel may have the customer share at a touch."""
    asked = any(one.kind in _PLACE - {"address_known"} for one in problems)
    return ("location", "phone") if asked else ()


def other_ways(say: Speech, offered: Iterable[str], but: str) -> Iterator[Button]:
    """Every other way to have it."""
    for one in offered:
        if one != but:
            label = say("{order_type} instead", order_type=order_type_name(say, one))
            yield Button(
                label[:1].upper() + label[1:], Call("choose_order_type", {"order_type": one})
            )


def other_way(say: Speech) -> Button:
    """Asks how it is to be had."""
    return Button(say("Change how I get it"), Call("choose_order_type"))


def _which(say: Speech, one: QuoteProblem) -> str:
    ways = [order_type_name(say, way) for way in one.offered]
    return say("How would you like it: {ways}?", ways=", ".join(ways))


def _place(say: Speech, one: QuoteProblem) -> str:
    match one.kind:
        case "address_known" if one.address:
            return say("Deliver to {address}?", address=one.address)
        case "address_known":
            return say("Deliver to the location you shared last time?")
        case "out_of_zone" if one.by_location:
            return say(
                "I can't tell from that address whether we deliver there. We deliver to: {zones}. "
                "Please share your location, or give another address.",
                zones=", ".join(one.zones),
            )
        case "out_of_zone":
            return say(
                "Sorry, we don't deliver there. We deliver to: {zones}.", zones=", ".join(one.zones)
            )
        case _:
            return say("Where shall we bring it? Please send your address or your location.")


def _rows(say: Speech, one: QuoteProblem, now: datetime) -> Rows:
    match one.kind:
        case "order_type_missing":
            ways = [(order_type_name(say, way), way) for way in one.offered]
            return in_rows(
                [
                    Button(
                        name[:1].upper() + name[1:], Call("choose_order_type", {"order_type": way})
                    )
                    for name, way in ways
                ],
                3,
            )
        case "table_missing":
            tables = [Button(no, Call("choose_table", {"table": no})) for no in one.tables]
            return (*in_rows(tables, _TABLES_IN_A_ROW), *_instead(say, one, "dine_in"))
        case "address_known":
            yes = Button(say("Yes"), Call("confirm_address"))
            return ((yes, another_address(say)), *_instead(say, one, "delivery"))
        case "out_of_zone":
            return ((another_address(say), *other_ways(say, one.offered, "delivery")),)
        case "slot_full":
            return in_rows(
                [Button(spoken_moment(say, at, now), pickup_call(at)) for at in one.slots]
            )
        case "address_missing":
            return _instead(say, one, "delivery")
        case "minimum_order":
            return ((other_way(say),),) if len(one.offered) > 1 else ()


def _instead(say: Speech, one: QuoteProblem, but: str) -> Rows:
    """A row of the other ways, where there are any."""
    others = tuple(other_ways(say, one.offered, but))
    return (others,) if others else ()


def another_address(say: Speech) -> Button:
    """Asks where else to bring it."""
    return Button(say("Another address"), Call("give_address"))
