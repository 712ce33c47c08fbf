"""Stock, prices and alerts in the rooms of a group, by sentence, command and button."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.pg import Postgres
from tests.fakes.telegram_person import Person
from tests.support.pantry import left_of, put_ingredient, put_recipe
from tests.support.service import Service, at_work
from tests.support.shop import Shop
from tests.support.staff import stock_of

PRICE = "select price::text from cold.menu_item where item_id = 'masala_dosa'"


@pytest.fixture
async def service(shop: Shop, db: psycopg.Connection, postgres: Postgres) -> AsyncIterator[Service]:
    """Four rooms; Asha owns the shop, Ravi cooks; a litre of milk feeds filter coffee and tea."""
    put_ingredient(db, "milk", "1")
    put_recipe(db, "filter_coffee", milk="0.15")
    put_recipe(db, "tea", milk="0.1")
    db.execute("select app.menu_changed(tenant_id) from cold.tenants")
    async with at_work(shop, db, postgres, "owner", "kitchen", "inventory", "counter") as opened:
        opened.office.person("Asha", "owner")
        opened.office.person("Ravi", "kitchen")
        yield opened


async def hears(person: Person, *texts: str) -> list[str]:
    """What is answered to each."""
    return [(await person.says(text)).text for text in texts]


async def test_stock_by_command_and_in_words(service: Service, db: psycopg.Connection) -> None:
    ravi = service.office.at("Ravi", "kitchen")
    assert await hears(
        ravi,
        "/stock idly 20",
        "/stock idly +5",
        "/stock idly -3",
        "add 20 idly",
        "how many idly left",
        "/stock idly low",
    ) == [
        "Idly: 20 in stock now. It was not counted before.",
        "Idly: 25 in stock now, it was 20.",
        "Idly: 22 in stock now, it was 25.",
        "Idly: 42 in stock now, it was 22.",
        "Idly: 42 in stock.",
        "/stock — all that is counted. /stock idly: one dish or ingredient. /stock idly 20: there "
        "are 20; +20: 20 came in; -5: 5 are gone. /stock milk 3 l: with its unit. "
        "/stock idly low 5: warn when fewer are left; low off: never.",
    ]
    assert await hears(ravi, "undo", "/stock idly low 30", "/stock idly") == [
        "Undone. Idly: 22 in stock again.",
        "I tell the store room and the owner's room once when there are fewer than 30 of Idly. "
        "22 in stock now.",
        "⚠ Idly: only 22 in stock.",
    ]
    assert stock_of(db, "idly") == 22


async def test_of_a_dish_and_an_ingredient_of_one_name_it_is_asked_which(
    service: Service, db: psycopg.Connection
) -> None:
    put_ingredient(db, "tea", "500", "g")
    db.execute("select app.menu_changed(tenant_id) from cold.tenants")
    ravi = service.office.at("Ravi", "kitchen")
    for button, told in (
        ("The dish Tea", "Tea: 5 in stock now. It was not counted before."),
        ("The ingredient Tea", "Tea: 5 g in stock now, it was 500 g."),
    ):
        asked = await ravi.says("update tea stock to 5")
        assert asked.text == "Tea: the dish or the ingredient? I did nothing yet."
        assert (await ravi.presses(button)).text == told
    assert (stock_of(db, "tea"), left_of(db, "tea")) == (5, "5")
    shown = (await ravi.says("/stock tea")).text
    assert "Tea: 5 in stock." in shown
    assert "Tea: 5 g in stock." in shown


async def test_an_ingredient_takes_its_dishes_off_and_brings_them_back(
    service: Service, db: psycopg.Connection
) -> None:
    ravi, guest = service.office.at("Ravi", "inventory"), service.office.person("Guest")
    service.office.person("Ravi")
    assert await hears(
        service.office.at("Ravi", "kitchen"),
        "update milk stock to 0",
        "how much milk is left",
        "we have 2 litres of milk",
        "add 500 ml milk",
        "add 3 kg milk",
        "milk is finished",
    ) == [
        "Milk: 0 l in stock now, it was 1 l. That takes Filter Coffee and Tea off the menu.",
        "Milk: 0 l in stock. Too little for Filter Coffee and Tea.",
        "Milk: 2 l in stock now, it was 0 l. That brings Filter Coffee and Tea back.",
        "Milk: 2.5 l in stock now, it was 2 l.",
        'Milk is counted in l, so I changed nothing. Say for example "add 3 l Milk".',
        "Milk: 0 l in stock now, it was 2.5 l. That takes Filter Coffee and Tea off the menu.",
    ]
    assert "Filter Coffee is sold out" in (await guest.says("a filter coffee")).text
    assert (await ravi.says("undo")).text == "Undone. Milk: 2.5 l in stock again."
    assert "Added 1x Filter Coffee" in (await guest.says("a filter coffee")).text
    assert left_of(db, "milk") == "2.5"


async def test_a_price_is_changed_by_who_asked_and_carts_are_told(
    service: Service, db: psycopg.Connection
) -> None:
    asha, guest = service.office.at("Asha", "owner"), service.office.person("Guest")
    service.office.person("Meena", "owner")
    await hears(guest, "1 masala dosa", "takeaway")
    asked = await asha.says("/price masala dosa 90")
    assert asked.text == "Change the price of Masala Dosa from ₹80 to ₹90?"
    await service.office.at("Meena", "owner").presses("Yes, ₹90")
    assert db.execute(PRICE).fetchone() == ("80.00",)
    assert (await asha.presses("Yes, ₹90")).text == (
        "Masala Dosa is ₹90 now, it was ₹80. Open carts are told."
    )
    told = await guest.presses("Cash")
    assert "₹90" in told.text
    assert "₹80" in told.text
    assert (await asha.says("undo")).text == "Undone. Masala Dosa is ₹80 again."
    assert db.execute(PRICE).fetchone() == ("80.00",)
    log = (await asha.says("/log")).text
    assert "set price Masala Dosa" in log or "Masala Dosa" in log


async def test_a_cook_sets_no_price(service: Service, db: psycopg.Connection) -> None:
    ravi = service.office.at("Ravi", "kitchen")
    assert (await ravi.says("price of masala dosa to 90")).text.startswith(
        "That is not for kitchen"
    )
    assert db.execute(PRICE).fetchone() == ("80.00",)


async def test_alerts_arrive_by_themselves_and_at_zero_it_is_sold_out(
    service: Service, db: psycopg.Connection
) -> None:
    ravi, guest = service.office.at("Ravi", "kitchen"), service.office.person("Guest")
    await hears(ravi, "set idly stock to 6", "warn me when idly is below 5")
    await service.orders(guest, "2 idly")
    await service.deliver()
    assert service.room("inventory") == ["Idly is running low: 4 left."]
    await service.orders(guest, "3 idly")
    await service.deliver()
    assert service.room("inventory") == ["Idly is running low: 4 left."]
    await service.orders(guest, "1 idly")
    await service.deliver()
    assert service.room("inventory")[1:] == ["Idly has run out."]
    assert "Idly is sold out" in (await guest.says("1 idly")).text
    await ravi.says("add 10 idly")
    assert "Added 1x Idly" in (await guest.says("1 idly")).text
    await guest.says("clear my cart")

    await service.orders(guest, "6 filter coffee")
    await service.deliver()
    assert service.room("inventory")[2:] == [
        "Milk has run out (0.1 l left): no more Filter Coffee."
    ]


async def test_eighty_six_and_back_by_command(service: Service) -> None:
    ravi, guest = service.office.at("Ravi", "kitchen"), service.office.person("Guest")
    assert await hears(ravi, "/86 masala dosa", "/86 nothing at all", "/86") == [
        'Masala Dosa is sold out until you say "Masala Dosa is back".',
        "There is no nothing at all on the menu, so I did nothing.",
        "/86 masala dosa — sold out until /back. /86 masala dosa till 6: until then.",
    ]
    assert "Masala Dosa is sold out" in (await guest.says("1 masala dosa")).text
    assert await hears(ravi, "/back masala dosa") == ["Masala Dosa is back on sale."]
    assert "Added 1x Masala Dosa" in (await guest.says("1 masala dosa")).text
