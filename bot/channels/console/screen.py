"""What a person sees: the reply, its card and its buttons as numbered chips."""

from collections.abc import Callable, Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.channels.console.cards import plain, table_of
from bot.channels.console.choices import chips
from bot.reply import Reply
from tools.kit.enclosure import PayCode
from tools.kit.result import Card, CartCard
from tools.kit.speech import Speech

_GAP = "   "


class Screen:
    """Draws on a terminal, or as plain text where there is none. `voice` is that of a language."""

    def __init__(self, console: Console, voice: Callable[[str | None], Speech]) -> None:
        self._console = console
        self._voice = voice

    def show(self, reply: Reply) -> None:
        """Draw a reply: its sentence, its card, its buttons."""
        self.say(reply.text)
        if isinstance(reply.enclosure, PayCode):
            self.say(reply.enclosure.link)
        if reply.card is not None and not _is_bill(reply.card):
            self._console.print()
            self._console.print(table_of(reply.card, self._voice(reply.language)))
        labels = (f"[{number}] {plain(button.label)}" for number, button in chips(reply).items())
        lines = list(_flow(labels, self._console.width))
        if lines:
            self._console.print()
        for line in lines:
            self._console.print(Text(line, style="cyan"), no_wrap=True)
        self._console.print()

    def transcribe(self, text: str, reply: Reply) -> None:
        """Draw what was said and the reply to it."""
        self.say(f"> {text}", "bold")
        self.show(reply)

    def say(self, text: str, style: str = "") -> None:
        """Draw a sentence."""
        self._console.print(Text(plain(text), style=style))


def _is_bill(card: Card) -> bool:
    """Whether it is a quote that the sentence tells line by line: nothing is left to be drawn."""
    return isinstance(card, CartCard) and card.told and not card.editable


def _flow(labels: Iterable[str], width: int) -> Iterator[str]:
    """The labels as lines no wider than the screen, none of them broken."""
    line = ""
    for label in labels:
        longer = f"{line}{_GAP}{label}" if line else label
        if line and cell_len(longer) > width:
            yield line
            longer = label
        line = longer
    if line:
        yield line
