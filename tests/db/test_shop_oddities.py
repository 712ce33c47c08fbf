"""Rules that cannot work, or may not be meant, are named by `check` and by the doctor."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from psycopg import Connection

from db.health import Finding, examine
from db.menu.problems import Json
from db.shop.import_file import check_shop
from db.shop.provider import set_provider
from db.tenants import add_tenant
from tests.support.shop_files import Document, put_file, rich

TYPES: Json = [{"order_type": "take_away"}]
CASES: Mapping[str, tuple[Document, str, bool]] = {
    "delivery anywhere": (
        rich(zones=[]),
        "zones: delivery is offered without a zone: anywhere, at no fee",
        True,
    ),
    "zones for nobody": (
        rich(order_types=TYPES, tables=[], fees=[]),
        "zones: delivery is not among the order_types",
        True,
    ),
    "tables for nobody": (
        rich(order_types=TYPES, zones=[], fees=[]),
        "tables: dine_in is not among the order_types",
        True,
    ),
    "a fee for nobody": (
        rich(order_types=TYPES, zones=[], tables=[]),
        'fees: "service" is for dine_in only, not offered',
        True,
    ),
    "a UPI id for nobody": (
        rich(payments={"ways": ["cash"], "upi_id": "ab@okaxis"}),
        "payments, upi_id: is not used: upi is not among the ways",
        True,
    ),
    "UPI without an id": (
        rich(payments={"ways": ["upi"]}),
        "payments, upi_id: UPI is offered without an id: it is paid at the counter only",
        True,
    ),
    "invoices without a token": (
        rich(payments={"ways": ["telegram", "cash"]}),
        "payments, ways: Telegram invoices lack a provider token and nobody is shown them",
        False,
    ),
    "a tax number without taxes": (
        rich(money={"taxes": []}, fees=[]),
        "receipts, tax_number: is on receipts, and no tax is set",
        True,
    ),
}


def rules_of(dsn: str, slug: str) -> Finding:
    """What the doctor says of a shop's rules."""
    (found,) = [one for one in examine(dsn, 1000) if one.name == f"Rules of {slug}"]
    return found


@pytest.mark.parametrize(("document", "says", "works"), CASES.values(), ids=CASES)
def test_it_is_noted_and_the_doctor_mentions_it(
    dsn: str, tmp_path: Path, document: Document, says: str, *, works: bool
) -> None:
    put_file(dsn, document, tmp_path)
    assert any(says in note for note in check_shop(dsn, "demo", tmp_path / "shop.json").notes)
    found = rules_of(dsn, "demo")
    assert says in found.detail
    assert found.good is (None if works else False)
    assert "hotcart shop export --tenant demo" in found.remedy


def test_rules_that_fit_are_fine(dsn: str, tmp_path: Path) -> None:
    put_file(dsn, rich(payments={"ways": ["telegram"]}), tmp_path)
    set_provider(dsn, "demo", "123:TEST:secret")
    assert check_shop(dsn, "demo", tmp_path / "shop.json").notes == ()
    assert rules_of(dsn, "demo").good is True


def test_what_a_menu_has_changed_since_is_found(dsn: str, db: Connection, tmp_path: Path) -> None:
    put_file(dsn, rich(), tmp_path)
    db.execute("update cold.menu_item set is_removed = true where item_id = 'idly'")
    db.execute("update cold.menu_item set tax_class = 'wine' where item_id = 'masala_dosa'")
    found = rules_of(dsn, "demo")
    assert found.good is False
    assert 'coupons: IDLYFREE gives "idly", which is not on the menu' in found.detail
    assert 'money, taxes: "wine" is used and not among the tax classes' in found.detail


def test_a_currency_that_upi_is_not_for(dsn: str) -> None:
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    found = rules_of(dsn, "cafe")
    assert (found.good, "UPI is for INR; in EUR it is paid" in found.detail) == (None, True)


def test_a_field_nobody_knows_is_noted_and_not_kept(dsn: str, tmp_path: Path) -> None:
    put_file(dsn, rich(opening="07:00"), tmp_path)
    assert check_shop(dsn, "demo", tmp_path / "shop.json").notes == (
        "opening: is not a field of the format and is not kept",
    )
