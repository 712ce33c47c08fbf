"""What a provider's headers tell of its limits: how long it has nothing left to give."""

import re
from collections.abc import Mapping

_PART = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def rest_of(headers: Mapping[str, str], tokens: int) -> float:
    """Seconds until another answer of so many tokens fits the limits; 0 when it does already.

    `x-ratelimit-remaining-requests` and `-tokens`, and when each is full again. No header tells of
    requests a minute or tokens a day: a 429 does, with `retry-after`.
    """
    needs = {"requests": 1, "tokens": max(1, tokens)}
    waits = [
        _span(headers.get(f"x-ratelimit-reset-{what}", ""))
        for what, needed in needs.items()
        if (left := _number(headers.get(f"x-ratelimit-remaining-{what}"))) is not None
        and left < needed
    ]
    return max(waits, default=0.0)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds a refusal asks for, else those until its limits are full; None: it says nothing.

    A date instead of seconds says nothing here.
    """
    asked = _number(headers.get("retry-after"))
    return asked if asked is not None else rest_of(headers, 1) or None


def _number(header: str | None) -> float | None:
    try:
        number = float(header or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _span(text: str) -> float:
    """ "2m59.56s" -> 179.56; 0 for what is no such time."""
    parts = _PART.findall(text)
    if "".join(number + unit for number, unit in parts) != text:
        return 0.0
    return sum(float(number) * _SECONDS[unit] for number, unit in parts)
