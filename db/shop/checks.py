"""What is well-formed and still cannot be: a code for no dish, a zone that is nowhere.

Only what could be read is judged, so that one slip is not reported twice.
"""

from db.menu.checks import find_doubles, require_known
from db.menu.parts import P, Read
from db.menu.problems import Findings, shown
from db.shop.facts import ShopFacts
from db.shop.format import (
    Coupon,
    DiningTable,
    Fee,
    OfferedType,
    Payments,
    ShopFile,
    Zone,
)
from db.shop.parts import ShopDraft
from db.shop.tax_checks import find_tax_contradictions


def find_contradictions(
    draft: ShopDraft, rules: ShopFile, facts: ShopFacts, findings: Findings
) -> None:
    """Look for everything the file contradicts itself in, or the shop that has these rules now."""
    _check_currency(draft, facts, findings)
    find_tax_contradictions(draft, rules, facts, findings)
    _check_order_types(draft, findings)
    _check_payments(draft, findings)
    _check_fees(draft.entries("fees", Fee), findings)
    find_doubles(
        draft.entries("tables", DiningTable),
        "table_no",
        # A customer who says "a4" means A4.
        lambda table: table.table_no.upper(),
        findings,
    )
    _check_zones(draft.entries("zones", Zone), findings)
    _check_coupons(draft.entries("coupons", Coupon), facts, findings)


def _check_currency(draft: ShopDraft, facts: ShopFacts, findings: Findings) -> None:
    currency = draft.head.part.currency
    if draft.head.has("currency") and currency != facts.currency:
        findings.problem(
            ("currency",),
            f"the file is in {currency}, the shop sells in {facts.currency}; change the file",
        )


def _check_order_types(draft: ShopDraft, findings: Findings) -> None:
    reads = draft.entries("order_types", OfferedType)
    find_doubles(reads, "order_type", lambda offered: offered.order_type, findings)
    if "order_types" in draft.lists and not reads and not findings.has_problem(("order_types",)):
        findings.problem(
            ("order_types",), "an empty list cannot be used; a shop offers at least one"
        )
    usual = [read for read in reads if read.has("usual") and read.part.usual]
    for read in usual[1:]:
        findings.problem(
            read.at("usual"), "{other} is the usual one already; leave one of them", usual[0].place
        )


def _check_payments(draft: ShopDraft, findings: Findings) -> None:
    payments = draft.part("payments", Payments)
    if payments is None or not payments.has("ways"):
        return
    ways = payments.part.ways
    for number, way in enumerate(ways):
        if way in ways[:number]:
            place = (*payments.at("ways"), number)
            findings.problem(place, f"{shown(way)} is listed twice; leave one of them")


def _check_fees(fees: list[Read[Fee]], findings: Findings) -> None:
    find_doubles(fees, "id", lambda fee: fee.id, findings)
    for read in fees:
        _require_one(read, ("flat", "per_piece", "percent"), findings)


def _require_one(read: Read[P], fields: tuple[str, ...], findings: Findings) -> None:
    said = [name for name in fields if getattr(read.part, name) is not None]
    if read.has(*fields) and len(said) != 1:
        names = f"{', '.join(fields[:-1])} or {fields[-1]}"
        what = f"has {' and '.join(said)}" if said else "says not what it takes"
        findings.problem(read.place, f"{what}; give it exactly one of {names}")


def _check_zones(zones: list[Read[Zone]], findings: Findings) -> None:
    find_doubles(zones, "id", lambda zone: zone.id, findings)
    circle = ("latitude", "longitude", "radius_m")
    for read in zones:
        if not read.has(*circle, "areas"):
            continue
        lacks = [name for name in circle if getattr(read.part, name) is None]
        if 0 < len(lacks) < len(circle):
            findings.problem(
                read.at(lacks[0]), "is missing; a circle has latitude, longitude and radius_m"
            )
        elif lacks and not read.part.areas:
            findings.problem(
                read.place,
                "is nowhere; give it areas, or a circle of latitude, longitude and radius_m",
            )


def _check_coupons(coupons: list[Read[Coupon]], facts: ShopFacts, findings: Findings) -> None:
    find_doubles(coupons, "code", lambda coupon: coupon.code, findings)
    for read in coupons:
        _check_coupon(read, facts, findings)


def _check_coupon(read: Read[Coupon], facts: ShopFacts, findings: Findings) -> None:
    coupon = read.part
    _require_one(read, ("amount", "percent", "free_item"), findings)
    if read.has("percent", "most") and coupon.most is not None and coupon.percent is None:
        findings.problem(read.at("most"), "is for codes of some percent; leave it out")
    if coupon.free_item is not None and read.has("free_item"):
        dish = coupon.free_item
        require_known(read.at("free_item"), dish, facts.dishes, "the dishes of the shop", findings)
    begins, ends = coupon.valid_from, coupon.valid_until
    if begins and ends and ends <= begins and read.has("valid_from", "valid_until"):
        findings.problem(read.at("valid_until"), "is not after valid_from; no moment is left")
    redeemed = facts.redeemed.get(coupon.code, 0) if read.has("code") else 0
    if read.has("total_limit") and (coupon.total_limit or redeemed) < redeemed:
        findings.problem(
            read.at("total_limit"),
            f"it is redeemed {redeemed} times already; give at least {redeemed}, or leave the code"
            " out to end it",
        )
