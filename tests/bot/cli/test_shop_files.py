"""`hotcart shop`: files are checked, imported after a look at what changes, and exported."""

import json
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.problems import Json
from tests.bot.cli.conftest import Hotcart
from tests.support.records import everything
from tests.support.shop_files import RICH, rich

AT = ("--tenant", "demo")


def write(document: Json) -> None:
    """Write the shop file."""
    Path("shop.json").write_text(json.dumps(document), "utf-8")


@pytest.fixture
def charging(shopkeeper: Hotcart) -> Hotcart:
    """The demo shop charges as the file says that has everything."""
    write(RICH)
    ran = shopkeeper("shop", "import", "shop.json", *AT, "--yes")
    assert ran.code == 0, ran.err
    return shopkeeper


def test_an_import_says_what_it_changes(charging: Hotcart) -> None:
    write({"currency": "INR", "prep_minutes": 30, "fees": [
        {"id": "service", "name": "Service", "percent": 7.25, "order_types": ["dine_in"]},
        {"id": "box", "name": "Box", "per_piece": 650, "tax_class": "packaged"},
        {"id": "bag", "name": "Bag <b>&", "flat": 1050, "free_from": 50000},
        {"id": "tip", "name": "Tip", "percent": 5}]})  # fmt: skip
    ran = charging("shop", "import", "shop.json", *AT)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "+ fee Tip (tip)",
        "~ shop: prep_minutes 25 -> 30",
        "~ fee Box (box): per_piece 5.00 -> 6.50",
        "1 added, 2 changed, 0 removed",
        "The rules of demo are imported. They hold from the next message on.",
    ]


def test_an_export_can_be_imported_again(charging: Hotcart, db: Connection) -> None:
    before = everything(db)
    ran = charging("shop", "export", *AT)
    assert json.loads(ran.out) == RICH
    Path("shop.json").write_text(ran.out, "utf-8")
    again = charging("shop", "import", "shop.json", *AT)
    assert again.out == "The rules of demo are as shop.json has them already: nothing to change.\n"
    assert everything(db) == before
    assert charging("shop", "export").out == ran.out, "HOTCART_TENANT is the demo shop"


def test_a_check_names_the_parts_and_changes_nothing(charging: Hotcart, db: Connection) -> None:
    before = everything(db)
    write({"currency": "INR", "tables": [], "zones": [], "tips": True})
    ran = charging("shop", "check", "shop.json", *AT)
    assert ran.out.splitlines() == [
        "note: tips: is not a field of the format and is not kept",
        "note: zones: delivery is offered without a zone: anywhere, at no fee",
        "shop.json can be imported. It sets tables, zones.",
    ]
    assert everything(db) == before


def test_every_problem_is_printed_and_nothing_is_imported(
    charging: Hotcart, db: Connection
) -> None:
    before = everything(db)
    write(rich(slots={"capacity": 4}, cupons=[], prep_minutes=-1))
    for command in ("check", "import"):
        ran = charging("shop", command, "shop.json", *AT)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines()[-4:] == [
            "hotcart: shop.json: 3 problems, so it cannot be imported",
            '  cupons: is not a field; did you mean "coupons"?',
            "  prep_minutes: -1 cannot be used; it takes a whole number of minutes from 0 to 1440",
            "  slots, minutes: is missing; it takes a whole number of minutes from 5 to 240",
        ]
    assert everything(db) == before


def test_a_script_removes_only_when_told_to(charging: Hotcart, db: Connection) -> None:
    before = everything(db)
    write({"currency": "INR", "tables": [{"table_no": "4"}]})
    ran = charging("shop", "import", "shop.json", *AT)
    assert ran.code == 1
    assert ran.out.splitlines() == ["- table 12", "- table A1", "0 added, 0 changed, 2 removed"]
    assert ran.err.splitlines()[-1] == (
        "hotcart: This removes 2 entries of the rules of demo. Nothing is imported; --yes does it"
        " without asking"
    )
    assert everything(db) == before
    assert charging("shop", "import", "shop.json", *AT, "--yes").code == 0


def test_a_person_is_asked_before_anything_is_removed(
    charging: Hotcart, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"currency": "INR", "tables": []})
    monkeypatch.setattr("bot.cli.changes.has_person", lambda: True)
    ran = charging("shop", "import", "shop.json", *AT, stdin="n\n")
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "hotcart: nothing is imported")
    ran = charging("shop", "import", "shop.json", *AT, stdin="y\n")
    assert ran.code == 0
    assert ran.out.count("- table 12") == 1


def test_a_file_or_a_shop_that_is_not_there(charging: Hotcart) -> None:
    ran = charging("shop", "check", "no.json", *AT)
    assert (ran.code, ran.err.splitlines()[-1]) == (
        1,
        "hotcart: no.json: No such file or directory",
    )
    ran = charging("shop", "export", "--tenant", "nowhere")
    assert "there is no shop 'nowhere'" in ran.err
    assert charging("shop", "import").code == 2


def test_the_provider_token_is_piped_in_and_never_shown(charging: Hotcart, db: Connection) -> None:
    ran = charging("shop", "provider", *AT, stdin="123:TEST:secret\n")
    assert ran.code == 0
    assert "secret" not in ran.out + ran.err + charging("shop", "export", *AT).out
    stored = "select payment_provider_token from cold.tenants where slug = 'demo'"
    assert db.execute(stored.encode()).fetchone() == ("123:TEST:secret",)
    ran = charging("shop", "provider", *AT, stdin="\n")
    assert "demo sends no Telegram invoices." in ran.out
    assert db.execute(stored.encode()).fetchone() == (None,)


def test_the_doctor_names_rules_that_cannot_work(charging: Hotcart) -> None:
    write(rich(payments={"ways": ["telegram"]}))
    charging("shop", "import", "shop.json", *AT, "--yes")
    ran = charging("doctor")
    assert ran.code == 1
    assert "Rules of demo" in ran.out
    assert "hotcart shop" in ran.out
