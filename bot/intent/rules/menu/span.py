"""A stretch of a message, and what it is."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "name",
    "number",
    "break",
    "join",
    "with",
    "no",
    "extra",
    "light",
    "article",
    "frame",
    "manner",
    "person",
    "lead",
    "unknown",
]
"""`manner` is how a thing is served, `person` who it is for, `lead` a verb of giving."""


@dataclass(slots=True)
class Span:
    """Some tokens. A name may be of dishes, by their places in the menu, and of options.

    `options` leads from a group's id to places in the group; `partly`: only some words of the name
    were said.
    """

    kind: Kind
    begin: int
    end: int
    number: int | str = 1
    items: tuple[int, ...] = ()
    options: dict[str, tuple[int, ...]] = field(default_factory=dict)
    partly: bool = False
