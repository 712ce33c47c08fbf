"""Who delivers what: news, slow looks, leases that moved on, several processes, an orderly end."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest

from tests.bot.outbox.post import Post
from tests.fakes.telegram import ApiCall
from tests.support.ears import cut_ears
from tools.kit.call import Json

NEVER = 1000.0
SOON = 0.05


@asynccontextmanager
async def running(post: Post, *, every: float) -> AsyncIterator[None]:
    """A dispatcher that has looked once, and is stopped as a service is."""
    post.customer("the first")
    async with post.dispatcher() as dispatcher, asyncio.TaskGroup() as group:
        task = group.create_task(dispatcher.run(every=every))
        await post.telegram.until_called("sendMessage", 1)
        yield
        task.cancel()


async def claim(post: Post) -> dict[str, Json]:
    """Lease one notice as another process would, and be silent from then on."""
    row = await post.postgres.call("claim_notices", post.tenant, "telegram", 1, 30.0)
    assert isinstance(row, dict)
    notices = row["notices"]
    assert isinstance(notices, list)
    (notice,) = notices
    assert isinstance(notice, dict)
    return notice


async def test_news_is_delivered_without_waiting_for_a_look(post: Post) -> None:
    async with running(post, every=NEVER):
        asha = post.customer()
        await post.telegram.until_called("sendMessage", 2)
        asha.goes_on("accepted")
        await post.telegram.until_called("editMessageText", 1)


async def test_where_no_news_is_heard_a_look_finds_it(post: Post) -> None:
    async with running(post, every=SOON):
        post.db.execute("alter table cold.outbox disable trigger outbox_wakes_dispatcher")
        cut_ears(post.db)
        post.customer()
        await post.telegram.until_called("sendMessage", 2)


async def test_what_was_taken_back_is_never_sent(post: Post) -> None:
    async with running(post, every=SOON):
        with post.db.transaction(force_rollback=True):
            post.db.execute(
                "insert into cold.outbox"
                " (tenant_id, topic, dedupe_key, payload, channel, chat, created_at)"
                " select tenant_id, 'order_placed', 'x', '{}', 'telegram', '7', now()"
                " from cold.tenants"
            )
        post.customer()
        await post.telegram.until_called("sendMessage", 2)
    assert len(post.telegram.calls) == 2
    assert post.statuses() == ["sent", "sent"]


async def test_a_lease_of_a_dead_sender_runs_out(post: Post) -> None:
    asha = post.customer()
    await claim(post)
    await post.deliver()
    assert asha.texts == []
    (row,) = post.notices()
    assert (row.leased, row.attempts) == (True, 1)
    post.db.execute("update cold.outbox set lease_until = now()")
    await post.deliver()
    assert len(asha.texts) == 1
    assert post.statuses() == ["sent"]


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("mark_notice_sent", (111, 99)),
        ("mark_notice_failed", ("too late", None, False)),
        ("hold_notice", (600.0,)),
    ],
)
async def test_a_sender_that_wakes_up_after_its_lease_changes_nothing(
    post: Post, mark: str, words: tuple[object, ...]
) -> None:
    post.customer()
    zombie = await claim(post)
    post.db.execute("update cold.outbox set lease_until = now()")
    lively = await claim(post)
    before = post.notices()
    key = (post.tenant, UUID(str(zombie["notice_id"])), UUID(str(zombie["token"])))
    assert await post.postgres.call(mark, *key, *words) is False
    assert post.notices() == before
    assert post.db.execute("select from cold.order_message").fetchall() == []
    key = (post.tenant, UUID(str(lively["notice_id"])), UUID(str(lively["token"])))
    assert await post.postgres.call(mark, *key, *words) is True


async def test_the_dispatcher_says_so_when_its_lease_has_moved(
    post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    asha = post.customer()

    async def steal(call: ApiCall) -> None:
        post.db.execute("update cold.outbox set lease_token = gen_random_uuid()")

    post.telegram.heeded = steal
    with caplog.at_level(logging.WARNING):
        await post.deliver()
    assert "leased to another meanwhile" in caplog.text
    assert len(asha.texts) == 1
    assert post.statuses() == ["new"]


async def test_several_processes_send_everything_once(post: Post) -> None:
    crowd = [post.customer(f"person {n}") for n in range(6)]
    for one in crowd:
        one.goes_on("accepted")
    async with asyncio.TaskGroup() as group:
        for _ in range(3):
            group.create_task(post.deliver())
    await post.deliver()
    assert [len(one.texts) for one in crowd] == [1] * len(crowd)
    assert len(post.telegram.calls) == 2 * len(crowd)


async def test_what_is_under_way_is_finished_before_it_stops(post: Post) -> None:
    begun, go = asyncio.Event(), asyncio.Event()

    async def slowly(call: ApiCall) -> None:
        begun.set()
        await go.wait()

    post.telegram.heeded = slowly
    post.customer()
    async with post.dispatcher() as dispatcher, asyncio.TaskGroup() as group:
        task = group.create_task(dispatcher.run(every=NEVER))
        await begun.wait()
        task.cancel()
        await asyncio.sleep(0)
        assert post.statuses() == ["new"]
        go.set()
    assert post.statuses() == ["sent"]


@pytest.mark.parametrize(
    ("function", "said"),
    [
        ("due_notices", "cannot be told which notices are due"),
        ("notice_view", "cannot be read"),
        ("mark_notice_sent", "could not be marked"),
    ],
)
async def test_a_fault_of_ours_is_logged_and_ends_nothing(
    post: Post, caplog: pytest.LogCaptureFixture, function: str, said: str
) -> None:
    async with post.dispatcher() as dispatcher:
        post.customer()
        post.db.execute(f"alter function app.{function} rename to gone")
        await dispatcher.deliver_due()
        assert said in caplog.text
        post.db.execute(f"alter function app.gone rename to {function}")
        asha = post.customer("Asha")
        await dispatcher.deliver_due()
    assert len(asha.texts) == 1
