"""Every way in which a shop file can be wrong: what is said, where, and that nothing changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.problems import Json, MenuFileError
from db.shop.import_file import import_shop
from db.tenants import add_tenant
from tests.support.records import everything
from tests.support.shop_files import RICH, put_file, rich


@dataclass(frozen=True)
class Wrong:
    """Parts of a file, and all that has to be said of them."""

    parts: Mapping[str, Json]
    says: tuple[str, ...]


def fee(**more: Json) -> dict[str, Json]:
    return {"fees": [{"id": "bag", "name": "Bag", "flat": 500, **more}]}


def code(**more: Json) -> dict[str, Json]:
    return {"coupons": [{"code": "SAVE", "amount": 500, **more}]}


def percent(**more: Json) -> dict[str, Json]:
    return {"coupons": [{"code": "SAVE", "percent": 10, **more}]}


def zone(**more: Json) -> dict[str, Json]:
    return {"zones": [{"id": "near", "name": "Near", "fee": 0, "areas": ["600017"], **more}]}


def taxes(*parts: Json, **more: Json) -> dict[str, Json]:
    packaged: Json = {"class": "packaged", "parts": [{"name": "GST", "rate": 12}]}
    restaurant: Json = {"class": "restaurant", "parts": [*parts]}
    return {"money": {"taxes": [packaged, restaurant], **more}}


GST: Json = {"name": "GST", "rate": 5}
BAG = 'fees[0] "bag"'
SAVE = 'coupons[0] "SAVE"'
NEAR = 'zones[0] "near"'
RESTAURANT = 'money, taxes[1] "restaurant"'
HUNDREDTHS = "it takes a whole number of hundredths from"
PER_CENT = "it takes a number of per cent from 0 to 100 with at most 4 decimals, such as 2.5"
CASES: Mapping[str, Wrong] = {
    "another currency": Wrong(
        {"currency": "EUR"},
        ("currency: the file is in EUR, the shop sells in INR; change the file",),
    ),
    "minor units": Wrong(
        {"minor_units": 1}, ("minor_units: 1 cannot be used; it takes 100: 4000 is 40.00",)
    ),
    "a part misspelt": Wrong(
        {"coupon": []}, ('coupon: is not a field; did you mean "coupons"?',)
    ),
    "a field misspelt": Wrong(
        zone(radius=5), (f'{NEAR}, radius: is not a field; did you mean "radius_m"?',)
    ),
    "no list": Wrong({"fees": {}}, ("fees: an empty object cannot be used; it takes a list of",)),
    "no object": Wrong({"money": []}, ("money: an empty list cannot be used; it takes an object",)),
    "nothing for money": Wrong({"money": None}, ("money: null cannot be used; it takes",)),
    "no entry": Wrong({"tables": ["4"]}, ('tables[0]: "4" cannot be used; it takes an object',)),
    "a float for money": Wrong(
        fee(flat=5.5), (f"{BAG}, flat: 5.5 cannot be used; {HUNDREDTHS} 0 to 10000000",)
    ),
    "two taxes of one name": Wrong(
        taxes(GST, {"name": "GST", "rate": 1}),
        (f'{RESTAURANT}, parts[1], name: "GST" is that of {RESTAURANT}, parts[0] too; give each',),
    ),
    "two classes of one name": Wrong(
        {"money": {"taxes": [{"class": "packaged", "parts": [GST]},
                             {"class": "restaurant", "parts": [GST]},
                             {"class": "packaged", "parts": [GST]}]}},
        ('money, taxes[2] "packaged", class: "packaged" is that of money, taxes[0]',),
    ),
    "a class without a tax": Wrong(
        taxes(), (f"{RESTAURANT}, parts: an empty list cannot be used; it takes a list of 1 to 20",)
    ),
    "a rate above 100": Wrong(
        taxes({"name": "GST", "rate": 105}),
        (f"{RESTAURANT}, parts[0], rate: 105 cannot be used; {PER_CENT}",),
    ),
    "a rate too fine": Wrong(
        taxes({"name": "GST", "rate": 2.50005}),
        (f"{RESTAURANT}, parts[0], rate: 2.50005 cannot be used; {PER_CENT}",),
    ),
    "a rate in words": Wrong(
        taxes({"name": "GST", "rate": "5"}),
        (f'{RESTAURANT}, parts[0], rate: "5" cannot be used; {PER_CENT}',),
    ),
    "taxes that are no list": Wrong(
        {"money": {"taxes": 5, "tax_class": "gst"}},
        ("money, taxes: 5 cannot be used; it takes a list of objects",),
    ),
    "a default class that is none": Wrong(
        taxes(GST, tax_class="restuarant"),
        (
            'money, tax_class: "restuarant" is not among the tax classes; did you mean'
            ' "restaurant"?',
        ),
    ),
    "a class of dishes that is none": Wrong(
        {"money": {"taxes": [{"class": "restaurant", "parts": [GST]}]}, "fees": []},
        ('money, taxes: "packaged" is not there, the class of the dish "',),
    ),
    "a class of a fee that is none": Wrong(
        fee(tax_class="boxes"),
        (f'{BAG}, tax_class: "boxes" is not among the tax classes; add it there or leave it out',),
    ),
    "a class of a fee the shop has": Wrong(
        {"money": {"taxes": []}},
        ('money, taxes: "packaged" is not there, the class of the fee "box"; add it, with a rate',),
    ),
    "no such coin": Wrong(
        taxes(GST, rounding=30),
        ("money, rounding: INR has no coin or note of 0.30; take one, such as 100 for 1.00",),
    ),
    "a fee twice over": Wrong(
        fee(percent=5), (f"{BAG}: has flat and percent; give it exactly one of flat, per_piece or",)
    ),
    "a fee of nothing": Wrong(
        {"fees": [{"id": "bag", "name": "Bag"}]},
        (f"{BAG}: says not what it takes; give it exactly one of flat, per_piece or percent",),
    ),
    "a fee above 100 per cent": Wrong(
        {"fees": [{"id": "bag", "name": "Bag", "percent": 100.5}]},
        (f"{BAG}, percent: 100.5 cannot be used; it takes a number of per cent from 0 to 100",),
    ),
    "no order type": Wrong(
        {"order_types": []}, ("order_types: an empty list cannot be used; a shop offers at least",)
    ),
    "an unknown order type": Wrong(
        {"order_types": [{"order_type": "drive_in"}]},
        ('order_types[0] "drive_in", order_type: "drive_in" cannot be used; it takes one of',),
    ),
    "two usual ones": Wrong(
        {"order_types": [{"order_type": "dine_in", "usual": True},
                         {"order_type": "delivery", "usual": True}]},
        (
            'order_types[1] "delivery", usual: order_types[0] "dine_in" is the usual one already;'
            " leave one of them",
        ),
    ),
    "no way to pay": Wrong(
        {"payments": {"ways": []}}, ('payments, ways: an empty list cannot be used; it takes a',)
    ),
    "ways forgotten": Wrong(
        {"payments": {}}, ('payments, ways: is missing; it takes a list of "cash", "card", "upi"',)
    ),
    "a way twice": Wrong(
        {"payments": {"ways": ["cash", "cash"]}},
        ('payments, ways[1]: "cash" is listed twice; leave one of them',),
    ),
    "a UPI id without @": Wrong(
        {"payments": {"ways": ["upi"], "upi_id": "tiffin.room"}},
        (
            'payments, upi_id: "tiffin.room" cannot be used; it takes a UPI id such as'
            " tiffin.room@okaxis",
        ),
    ),
    "one table twice": Wrong(
        {"tables": [{"table_no": "a1"}, {"table_no": "A1"}]},
        ('tables[1] "A1", table_no: "A1" is that of tables[0] "a1" too; give each its own',),
    ),
    "a zone that is nowhere": Wrong(
        zone(areas=[]),
        (
            f"{NEAR}: is nowhere; give it areas, or a circle of latitude, longitude and radius_m",
        ),
    ),
    "half a circle": Wrong(
        zone(latitude=12, radius_m=500),
        (f"{NEAR}, longitude: is missing; a circle has latitude, longitude and radius_m",),
    ),
    "an area that is no word": Wrong(
        zone(areas=["600017", "--"]), (f'{NEAR}, areas[1]: "--" cannot be used; it takes a list',)
    ),
    "north of the pole": Wrong(
        zone(latitude=91, longitude=0, radius_m=5),
        (f"{NEAR}, latitude: 91 cannot be used; it takes a number from -90 to 90",),
    ),
    "a capacity without minutes": Wrong(
        {"slots": {"capacity": 5}}, ("slots, minutes: is missing; it takes a whole number of",)
    ),
    "more than 100 per cent off": Wrong(
        percent(percent=101),
        (f"{SAVE}, percent: 101 cannot be used; it takes a number of per cent above 0, at most",),
    ),
    "a code that gives nothing": Wrong(
        {"coupons": [{"code": "SAVE"}]},
        (f"{SAVE}: says not what it takes; give it exactly one of amount, percent or free_item",),
    ),
    "a code that gives two things": Wrong(
        code(free_item="idly"), (f"{SAVE}: has amount and free_item; give it exactly one of",)
    ),
    "a code in small letters": Wrong(
        {"coupons": [{"code": "save", "amount": 5}]},
        ('coupons[0] "save", code: "save" cannot be used; it takes 2 to 32 of A-Z 0-9 _ -',),
    ),
    "a code twice": Wrong(
        {"coupons": [{"code": "SAVE", "amount": 5}, {"code": "SAVE", "percent": 5}]},
        ('coupons[1] "SAVE", code: "SAVE" is that of coupons[0] "SAVE" too; give each its own',),
    ),
    "a most of no percent": Wrong(
        code(most=100), (f"{SAVE}, most: is for codes of some percent; leave it out",)
    ),
    "a dish that is not on the menu": Wrong(
        {"coupons": [{"code": "SAVE", "free_item": "idlly"}]},
        (f'{SAVE}, free_item: "idlly" is not among the dishes of the shop; ',),
    ),
    "over before it begins": Wrong(
        code(valid_from="2026-03-01T00:00:00+05:30", valid_until="2026-02-28T18:30:00Z"),
        (f"{SAVE}, valid_until: is not after valid_from; no moment is left",),
    ),
    "a time without a zone": Wrong(
        code(valid_from="2026-03-01T00:00:00"),
        (f'{SAVE}, valid_from: "2026-03-01T00:00:00" cannot be used; it takes a time with its',),
    ),
    "a limit below what is redeemed": Wrong(
        {"coupons": [{"code": "SAVE50", "amount": 5000, "total_limit": 6}]},
        (
            'coupons[0] "SAVE50", total_limit: it is redeemed 7 times already; give at least 7,'
            " or leave the code out to end it",
        ),
    ),
    "a prefix with a blank": Wrong(
        {"receipts": {"prefix": "TR 26"}},
        ('receipts, prefix: "TR 26" cannot be used; it takes at most 12 of A-Z a-z 0-9 / -',),
    ),
    "an unseen letter": Wrong(
        {"receipts": {"legal_name": "Tiffin\u200bRoom"}},
        ("receipts, legal_name: ", "holds the unseen letter U+200B; take it out"),
    ),
    "nobody can accept so fast": Wrong(
        {"accept_minutes": 0},
        (
            "accept_minutes: 0 cannot be used; it takes a whole number of minutes from 1 to 120,"
            " or null: never",
        ),
    ),
    "an endless kitchen": Wrong(
        {"prep_minutes": 1441},
        ("prep_minutes: 1441 cannot be used; it takes a whole number of minutes from 0 to 1440",),
    ),
    "an unknown status": Wrong(
        {"cancel_until": "eaten"},
        ('cancel_until: "eaten" cannot be used; it takes one of "never", "placed", "accepted"',),
    ),
    "all in one pass": Wrong(
        {
            "fees": [{"id": "bag", "name": "", "flat": -1, "percent": 1}],
            "coupons": [{"code": "SAVE", "percent": "x", "most": 5, "free_item": "no_dish",
                         "valid_from": "2026-03-02T00:00:00Z",
                         "valid_until": "2026-03-01T00:00:00Z"}],
            "slots": 5,
            "prep_minutes": True,
        },
        (
            "7 problems, so it cannot be imported",
            f'{SAVE}, free_item: "no_dish" is not',
            f'{SAVE}, percent: "x" cannot be used',
            f"{SAVE}, valid_until: is not after",
            f'{BAG}, flat: -1 cannot be used',
            f'{BAG}, name: "" cannot be used',
            "prep_minutes: true cannot be used",
            "slots: 5 cannot be used; it takes an object",
        ),
    ),
}  # fmt: skip
NO_FILE = {
    "nothing": (b"", "file: is empty"),
    "a list": (b"[]", "file: is an empty list; a shop file is an object"),
    "no JSON": (b'{"currency": }', "file: is not JSON: Expecting value in line 1, column 14"),
    "no currency": (b"{}", "currency: is missing; it takes three capitals such as INR"),
    "said twice": (
        b'{"currency": "INR", "fees": [], "fees": []}',
        'fees: "fees" is there twice; leave one of them',
    ),
    "UTF-16": ("{}".encode("utf-16"), "file: is in UTF-16; save it as JSON, in UTF-8"),
    "too large": (b" " * (17 * 1024 * 1024), "file: is larger than 16 MiB"),
    "too many": (
        json.dumps({"currency": "INR", "zones": [{}] * 201}).encode(),
        "zones: has 201 entries; there can be 200 at most",
    ),
    "not a number": (b'{"currency": "INR", "prep_minutes": NaN}', "prep_minutes: is not a number"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_refused_whole_with_its_remedy(
    dsn: str, db: Connection, tmp_path: Path, case: Wrong
) -> None:
    put_file(dsn, RICH, tmp_path)
    db.execute("update cold.coupon set redeemed = 7 where code = 'SAVE50'")
    before = everything(db)
    with pytest.raises(MenuFileError) as refusal:
        put_file(dsn, {"currency": "INR", **case.parts}, tmp_path)
    text = str(refusal.value)
    for sentence in case.says:
        assert sentence in text
    if len(case.says) == 1:
        assert len(refusal.value.problems) == 1, text
    assert all(line.isprintable() for line in text.splitlines())
    assert everything(db) == before


@pytest.mark.parametrize(("content", "says"), NO_FILE.values(), ids=NO_FILE)
def test_what_is_no_shop_file(dsn: str, tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "shop.json"
    file.write_bytes(content)
    with pytest.raises(MenuFileError) as refusal:
        import_shop(dsn, "demo", file)
    (problem,) = refusal.value.problems
    assert problem.startswith(says)


def test_a_byte_order_mark_is_no_matter(dsn: str, tmp_path: Path) -> None:
    file = tmp_path / "shop.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(rich()).encode())
    assert import_shop(dsn, "demo", file)


@pytest.mark.parametrize(
    ("currency", "rounding", "good"),
    [
        ("JPY", 100, True),
        ("JPY", 50, False),
        ("CHF", 5, True),
        ("KWD", 5, True),
        ("INR", 5000, True),
        ("INR", 15000, False),
        ("USD", 25, True),
    ],
)
def test_a_total_is_rounded_to_what_there_is_money_of(
    dsn: str, tmp_path: Path, currency: str, rounding: int, *, good: bool
) -> None:
    add_tenant(dsn, slug="cafe", name="Café", currency=currency, time_zone="Europe/Paris")
    document: dict[str, Json] = {"currency": currency, "money": {"rounding": rounding}}
    if good:
        assert put_file(dsn, document, tmp_path, "cafe")
    else:
        with pytest.raises(MenuFileError, match=f"{currency} has no coin or note"):
            put_file(dsn, document, tmp_path, "cafe")
