"""What the day came to, in the owner's room when the shop has closed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.bot.outbox.post import Post
from tests.bot.outbox.rooms import room, seen
from tests.support.back_office import address, unbind
from tests.support.turns import line

DUE = "update cold.outbox set next_at = now() where topic = 'daily_summary'"


async def test_it_comes_once_with_the_figures_of_its_moment(post: Post) -> None:
    room(post.db, "owner")
    post.customer("Asha")
    post.customer("Ravi", line("masala_dosa", 3))
    await post.deliver()
    assert [one for one in seen(post, "owner") if "Most sold" in one.text] == []
    post.customer("Meena")
    post.db.execute(DUE)
    for _ in range(2):
        await post.deliver()
    (told,) = [one for one in seen(post, "owner") if "Most sold" in one.text]
    today = datetime.now(ZoneInfo("Asia/Kolkata"))  # noqa: TID251 - the clock of the test's shop
    heading, money, orders, *rest = told.text.splitlines()
    assert heading.endswith(f"{today.day} {today:%B}")
    assert "₹400 from 3 orders, ₹133.33 on average; a week ago by this hour nothing." in money
    assert orders == "3 orders (3 take-away), 3 still open."
    assert rest == [
        "Most sold: Idly 4, Masala Dosa 3.",
        "3 customers, 3 new (3 orders), none came back.",
    ]


async def test_a_room_that_is_none_by_then_hears_nothing(post: Post) -> None:
    room(post.db, "owner")
    post.customer("Asha")
    unbind(post.db, address("owner"))
    post.db.execute(DUE)
    await post.deliver()
    assert [one for one in seen(post, "owner") if "Most sold" in one.text] == []
    waits = "select count(*) from cold.outbox where topic = 'daily_summary' and status <> 'sent'"
    assert post.db.execute(waits).fetchone() == (0,)
