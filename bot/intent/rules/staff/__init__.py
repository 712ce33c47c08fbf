"""Sentences of staff: "86 idly till 6", "table 4 needs a coffee", "how many vadas left"."""

from bot.intent.rules.staff.reader import read_staff

__all__ = ["read_staff"]
