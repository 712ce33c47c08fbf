"""A Reply as Telegram shows it: escaped HTML of bounded length, and an inline keyboard."""

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Self

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions

from bot.channels.telegram.cards import Line, card_buttons, card_lines
from bot.channels.telegram.fields import NotForButtons
from bot.reply import Reply
from tools.kit.enclosure import Enclosure
from tools.kit.result import Button, Wanted
from tools.kit.speech import Speech

TEXT_LIMIT = 4096
LABEL_LIMIT = 48
ROW_LIMIT = 8
KEYBOARD_LIMIT = 100
MOST_NAMED = 12
MORE = "…"
PUZZLED = frozenset({"not_understood", "help"})

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Seal = Callable[[Button], str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message ready to send; `text` is HTML. `left_out`: labels of buttons that do not fit.

    `wants` is what is to be shared at a touch, `enclosure` what follows the message. `refused`:
    nothing was done; `puzzled`: nothing was understood; `asks`: it awaits an answer. `plain` is the
    text as it may be shown without a message.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None
    left_out: tuple[str, ...] = ()
    preview: LinkPreviewOptions = NO_PREVIEW
    wants: Wanted = ()
    enclosure: Enclosure | None = None
    refused: bool = False
    puzzled: bool = False
    asks: bool = False
    plain: str = ""

    @classmethod
    def of(cls, text: str) -> Self:
        """Words without more."""
        return cls(_html([Line(part) for part in text.split("\n")]), None, plain=text)


def speak(reply: Reply, say: Speech, seal: Seal) -> Spoken:
    """Draw the reply. `seal` writes a button's callback data and may raise NotForButtons."""
    rows, left_out = _keyboard(reply, say, seal)
    lines = [Line(part) for part in reply.text.split("\n")]
    if left_out:
        lines.append(Line(_said_instead(left_out, say)))
    if reply.card is not None and (drawn := list(card_lines(reply.card, say))):
        lines += [Line(""), *drawn]
    keyboard = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    return Spoken(
        _html(lines),
        keyboard,
        left_out,
        _preview(reply.photo),
        reply.wants,
        reply.enclosure,
        reply.refused,
        bool(reply.calls) and all(call.tool in PUZZLED for call in reply.calls),
        reply.asks,
        reply.text,
    )


def _preview(photo: str | None) -> LinkPreviewOptions:
    """The photo above the text. A link that somebody wrote into a note is never fetched."""
    if photo is None:
        return NO_PREVIEW
    return LinkPreviewOptions(url=photo, show_above_text=True, prefer_large_media=True)


def _said_instead(left_out: Sequence[str], say: Speech) -> str:
    """No choice is lost in silence: what has no button can be typed."""
    named = ", ".join(f'"{label}"' for label in left_out[:MOST_NAMED])
    if len(left_out) > MOST_NAMED:
        named = f"{named}, {MORE}"
    return say("There is no room for more buttons; please type what you want: {labels}.",
               labels=named)  # fmt: skip


def _html(lines: Iterable[Line]) -> str:
    """The lines that fit, each escaped whole, so that no cut can fall inside a tag or an entity."""
    room = TEXT_LIMIT - len(MORE) - 1
    shown: list[str] = []
    for line in lines:
        text = line.text if _units(line.text) <= room else line.text[: room // 2]
        escaped = html.escape(text, quote=False)
        tag = "b" if line.bold else "code" if line.fixed else ""
        shown.append(f"<{tag}>{escaped}</{tag}>" if tag and text else escaped)
        room -= _units(text) + 1
        if text != line.text or room <= 0:
            return "\n".join([*shown, MORE])
    return "\n".join(shown)


def _units(text: str) -> int:
    """Length as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _keyboard(
    reply: Reply, say: Speech, seal: Seal
) -> tuple[list[list[InlineKeyboardButton]], tuple[str, ...]]:
    """The card's rows above the reply's own; where both are too many, the card's last rows go."""
    left_out: list[str] = []
    own = _fit(_rows(reply.buttons, seal, left_out), KEYBOARD_LIMIT, left_out)
    room = KEYBOARD_LIMIT - sum(map(len, own))
    # A line of the card that has no buttons is still written above them.
    of_card = _fit(_rows(card_buttons(reply.card, say), seal, left_out), room, [])
    return of_card + own, tuple(left_out)


def _fit(
    rows: Sequence[list[InlineKeyboardButton]], room: int, left_out: list[str]
) -> list[list[InlineKeyboardButton]]:
    """The first rows, as long as there is room for their buttons."""
    reach = list(accumulate(len(row) for row in rows))
    fitting = [row for row, buttons in zip(rows, reach, strict=True) if buttons <= room]
    left_out += [button.text for row in rows[len(fitting) :] for button in row]
    return fitting


def _rows(
    rows: Sequence[Sequence[Button]], seal: Seal, left_out: list[str]
) -> list[list[InlineKeyboardButton]]:
    split = chain.from_iterable(
        (row[at : at + ROW_LIMIT] for at in range(0, len(row), ROW_LIMIT)) for row in rows
    )
    return [drawn for row in split if (drawn := _row(row, seal, left_out))]


def _row(row: Sequence[Button], seal: Seal, left_out: list[str]) -> list[InlineKeyboardButton]:
    drawn = []
    for button in row:
        try:
            data = seal(button)
        except NotForButtons:
            left_out.append(button.label)
        else:
            drawn.append(InlineKeyboardButton(text=_label(button.label), callback_data=data))
    return drawn


def _label(label: str) -> str:
    return label if len(label) <= LABEL_LIMIT else label[: LABEL_LIMIT - 1] + MORE
