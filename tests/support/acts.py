"""Conversation files of a guest and the staff: who does what, and what has to be read then."""

from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "conversations"
ACTORS = frozenset({"customer", "press", "share", "pay", "staff", "confirm"})


@dataclass
class Act:
    """What one does.

    `bot` are pieces of the answer, `tells` of the order's one message, which must have changed.
    """

    actor: str
    words: str
    bot: list[str] = field(default_factory=list)
    tells: list[str] = field(default_factory=list)


def read_acts(name: str) -> list[Act]:
    """The acts of tests/conversations/<name>.txt, in order."""
    acts: list[Act] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(": ")
        if not line.strip() or line.startswith("#"):
            continue
        if kind in ACTORS:
            acts.append(Act(kind, words))
        elif kind == "bot":
            acts[-1].bot.append(words)
        elif kind == "tells":
            acts[-1].tells.append(words)
        else:
            raise ValueError(f"{name}.txt: {line!r} begins with nothing known")
    return acts
