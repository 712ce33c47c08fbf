"""A whole evening of a shop, over HTTP; read service.txt first.

With HOTCART_REWRITE=1 the first test writes down in it what is seen now, to be read and kept.
"""

import os
import re
from decimal import Decimal

import psycopg
import pytest

from tests.support.evening.amounts import MONEY
from tests.support.evening.books import Books
from tests.support.evening.script import acts_and_remarks
from tests.support.evening.stage import FILES, Stage, stage
from tests.support.evening.sums import faults

STORY = FILES / "service.txt"
TAKEN = """
select method, sum(amount - refunded) from cold.payments where status in ('paid', 'refunded')
group by method order by method
"""
ORDERS = """
select order_no, status, app.order_total(o) from cold.orders o order by order_no
"""
STOCK = """
select name, quantity from cold.menu_item_stock join cold.menu_item using (tenant_id, item_id)
where tenant_id = (select tenant_id from cold.tenants where slug = 'corner')
"""
FEWEST = 20


def story() -> str:
    """What was written down."""
    return STORY.read_text(encoding="utf-8")


async def played(stage: Stage) -> str:
    """The story as it happens now."""
    lines: list[str] = []
    for one in acts_and_remarks(story()):
        if isinstance(one, str):
            lines.append(one)
            continue
        lines.append(one.line)
        try:
            lines += await stage.perform(one)
        except AssertionError as error:
            lines.append(f"    !! {error}".splitlines()[0])
    return "\n".join(lines) + "\n"


@pytest.mark.timeout(300)
async def test_the_evening_is_as_it_was_written_down(dsn: str, db: psycopg.Connection) -> None:
    async with stage(dsn, db) as corner:
        happened = await played(corner)
    if os.environ.get("HOTCART_REWRITE"):  # noqa: TID251 - not a setting of ours
        STORY.write_text(happened, encoding="utf-8")
    assert "!!" not in happened
    assert happened == story()

    # What the database holds is what the books have.
    books = Books(FILES)
    assert faults(happened, books) == []
    assert dict(db.execute(TAKEN).fetchall()) == books.till()
    called = {"declined": "rejected"}
    assert db.execute(ORDERS).fetchall() == [
        (one.number, called.get(one.status, one.status), books.total(one.number))
        for one in books.sales.values()
    ]
    stock: dict[str, int] = dict(db.execute(STOCK).fetchall())
    assert stock == {dish: books.stock(dish) for dish in stock}


def test_every_number_of_it_is_right() -> None:
    books = Books(FILES)
    assert faults(story(), books) == []
    assert len(books.sales) >= FEWEST
    assert {one.kind for one in books.sales.values()} == {"take-away", "dine-in", "delivery"}
    assert sum(books.till().values()) == books.revenue - sum(
        (books.total(one.number) for one in books.counted if one.status != "completed"), Decimal()
    )


def test_a_number_that_is_wrong_is_found() -> None:
    """Any amount of the evening, a hundredth dearer."""
    text = story()
    amounts = [one for one in re.finditer(MONEY, text) if not in_script(text, one.start())]
    assert len(amounts) > 500
    for one in amounts[:: len(amounts) // 60]:
        more = f"₹{Decimal(one[1].lstrip('-').replace('₹', '').replace(',', '')) + Decimal('0.01')}"
        wrong = text[: one.start()] + more + text[one.end() :]
        assert wrong_is_found(wrong), text[one.start() - 60 : one.end()]


def in_script(text: str, at: int) -> bool:
    """Whether that is said by the story and not seen in it."""
    return text[text.rfind("\n", 0, at) + 1] != " "


def wrong_is_found(text: str) -> bool:
    """Whether a story is not as it should be."""
    try:
        return faults(text, Books(FILES)) != []
    except AssertionError:
        return True
