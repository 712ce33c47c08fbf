"""A moment in words: "today 19:30", "tomorrow 08:00", "Friday 08:00", "24 January 08:00"."""

from datetime import datetime

from tools.kit.speech import Speech

_WEEK = 7


def spoken_moment(say: Speech, at: datetime, now: datetime) -> str:
    """The moment in the shop's time, which is that of `now`."""
    local = at.astimezone(now.tzinfo)
    days = (local.date() - now.date()).days
    clock = f"{local:%H:%M}"
    if days == 0:
        return say("today {time}", time=clock)
    if days == 1:
        return say("tomorrow {time}", time=clock)
    if 1 < days < _WEEK:
        return f"{say(f'{local:%A}')} {clock}"
    return f"{local.day} {say(f'{local:%B}')} {clock}"
