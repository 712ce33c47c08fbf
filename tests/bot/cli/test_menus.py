"""`hotcart menu`: files are checked, imported after a look at what changes, and exported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.problems import Json
from tests.bot.cli.conftest import Hotcart
from tests.support.records import everything

DOSA: dict[str, Json] = {"id": "dosa", "name": "Dosa", "category": "Dosas", "price": 6000}
VADA: dict[str, Json] = {"id": "vada", "name": "Vada", "category": "Dosas", "price": 3000}


@pytest.fixture
def hut(shopkeeper: Hotcart) -> Hotcart:
    """A second shop, which sells dosas and vadas."""
    add = ("tenant", "add", "hut", "--name", "Hut", "--currency", "INR")
    shopkeeper(*add, "--time-zone", "Asia/Kolkata")
    write(DOSA, VADA)
    ran = shopkeeper("menu", "import", "menu.json", "--tenant", "hut")
    assert ran.out.splitlines() == [
        *(f"+ meal period {name} ({name.lower()})" for name in ("Breakfast", "Lunch", "Snacks")),
        "+ meal period Dinner (dinner)",
        "+ category Dosas (dosas)",
        "+ dish Dosa (dosa)",
        "+ dish Vada (vada)",
        "7 added, 0 changed, 0 removed",
        "The menu of hut is imported. Dishes: 2.",
    ]
    return shopkeeper


def write(*dishes: Json) -> None:
    """Write the menu file."""
    Path("menu.json").write_text(json.dumps({"currency": "INR", "items": [*dishes]}), "utf-8")


def test_a_file_is_checked_without_a_shop(hotcart: Hotcart) -> None:
    write({**DOSA, "calories": 300}, VADA)
    ran = hotcart("menu", "check", "menu.json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        'note: items[0] "dosa", calories: is not a field of the format and is not kept',
        "menu.json can be imported: 2 dishes, 1 category, 0 option groups, 4 meal periods.",
    ]


def test_every_problem_is_printed_and_nothing_is_imported(hut: Hotcart, db: Connection) -> None:
    before = everything(db)
    write({**DOSA, "price": 60.5}, {**VADA, "pirce": 3, "name": "\x1b[2J"})
    for command in ("check", "import"):
        ran = hut("menu", command, "menu.json", "--tenant", "hut")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines()[-4:] == [
            "hotcart: menu.json: 3 problems, so it cannot be imported",
            '  items[0] "dosa", price: 60.5 cannot be used; it takes a whole number of minor units'
            " from 0 to 999999900: 4000 is 40.00",
            '  items[1] "vada", name: "\\u001b[2J" holds the unseen letter U+001B; take it out',
            '  items[1] "vada", pirce: is not a field; did you mean "price"?',
        ]
    assert everything(db) == before


def test_a_check_against_a_shop_knows_its_currency(hut: Hotcart) -> None:
    Path("menu.json").write_text(json.dumps({"currency": "EUR", "items": [DOSA]}))
    assert hut("menu", "check", "menu.json").code == 0
    ran = hut("menu", "check", "menu.json", "--tenant", "hut")
    assert "the file is in EUR, the shop sells in INR" in ran.err


def test_an_import_says_what_it_changes(hut: Hotcart) -> None:
    write({**DOSA, "price": 6550}, VADA, {**VADA, "id": "podi_vada", "name": "Podi Vada"})
    ran = hut("menu", "import", "menu.json", "--tenant", "hut")
    assert ran.out.splitlines() == [
        "+ dish Podi Vada (podi_vada)",
        "~ dish Dosa (dosa): price 60.00 -> 65.50",
        "1 added, 1 changed (1 price), 0 removed",
        "The menu of hut is imported. Dishes: 3.",
    ]


def test_an_import_that_changes_nothing_writes_nothing(hut: Hotcart, db: Connection) -> None:
    before = everything(db)
    ran = hut("menu", "import", "menu.json", "--tenant", "hut")
    assert ran.out == "The menu of hut is as menu.json has it already: nothing to change.\n"
    assert everything(db) == before


def test_a_script_removes_only_when_told_to(hut: Hotcart, db: Connection) -> None:
    before = everything(db)
    write(DOSA)
    ran = hut("menu", "import", "menu.json", "--tenant", "hut")
    assert ran.code == 1
    assert ran.out.splitlines() == ["- dish Vada (vada)", "0 added, 0 changed, 1 removed"]
    assert ran.err.splitlines()[-1] == (
        "hotcart: This removes 1 entry of the menu of hut. Nothing is imported; --yes does it"
        " without asking"
    )
    assert everything(db) == before
    ran = hut("menu", "import", "menu.json", "--tenant", "hut", "--yes")
    assert ran.out.splitlines() == [
        "- dish Vada (vada)",
        "0 added, 0 changed, 1 removed",
        "The menu of hut is imported. Dishes: 1.",
    ]


def test_a_person_is_asked_before_anything_is_removed(
    hut: Hotcart, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(db)
    write(DOSA)
    monkeypatch.setattr("bot.cli.changes.has_person", lambda: True)
    ran = hut("menu", "import", "menu.json", "--tenant", "hut", stdin="n\n")
    assert (ran.code, ran.err.splitlines()[-1]) == (1, "hotcart: nothing is imported")
    assert everything(db) == before
    ran = hut("menu", "import", "menu.json", "--tenant", "hut", stdin="y\n")
    assert ran.code == 0
    assert ran.out.count("- dish Vada (vada)") == 1


def test_an_export_can_be_imported_again(hut: Hotcart, db: Connection) -> None:
    before = everything(db)
    for name in ("out.json", "out.csv"):
        ran = hut("menu", "export", name, "--tenant", "hut")
        assert ran.out.startswith(f"{name} has the menu of hut: 2 dishes, 1 category")
        again = hut("menu", "import", name, "--tenant", "hut")
        assert again.out.endswith("nothing to change.\n")
    assert everything(db) == before
    printed = hut("menu", "export", "-", "--tenant", "hut").out
    assert printed == Path("out.json").read_text("utf-8")


def test_a_table_of_a_shop_with_options_says_what_it_lacks(hut: Hotcart) -> None:
    ran = hut("menu", "export", "demo.csv", "--tenant", "demo")
    assert ran.out.splitlines()[-1] == (
        "A table has no options and no hours: an import of it leaves them as they are."
    )


def test_a_shop_without_a_menu_has_nothing_to_export(shopkeeper: Hotcart) -> None:
    add = ("tenant", "add", "hut", "--name", "Hut", "--currency", "INR")
    shopkeeper(*add, "--time-zone", "Asia/Kolkata")
    ran = shopkeeper("menu", "export", "out.json", "--tenant", "hut")
    assert "hut has no menu yet" in ran.err
    assert not Path("out.json").exists()


def test_a_reader_that_goes_away_is_no_error(hut: Hotcart, dsn: str) -> None:
    command = [sys.executable, "-c", "from bot.cli import main; main()"]
    with subprocess.Popen(
        [*command, "menu", "export", "-", "--tenant", "demo"],
        env={"DATABASE_URL": dsn, "PYTHONPATH": ":".join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as export:
        assert export.stdout is not None
        assert export.stderr is not None
        export.stdout.read(10)
        export.stdout.close()
        assert b"Traceback" not in export.stderr.read()
