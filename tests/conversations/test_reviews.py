"""What customers think of their orders, over HTTP: asked, told, told to the shop, changed."""

from collections.abc import AsyncIterator

import psycopg
import pytest

from bot.pg import Postgres
from tests.support.service import Service, at_work
from tests.support.shop import Shop

STARS = [f"{number} ★" for number in range(1, 6)]
REVIEWS = "select stars, words from cold.review order by at"


@pytest.fixture
async def service(shop: Shop, db: psycopg.Connection, postgres: Postgres) -> AsyncIterator[Service]:
    async with at_work(shop, db, postgres, "kitchen", "owner") as service:
        yield service


def reviews(service: Service) -> list[tuple[int, str | None]]:
    return service.office.db.execute(REVIEWS).fetchall()


async def test_a_bad_order_is_rated_and_the_owner_hears_why(service: Service) -> None:
    asha = service.office.person("Asha")
    order = await service.orders(asha)
    assert not set(STARS) & {label for one in asha.reads() for label in one.labels}
    await service.hands_over(order)
    told = asha.sees()
    assert told.text.splitlines()[0] == "Order #1 is completed. Thank you!"
    assert "How was it?" in told.text
    assert told.rows[-1] == STARS

    thanks = await asha.presses("2 ★")
    assert thanks.text == "Sorry it was not better. 2 of 5 stars for order #1. Want to say why?"
    await service.deliver()
    assert service.room("owner") == ["Order #1: 2 of 5 stars."]
    # Whatever he says is why, with a dish in it too; the cart stays as it is.
    thanks = await asha.says("the masala dosa was cold & soggy")
    assert thanks.text == "Thank you, the shop gets to read that. 2 of 5 stars for order #1."
    await service.deliver()
    assert service.room("owner")[1:] == ["Order #1: 2 of 5 stars. the masala dosa was cold & soggy"]
    assert "empty" in (await asha.says("/cart")).text
    assert reviews(service) == [(2, "the masala dosa was cold & soggy")]

    # It can be changed; only what becomes bad is told.
    assert "Thank you! 5 of 5 stars for order #1." in (await asha.says("5 stars")).text
    assert "All right!" in (await asha.says("no thanks")).text
    assert "2 idly" not in (await asha.says("1 star, nobody came")).text
    await service.deliver()
    assert service.room("owner")[2:] == ["Order #1: 1 of 5 stars. nobody came"]
    assert reviews(service) == [(1, "nobody came")]


async def test_a_good_order_is_no_alert_and_what_is_ordered_next_is_no_opinion(
    service: Service,
) -> None:
    asha = service.office.person("Asha")
    await service.hands_over(await service.orders(asha))
    await asha.presses("5 ★")
    assert "Added 2x Idly" in (await asha.says("2 idly")).text
    await service.deliver()
    assert service.room("owner") == []
    assert reviews(service) == [(5, None)]


async def test_in_ones_own_language(service: Service) -> None:
    asha = service.office.person("Asha", language_code="hi")
    await asha.says("/language hi")
    await asha.says("2 idly")
    await asha.says("takeaway")
    await asha.presses("कैश")
    await service.hands_over(service.last_order())
    assert asha.sees().rows[-1] == STARS
    await asha.presses("1 ★")
    assert "5 में से 1" in asha.sees().text
    await service.deliver()
    assert service.room("owner") == ["Order #1: 1 of 5 stars."]
