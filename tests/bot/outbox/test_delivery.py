"""Notices on their way to Telegram: what arrives, in which order, and what each refusal means."""

import asyncio
import re

import pytest

from bot.outbox.delivery import MOST_ATTEMPTS
from tests.bot.outbox.post import Post
from tests.fakes.telegram import ApiCall


async def test_an_order_has_one_message_that_is_edited_as_it_goes(post: Post) -> None:
    asha = post.customer()
    await post.deliver()
    (placed,) = asha.texts
    assert placed.startswith(f"Order #{asha.number} is placed.")

    for status in ("accepted", "preparing", "ready", "completed"):
        asha.goes_on(status)
        await post.deliver()
    (text,) = asha.texts
    headline, steps, *_ = text.splitlines()
    assert headline == f"Order #{asha.number} is completed. Thank you!"
    assert [re.split(r" \d", step)[0] for step in steps.split(" → ")] == [
        "placed",
        "accepted",
        "being prepared",
        "ready",
        "completed",
    ]
    assert post.statuses() == ["sent"] * 5


async def test_what_was_held_up_tells_how_things_stand_now(post: Post) -> None:
    asha = post.customer()
    asha.goes_on("accepted")
    asha.goes_on("rejected", "the oven is cold")
    await post.deliver()
    (text,) = asha.texts
    assert text.startswith("Sorry, the shop cannot take order")
    assert text.endswith("Reason: the oven is cold")
    assert post.statuses() == ["sent"] * 3


async def test_a_message_that_cannot_be_edited_any_more_is_followed_by_a_new_one(
    post: Post,
) -> None:
    asha = post.customer()
    await post.deliver()
    asha.person.bot.chats.forget(asha.chat)
    for status in ("accepted", "ready"):
        asha.goes_on(status)
        await post.deliver()
    (text,) = asha.texts
    assert text.startswith(f"Order #{asha.number} is ready.")
    assert len(post.telegram.called("sendMessage")) == 2


async def test_the_bot_that_took_the_order_tells_of_it(post: Post) -> None:
    second = post.telegram.bot("222:BBB-token", "second_bot")
    post.more_bots = [second]
    asha = post.customer()
    post.db.execute("update cold.orders set command_id = 'telegram:222:77'")
    await post.deliver()
    assert (len(post.bot.chats.of(asha.chat)), len(second.chats.of(asha.chat))) == (0, 1)
    asha.goes_on("accepted")
    await post.deliver()
    (message,) = second.chats.of(asha.chat)
    assert "is accepted" in message.text


async def test_a_chat_is_told_in_order_and_holds_up_no_other(post: Post) -> None:
    asha, ravi = post.customer("Asha"), post.customer("Ravi")
    asha.goes_on("accepted")
    post.telegram.fail("sendMessage", 502, "Bad Gateway", chat=asha.chat)
    await post.deliver()
    assert (asha.texts, len(ravi.texts)) == ([], 1)
    assert post.statuses(asha) == ["new", "new"]
    held, _ = post.notices(asha)
    assert (held.attempts, held.error) == (1, "Bad Gateway")
    assert 1 <= held.seconds <= 3

    await post.deliver()
    assert asha.texts == []
    post.time_passes()
    await post.deliver()
    assert post.statuses(asha) == ["sent", "sent"]


async def test_flood_control_holds_the_one_chat_and_counts_as_no_attempt(post: Post) -> None:
    asha, ravi = post.customer("Asha"), post.customer("Ravi")
    post.telegram.fail("sendMessage", 429, "Too Many", retry_after=30, chat=asha.chat)
    await post.deliver()
    assert (asha.texts, len(ravi.texts)) == ([], 1)
    (held,) = post.notices(asha)
    assert (held.status, held.attempts, held.leased) == ("new", 0, False)
    assert 28 <= held.seconds <= 30

    ravi.goes_on("accepted")
    await post.deliver()
    assert post.statuses(ravi) == ["sent", "sent"]
    assert len(post.telegram.called("sendMessage")) == 2


async def test_flood_control_in_several_chats_holds_the_bot(post: Post) -> None:
    crowd = [post.customer(f"person {n}") for n in range(4)]
    async with post.dispatcher() as dispatcher:
        for one in crowd[:3]:
            post.telegram.fail("sendMessage", 429, "Too Many", retry_after=30, chat=one.chat)
        # The fourth comes later: by then the bot is known to be too fast.
        post.db.execute(
            "update cold.outbox set next_at = now() + interval '1 hour' where chat = %s",
            (str(crowd[3].chat),),
        )
        await dispatcher.deliver_due()
        post.db.execute(
            "update cold.outbox set next_at = now() where chat = %s", (str(crowd[3].chat),)
        )
        await dispatcher.deliver_due()
    assert len(post.telegram.called("sendMessage")) == 3
    assert [28 <= row.seconds <= 30 for row in post.notices()] == [True] * 4


@pytest.mark.parametrize(
    ("status", "words"),
    [(403, "Forbidden: bot was blocked by the user"), (400, "Bad Request: chat not found")],
)
async def test_whoever_cannot_be_reached_is_not_tried_again(
    post: Post, status: int, words: str
) -> None:
    asha, ravi = post.customer("Asha"), post.customer("Ravi")
    post.telegram.fail("sendMessage", status, words, chat=asha.chat)
    await post.deliver()
    (gone,) = post.notices(asha)
    assert (gone.status, gone.attempts, gone.error) == ("dead", 1, words)
    assert post.statuses(ravi) == ["sent"]
    await post.deliver()
    assert len(post.telegram.called("sendMessage")) == 2


async def test_a_group_that_became_a_supergroup_is_followed(post: Post) -> None:
    asha = post.customer(chat="-77")
    group, supergroup = -77, -10077
    await post.deliver()
    asha.goes_on("accepted")
    asha.goes_on("ready")
    post.telegram.fail(
        "editMessageText", 400, "upgraded to a supergroup", migrate_to=supergroup, chat=group
    )
    await post.deliver()
    (text,) = [one.text for one in post.bot.chats.of(supergroup)]
    assert text.startswith(f"Order #{asha.number} is ready.")
    assert post.statuses() == ["sent"] * 3
    assert {row.chat for row in post.notices()} == {str(group), str(supergroup)}
    known = post.db.execute("select chat from cold.order_message").fetchall()
    sessions = post.db.execute("select distinct chat from cold.sessions").fetchall()
    assert known == sessions == [(str(supergroup),)]


async def test_a_message_that_may_have_arrived_is_sent_once_more_and_no_third_time(
    post: Post,
) -> None:
    asha = post.customer()
    post.telegram.lose_answer("sendMessage")
    await post.deliver()
    (unsure,) = post.notices()
    assert (unsure.status, unsure.unsure) == ("new", True)
    assert 13 <= unsure.seconds <= 15
    await post.deliver()
    assert len(asha.texts) == 1

    post.telegram.lose_answer("sendMessage")
    post.time_passes()
    await post.deliver()
    first, second = asha.texts
    assert first == second
    assert f"#{asha.number}" in second
    assert post.statuses() == ["dead"]
    post.time_passes()
    await post.deliver()
    assert len(asha.texts) == 2


async def test_silence_is_given_up_before_the_lease_ends(post: Post) -> None:
    for_ever = asyncio.Event()

    async def say_nothing(call: ApiCall) -> None:
        await for_ever.wait()

    post.telegram.heeded = say_nothing
    post.customer()
    async with post.dispatcher(lease=0.2) as dispatcher:
        await dispatcher.deliver_due()
    for_ever.set()
    (row,) = post.notices()
    assert (row.status, row.unsure, row.error) == ("new", True, "no answer in time")


async def test_the_second_copy_is_the_message_that_is_edited(post: Post) -> None:
    asha = post.customer()
    post.telegram.lose_answer("sendMessage")
    await post.deliver()
    post.time_passes()
    asha.goes_on("accepted")
    await post.deliver()
    first, second = asha.texts
    assert "is accepted" in second
    assert post.statuses() == ["sent", "sent"]
    assert first != second


async def test_an_edit_may_be_repeated_as_often_as_it_takes(post: Post) -> None:
    asha = post.customer()
    await post.deliver()
    asha.goes_on("accepted")
    for _ in range(3):
        post.telegram.lose_answer("editMessageText")
        post.time_passes()
        await post.deliver()
    assert post.notices()[1].unsure is False
    post.time_passes()
    await post.deliver()
    assert len(asha.texts) == 1
    assert post.statuses() == ["sent", "sent"]


async def test_it_is_given_up_after_so_many_attempts_and_the_next_goes(post: Post) -> None:
    asha = post.customer()
    asha.goes_on("accepted")
    for attempt in range(MOST_ATTEMPTS):
        assert post.statuses() == ["new", "new"], attempt
        post.telegram.fail("sendMessage", 500, "Internal Server Error")
        post.time_passes()
        await post.deliver()
    assert post.statuses() == ["dead", "sent"]
    assert post.notices()[0].error == "Internal Server Error"


async def test_one_that_kills_whoever_sends_it_is_given_up_unsent(post: Post) -> None:
    post.customer()
    post.db.execute("update cold.outbox set attempts = %s", (MOST_ATTEMPTS,))
    await post.deliver()
    assert post.statuses() == ["dead"]
    assert post.telegram.calls == []


async def test_one_without_words_waits_for_a_version_that_has_them(post: Post) -> None:
    post.customer()
    post.db.execute("update cold.outbox set topic = 'order_sings'")
    await post.deliver()
    (row,) = post.notices()
    assert (row.status, row.error) == ("new", "there are no words for 'order_sings'")


async def test_a_shop_without_a_bot_here_is_left_to_others(post: Post) -> None:
    post.customer()
    post.db.execute("update cold.outbox set channel = 'telegraph'")
    await post.deliver()
    (row,) = post.notices()
    assert (row.status, row.attempts, row.leased) == ("new", 0, False)
