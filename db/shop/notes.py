"""Rules of a shop that can be kept and do not do what they seem to: for `check` and the doctor."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.menu.problems import Place, shown
from db.shop.facts import ShopFacts
from db.shop.format import ShopFile


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about rules. `works`: it may be meant; else it cannot work as it stands."""

    place: Place
    text: str
    works: bool = True


def find_shop_oddities(rules: ShopFile, facts: ShopFacts) -> Iterator[Oddity]:
    """Everything that is odd about the rules a shop has, or would have."""
    yield from _money(rules, facts)
    yield from _ways_to_have(rules)
    yield from _ways_to_pay(rules, facts)
    for coupon in rules.coupons:
        if coupon.free_item is not None and coupon.free_item not in facts.dishes:
            text = f"{coupon.code} gives {shown(coupon.free_item)}, which is not on the menu"
            yield Oddity(("coupons",), text, works=False)


def _money(rules: ShopFile, facts: ShopFacts) -> Iterator[Oddity]:
    known = {tax.tax_class for tax in rules.money.taxes}
    named = [rules.money.tax_class, *(fee.tax_class for fee in rules.fees)]
    if known:
        named += facts.classes
    for name in sorted({name for name in named if name is not None} - known):
        text = f"{shown(name)} is used and not among the tax classes: nothing is charged for it"
        yield Oddity(("money", "taxes"), text, works=False)
    if rules.receipts.tax_number is not None and not known:
        yield Oddity(("receipts", "tax_number"), "is on receipts, and no tax is set")


def _ways_to_have(rules: ShopFile) -> Iterator[Oddity]:
    offered = {way.order_type for way in rules.order_types}
    if "delivery" in offered and not rules.zones:
        yield Oddity(("zones",), "delivery is offered without a zone: anywhere, at no fee")
    if rules.zones and "delivery" not in offered:
        yield Oddity(("zones",), "delivery is not among the order_types")
    if rules.tables and "dine_in" not in offered:
        yield Oddity(("tables",), "dine_in is not among the order_types")
    for name, entries in (
        ("fees", [(fee.id, fee.order_types) for fee in rules.fees]),
        ("coupons", [(coupon.code, coupon.order_types) for coupon in rules.coupons]),
    ):
        for key, types in entries:
            if types and offered.isdisjoint(types):
                yield Oddity((name,), f"{shown(key)} is for {_listed(types)} only, not offered")


def _ways_to_pay(rules: ShopFile, facts: ShopFacts) -> Iterator[Oddity]:
    ways, upi_id = rules.payments.ways, rules.payments.upi_id
    place: Place = ("payments", "upi_id")
    if "upi" in ways and facts.currency != "INR":
        text = f"UPI is for INR; in {facts.currency} it is paid at the counter only"
        yield Oddity(("payments", "ways"), text)
    elif "upi" in ways and upi_id is None:
        yield Oddity(place, "UPI is offered without an id: it is paid at the counter only")
    elif upi_id is not None and "upi" not in ways:
        yield Oddity(place, "is not used: upi is not among the ways")
    if "telegram" in ways and not facts.has_provider:
        text = "Telegram invoices lack a provider token and nobody is shown them: give them one"
        text += " with `hotcart shop provider`"
        yield Oddity(("payments", "ways"), text, works=False)


def _listed(words: Iterable[str]) -> str:
    return " and ".join(words)
