"""A service as a story: what is said and pressed, at what time, and what can be seen of it.

Three kinds of line begin at the margin and are kept as they are: remarks ("# …"), facts ("= …",
which books.py puts down) and acts. What is indented was seen after the act above it, and is
written anew with every play:

    19:05  Leela: 2 idly                        she writes it to the bot, in private
    19:05  Ravi in tiffin: undo                 he writes it in that room
    19:05  Ravi in tiffin presses Accept        the newest button there that is called so
    19:05  Ravi in tiffin presses Accept of #3  the one of the newest message that names #3
    19:06  Leela pays                           the newest invoice
    19:06  Leela shares phone                   or her place
    19:09  the clock                            time passes, and what is due is delivered
    19:09  the board of tiffin                  is looked at
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest

ACT = re.compile(
    r"(?P<at>\d\d:\d\d)  (?:the clock|the board of (?P<board>\w+)"
    r"|(?P<who>[A-Z]\w+)(?: in (?P<room>\w+))?"
    r"(?:: (?P<says>.+)"
    r"| presses (?P<presses>.+?)(?: of (?P<of>#\d+))?"
    r"| shares (?P<shares>phone|place)| pays))"
)
MARGIN = "    "


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does, and when."""

    line: str
    at: str
    who: str | None
    room: str | None
    says: str | None
    presses: str | None
    of: str | None
    shares: str | None
    board: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """What was seen in one place after an act."""

    act: str
    place: str
    text: str

    @property
    def where(self) -> str:
        """The room or the person, without what became of the message."""
        return re.split(r",| sees", self.place)[0]

    @property
    def at(self) -> str:
        """When."""
        return self.act[:5]


def acts_and_remarks(story: str) -> list[Act | str]:
    """Everything at the margin, in order. Raises ValueError for an act that cannot be read."""
    lines = story.splitlines()
    return [
        _read(line)
        for line, below in zip_longest(lines, lines[1:], fillvalue="")
        if not line.startswith(MARGIN) and (line or not below.startswith(MARGIN))
    ]


def in_parts(story: str) -> Iterator[tuple[str, list[str], list[Block]]]:
    """Each act, the facts beneath it, and what was seen."""
    lines = story.splitlines()
    starts = [at for at, line in enumerate(lines) if line[:1].isdigit()]
    for start, end in pairwise([*starts, len(lines)]):
        under = lines[start + 1 : end]
        facts = [line for line in under if line.startswith("= ")]
        yield lines[start], facts, list(_blocks(lines[start], under))


def block(place: str, text: str, rows: list[str]) -> list[str]:
    """The lines of what is seen in a place, rows of buttons last."""
    first, *others = [*text.splitlines(), *rows]
    return [f"{MARGIN}{place}: {first}", *(2 * MARGIN + one if one else "" for one in others)]


def _read(line: str) -> Act | str:
    if not line[:1].isdigit():
        return line
    found = ACT.fullmatch(line)
    if found is None:
        raise ValueError(f"no act: {line!r}")
    return Act(line, **found.groupdict())


def _blocks(act: str, under: list[str]) -> Iterator[Block]:
    seen = [line for line in under if not line.startswith(("=", "#"))]
    heads = [at for at, line in enumerate(seen) if re.match(rf"{MARGIN}\S", line)]
    for start, end in pairwise([*heads, len(seen)]):
        place, _, first = seen[start].strip().partition(": ")
        text = "\n".join([first, *(one.strip() for one in seen[start + 1 : end])])
        yield Block(act, place, text.rstrip("\n"))
