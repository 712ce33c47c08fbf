"""What of a cart cannot be had as the customer saw it, in words, and what he can do about it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from tools.kit.call import Call
from tools.kit.later import later_button
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.view import CartLine, ChangedLine, Charge, Difference
from tools.kit.when import spoken_when
from tools.results.alerts import against
from tools.results.bill import charge_name
from tools.results.coupons import coupon_refused

_LATER = frozenset({"closed", "not_served"})


def difference(say: Speech, one: Difference) -> str:
    """ "Idly is now ₹45 (was ₹40).", "Poori is only served 07:00-11:30.".

    One thing that is not as the customer saw it.
    """
    item = one.item_name
    match one.kind:
        case "price" if one.was is not None and one.now is not None:
            return say("{item} is now {now} (was {was}).", item=item, now=one.now, was=one.was)
        case "stock" if one.left:
            return say("Only {left} of {item} left.", left=one.left, item=item)
        case "unavailable" if one.removed:
            return say("{item} is no longer on the menu.", item=item)
        case "unavailable" | "stock":
            return _sold_out(say, one)
        case "not_served" | "closed":
            return _not_then(say, one)
        case _:
            return _otherwise(say, one)


def repriced(say: Speech, lines: Iterable[ChangedLine]) -> Iterator[str]:
    """What of the lines a call has changed costs another price than the customer saw."""
    return (
        say("{item} is now {now} (was {was}).", item=one.item_name, now=one.unit_price, was=one.was)
        for one in lines
        if one.was is not None
    )


def _otherwise(say: Speech, one: Difference) -> str:
    item = one.item_name
    match one.kind:
        case "conflict" if one.conflicts:
            return against(say, item, one.conflicts)
        case "option" if one.option:
            return say("{option} can no longer be had for {item}.", option=one.option, item=item)
        case "cart" if one.option:
            return say("{item} needs another choice of {group}.", item=item, group=one.option)
        case "order_type" if item:
            return say("{item} can't be had for this kind of order.", item=item)
        case "order_type":
            return say("We don't take this kind of order.")
        case "charge" if one.charge is not None:
            return _charge(say, one)
        case "coupon" if one.coupon is not None:
            return coupon_refused(say, one.coupon)
        case _:
            return say("{item} has changed.", item=item) if item else say("Your cart has changed.")


def way_on(say: Speech, differences: Iterable[Difference]) -> Rows:
    """A row for each line in the way: keep it all the same, take it out; then another time."""
    rows: dict[int, tuple[Button, ...]] = {}
    later: dict[str, Button] = {}
    for one in differences:
        if one.line_no is not None and one.kind != "price":
            kept = rows.get(one.line_no, ())
            if one.kind == "conflict":
                rows[one.line_no] = (*keep_or_remove(say, one.item_name, one.line_no),)
            elif not kept:
                rows[one.line_no] = (remove_button(say, one.item_name, one.line_no),)
        if one.when and one.kind in _LATER:
            later[one.when] = later_button(say, one.when)
    return (*rows.values(), *((button,) for button in later.values()))


def conflict_rows(say: Speech, lines: Iterable[CartLine]) -> Rows:
    """For each line that goes against the customer's rules: keep it anyway, or take it out."""
    return tuple(
        keep_or_remove(say, line.item_name, line.line_no) for line in lines if line.conflicts
    )


def conflict_words(say: Speech, lines: Iterable[CartLine]) -> Iterator[str]:
    """What each such line goes against."""
    return (against(say, line.item_name, line.conflicts) for line in lines if line.conflicts)


def keep_or_remove(say: Speech, item: str, line_no: int) -> tuple[Button, Button]:
    """Both ways out of a conflict in the cart."""
    keep = Button(say("Keep {item} anyway", item=item), Call("accept_conflict", {"line": line_no}))
    return keep, remove_button(say, item, line_no)


def remove_button(say: Speech, item: str, line_no: int) -> Button:
    """Takes a line out of the cart."""
    return Button(say("Remove {item}", item=item), Call("remove_from_cart", {"line": line_no}))


def _charge(say: Speech, one: Difference) -> str:
    """ "Packaging is now ₹20 (was ₹10).", "Packaging of ₹10 is new.", "Packaging is gone."."""
    was, now = one.was or Decimal(0), one.now or Decimal(0)
    name = one.item_name
    if one.charge is not None and one.charge != "tax":
        name = charge_name(say, Charge(kind=one.charge, name=name, amount=now))
    if not was:
        return say("{charge} of {now} is new.", charge=name, now=now)
    if not now:
        return say("{charge} is no longer charged (was {was}).", charge=name, was=was)
    return say("{item} is now {now} (was {was}).", item=name, now=now, was=was)


def _sold_out(say: Speech, one: Difference) -> str:
    if one.when:
        back = spoken_when(say, one.when)
        return say("{item} is sold out; it should be back {when}.", item=one.item_name, when=back)
    return say("{item} is sold out.", item=one.item_name)


def _not_then(say: Speech, one: Difference) -> str:
    when = spoken_when(say, one.when or "")
    if one.kind == "closed":
        return say("We are closed at that time; we are open {when}.", when=when or say("later"))
    if one.when:
        return say("{item} is only served {when}.", item=one.item_name, when=when)
    return say("{item} is not served at that time.", item=one.item_name)
