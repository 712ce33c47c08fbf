"""Opening shops, giving them menus and bots, and looking after the database."""

import psycopg
import pytest

from tests.bot.cli.conftest import Hotcart
from tests.support.turns import Caller, line

ADD = ("tenant", "add", "dosa_hut", "--name", "Dosa Hut", "--currency", "inr")
INDIA = ("--time-zone", "Asia/Kolkata")


def test_a_shop_is_opened_and_shown(shopkeeper: Hotcart) -> None:
    ran = shopkeeper(*ADD, *INDIA, "--order-type", "dine_in", "--order-type", "take_away")
    assert ran.code == 0
    assert ran.out == "dosa_hut is open. Next: hotcart menu import FILE --tenant dosa_hut\n"
    listed = [" ".join(row.split()) for row in shopkeeper("tenant", "list").out.splitlines()]
    assert any(row.startswith("dosa_hut Dosa Hut INR Asia/Kolkata en") for row in listed)
    assert any(row.startswith("demo ") for row in listed)
    shown = shopkeeper("tenant", "show", "dosa_hut").out
    assert "Dishes:      0\n" in shown
    assert "Name:        Dosa Hut\n" in shown


def test_a_shop_offers_all_languages_or_those_it_names(shopkeeper: Hotcart) -> None:
    assert "Languages:   en, hi, ta\n" in shopkeeper("tenant", "show", "demo").out
    assert shopkeeper(*ADD, *INDIA, "--language", "ta", "--offers", "en").code == 0
    assert "Languages:   ta, en\n" in shopkeeper("tenant", "show", "dosa_hut").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((*ADD, "--time-zone", "India"), "hotcart: time zone 'India' is unknown"),
        ((*ADD, *INDIA, "--offers", "fr"), "hotcart: replies cannot be in fr; there is en, hi, ta"),
        (("tenant", "show", "nope"), "hotcart: there is no shop 'nope'; see `hotcart tenant list`"),
        (("menu", "import", "no.json"), "hotcart: no.json: No such file or directory"),
        (("tenant", "bot", "nope"), "hotcart: there is no shop 'nope'"),
    ],
)
def test_what_is_refused_says_why(
    shopkeeper: Hotcart, arguments: tuple[str, ...], says: str
) -> None:
    ran = shopkeeper(*arguments, stdin="1:abc\n")
    assert ran.code == 1
    assert ran.err.splitlines()[-1].startswith(says)


def test_a_shop_is_given_its_bot(shopkeeper: Hotcart) -> None:
    assert shopkeeper("tenant", "bot", "demo", stdin="123:abc\n").code == 0
    assert "Bots:        1\n" in shopkeeper("tenant", "show", "demo").out
    refused = shopkeeper("tenant", "bot", "demo", stdin="hunter2\n")
    assert refused.code == 1
    assert "hunter2" not in refused.out + refused.err


def test_a_database_of_another_version_is_refused_until_it_is_migrated(
    shopkeeper: Hotcart, db: psycopg.Connection
) -> None:
    db.execute("update public.hotcart_schema set fingerprint = 'older'")
    ran = shopkeeper("tenant", "list")
    assert ran.code == 1
    assert ran.err.endswith("run `hotcart migrate`\n")
    assert "run `hotcart migrate`" in " ".join(shopkeeper("doctor").out.split())
    assert shopkeeper("migrate").out == "The database is now at head.\n"
    assert shopkeeper("migrate").out == "The database was at head already.\n"
    assert shopkeeper("tenant", "list").code == 0


def test_recover_brings_carts_back(shopkeeper: Hotcart, db: psycopg.Connection, dsn: str) -> None:
    with Caller(dsn, "asha") as asha, Caller(dsn, "ravi") as ravi:
        asha.add_to_cart([line("idly", 2)])
        ravi.add_to_cart([line("masala_dosa")])
    before = db.execute("select * from hot.session_cart order by session_id").fetchall()
    assert len(before) == 2
    db.execute("truncate hot.session_state, hot.session_cart, hot.session_checkout")
    assert shopkeeper("recover").out == "Sessions replayed: 2.\n"
    assert db.execute("select * from hot.session_cart order by session_id").fetchall() == before
    assert shopkeeper("recover").out == "Sessions replayed: 0.\n"


def test_recover_names_a_session_whose_log_has_a_gap(
    shopkeeper: Hotcart, db: psycopg.Connection, dsn: str
) -> None:
    with Caller(dsn, "asha") as asha, Caller(dsn, "ravi") as ravi:
        for _ in range(3):
            broken = asha.add_to_cart([line("idly")]).session_id
        ravi.add_to_cart([line("idly")])
    db.execute("delete from warm.session_events where session_id = %s and seq = 2", (broken,))
    db.execute("truncate hot.session_state, hot.session_cart, hot.session_checkout")
    ran = shopkeeper("recover")
    assert ran.out == "Sessions replayed: 1.\n"
    assert ran.code == 1
    assert ran.err.endswith(f"{broken}\n")


def test_the_doctor_finds_what_a_test_server_lacks(shopkeeper: Hotcart) -> None:
    ran = shopkeeper("doctor")
    seen = " ".join(ran.out.split())
    assert ran.code == 1
    assert "wrong Durability" in seen
    assert "turn fsync on" in seen
    assert "ok Schema at head" in seen
    assert "365" in seen


def test_the_doctor_looks_at_a_server_that_is_not_there(
    hotcart: Hotcart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://shop:secret@127.0.0.1:1/x")
    ran = hotcart("doctor")
    assert ran.code == 1
    assert "check DATABASE_URL" in " ".join(ran.out.split())
    assert "secret" not in ran.out


def test_orders_are_not_taken_on_a_server_that_may_lose_them(shopkeeper: Hotcart) -> None:
    ran = shopkeeper("chat", "--script", "-", stdin="add 2 idly\n")
    assert ran.code == 1
    assert "fsync" in ran.err.splitlines()[-1]
