"""How a button writes a call."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.telegram.fields import Field, number, record, tag_list, word_list, words

ORDER_LINE = record(
    "~",
    {
        "item": words,
        "quantity": number,
        "options": word_list,
        "without": word_list,
        "note": words,
        "accept": tag_list,
    },
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A tool's arguments in the order a button writes them."""

    tool: str
    fields: Mapping[str, Field]

    @property
    def arguments(self) -> Field:
        """All of them as one piece of text."""
        return record(".", self.fields)
