"""What a cart or an order costs beyond its dishes, in words and sums."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal

from tools.kit.speech import Speech
from tools.kit.view import CartLine, Charge
from tools.results.lines import with_quantity
from tools.results.moments import spoken_moment


def charge_name(say: Speech, charge: Charge) -> str:
    """ "Discount SAVE10", "Packaging", "CGST 2.5%", "of which CGST 2.5%", "Rounding"."""
    match charge.kind:
        case "discount":
            return say("Discount {code}", code=charge.name)
        case "tax" if charge.is_included:
            return say("of which {tax}", tax=_tax(charge))
        case "tax":
            return _tax(charge)
        case "rounding":
            return say("Rounding")
        case "fee":
            # The only fee that is not the shop's own word for it.
            return say("Delivery") if charge.name == "Delivery" else charge.name


def charge_rows(
    say: Speech, charges: Sequence[Charge], *, included: bool
) -> Iterator[tuple[str, str]]:
    """Each charge with its sum: those that make the total, or the tax that is part of it."""
    for charge in charges:
        if charge.is_included is included:
            yield charge_name(say, charge), say.money(charge.amount)


def bill(say: Speech, lines: Sequence[CartLine], charges: Sequence[Charge]) -> Iterator[str]:
    """Every line and every charge, as "2x Idly — ₹80"; the total is said by who shows it."""
    for line in lines:
        yield f"{with_quantity(say, line)} — {say.money(line.line_total)}"
    for name, amount in charge_rows(say, charges, included=False):
        yield f"{name} — {amount}"


def total_with_tax(say: Speech, total: Decimal, charges: Sequence[Charge]) -> Iterator[str]:
    """ "Total: ₹160, of which CGST 2.5% ₹3.81."; nothing where no tax is part of it."""
    taxes = [f"{_tax(one)} {say.money(one.amount)}" for one in charges if one.is_included]
    if taxes:
        yield say("Total: {total}, of which {taxes}.", total=total, taxes=", ".join(taxes))


def ready(say: Speech, at: datetime | None, now: datetime, order_type: str) -> str:
    """ "Ready at about 12:40.", "With you at about 13:10."; nothing where it is not known."""
    if at is None:
        return ""
    local = at.astimezone(now.tzinfo)
    soon = local.date() == now.date()
    when = say.clock(local.time()) if soon else spoken_moment(say, at, now)
    if order_type == "delivery":
        return (
            say("With you at about {time}.", time=when)
            if soon
            else say("With you {when}.", when=when)
        )
    return say("Ready at about {time}.", time=when) if soon else say("Ready {when}.", when=when)


def _tax(charge: Charge) -> str:
    return f"{charge.name} {charge.rate.normalize():f}%" if charge.rate else charge.name
