"""What an import would change of a shop's rules, in words."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from db.menu.diff import Change, Diff, Field
from db.menu.format import Part
from db.menu.parts import P
from db.shop.format import ShopFile

SINGLE = ("prep_minutes", "accept_minutes", "cancel_until")
OBJECTS = ("money", "payments", "slots", "receipts")


def shop_diff(old: ShopFile, new: ShopFile) -> Diff:
    """What has to change for `old` to become `new`."""
    return Diff(
        (
            *_settings(old, new),
            *_compare(
                "tax class", old.money.taxes, new.money.taxes, lambda tax: ("", tax.tax_class)
            ),
            *_compare("fee", old.fees, new.fees, lambda fee: (fee.name, fee.id), ordered=True),
            *_compare(
                "order type", old.order_types, new.order_types, lambda way: ("", way.order_type)
            ),
            *_compare("table", old.tables, new.tables, lambda table: ("", table.table_no)),
            *_compare(
                "zone", old.zones, new.zones, lambda zone: (zone.name, zone.id), ordered=True
            ),
            *_compare("coupon", old.coupons, new.coupons, lambda coupon: ("", coupon.code)),
        )
    )


def _settings(old: ShopFile, new: ShopFile) -> Iterator[Change]:
    for name in OBJECTS:
        fields = tuple(_fields(getattr(old, name), getattr(new, name), apart=("taxes",)))
        if fields:
            yield Change("changed", name, "", "", fields)
    fields = tuple(
        Field(name, getattr(old, name), getattr(new, name))
        for name in SINGLE
        if getattr(old, name) != getattr(new, name)
    )
    if fields:
        yield Change("changed", "shop", "", "", fields)


def _compare(
    what: str,
    old: Sequence[P],
    new: Sequence[P],
    named: Callable[[P], tuple[str, str]],
    *,
    ordered: bool = False,
) -> Iterator[Change]:
    """The changes of one list; `named` tells an entry's name and its key."""
    before = {named(entry)[1]: entry for entry in old}
    after = {named(entry)[1]: entry for entry in new}
    for key, entry in after.items():
        if key not in before:
            yield Change("added", what, key, named(entry)[0])
        elif fields := tuple(_fields(before[key], entry)):
            yield Change("changed", what, key, named(entry)[0], fields)
    if ordered and [k for k in before if k in after] != [k for k in after if k in before]:
        yield Change("changed", f"{what} order", "all", "of the list")
    for key, entry in before.items():
        if key not in after:
            yield Change("removed", what, key, named(entry)[0])


def _fields(was: Part | None, now: Part | None, apart: Sequence[str] = ()) -> Iterator[Field]:
    """The fields that differ; of a part that is not there all are nothing."""
    model = type(was or now)
    for name in getattr(model, "model_fields", ()):
        before, after = getattr(was, name, None), getattr(now, name, None)
        if name not in apart and before != after:
            yield Field(name, _plain(before), _plain(after))


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value
