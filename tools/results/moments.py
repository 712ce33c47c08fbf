"""A moment in words: "today 7:30 pm", "Friday 8:00 am", "24 January 8:00 am"."""

from datetime import datetime

from tools.kit.speech import Speech

_WEEK = 7


def spoken_moment(say: Speech, at: datetime, now: datetime) -> str:
    """The moment in the shop's time, which is that of `now`."""
    local = at.astimezone(now.tzinfo)
    days = (local.date() - now.date()).days
    clock = say.clock(local.time())
    if days == 0:
        return say("today {time}", time=clock)
    if days == 1:
        return say("tomorrow {time}", time=clock)
    day = say.weekday(local.weekday()) if 1 < days < _WEEK else say.day(local.date())
    return say("{day} {time}", day=day, time=clock)
