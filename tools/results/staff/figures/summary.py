"""The summary of a day, in a few lines."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from tools.kit.notice import Notice, Room, Told
from tools.kit.speech import Speech
from tools.kit.staff.answer import Answer
from tools.kit.staff.period import Period, cut_like
from tools.results.staff.figures.demand import new_customers, wish_name
from tools.results.staff.figures.money import cancellations, orders, refunds, revenue
from tools.results.staff.figures.periods import Times


def summary(say: Speech, answer: Answer, times: Times) -> str:
    """Revenue and orders against the time before; what was lost, sold, and asked for in vain."""
    if not answer.now.orders:
        return revenue(say, answer, times)
    return "\n".join(_lines(say, answer, times))


def _lines(say: Speech, answer: Answer, times: Times) -> Iterator[str]:
    yield revenue(say, answer, times).partition("\n")[0]
    alone = answer.model_copy(update={"before": None})
    yield _without_period(say, orders(say, alone, times), times)
    if top := answer.now.top_items:
        dishes = [f"{one.item_name} {one.quantity}" for one in top]
        yield say("Most sold: {dishes}.", dishes=", ".join(dishes))
    if answer.now.cancellations:
        yield _without_period(say, cancellations(say, alone, times), times)
    if answer.now.refunds:
        yield _without_period(say, refunds(say, alone, times), times)
    yield _without_period(say, new_customers(say, alone, times), times)
    if wishes := answer.now.unmatched_demand:
        told = [f"{wish_name(say, one)} {one.times}" for one in wishes]
        yield say("Asked for in vain: {wishes}.", wishes=", ".join(told))


def _without_period(say: Speech, told: str, times: Times) -> str:
    words = told.removeprefix(f"{times.called(say)}: ")
    return words[:1].upper() + words[1:]


def daily_summary(say: Speech, notice: Notice, room: Room, now: datetime) -> Told | None:
    """What a day came to, beside the same weekday a week before. `now` is in the shop's zone."""
    told = room.summary
    if told is None or room.kind != "owner":
        return None
    since = datetime.combine(told.day, time(), now.tzinfo)
    period = Period(
        "day", since, datetime.combine(told.day + timedelta(days=1), time(), now.tzinfo)
    )
    week = timedelta(days=7)
    before = Period(
        "day",
        datetime.combine(told.day - week, time(), now.tzinfo),
        datetime.combine(told.day - week + timedelta(days=1), time(), now.tzinfo),
    )
    if period.runs(now):
        before = cut_like(before, period, now)
    heading = say(
        "{weekday}, {day}", weekday=say.weekday(told.day.weekday()), day=say.day(told.day)
    )
    return Told(f"{heading}\n{summary(say, told, Times(period, before, now))}")
