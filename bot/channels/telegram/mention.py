"""Calling people by name in a group: a link to their user id, which works without an @name too."""

import html
from collections.abc import Iterable

from tools.kit.notice import Called

_LINK = '<a href="tg://user?id={id}">{name}</a>'


def calling(people: Iterable[Called]) -> str:
    """The people as HTML; who has no user id in digits is only named."""
    return ", ".join(
        _LINK.format(id=one.sender, name=html.escape(one.name, quote=False))
        if one.sender.isdecimal()
        else html.escape(one.name, quote=False)
        for one in people
    )
