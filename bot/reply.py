"""What a channel gets back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tools.kit.call import Call
from tools.kit.enclosure import Enclosure
from tools.kit.result import Awaited, Button, Card, Wanted
from tools.kit.view import SessionView

Source = Literal["llm", "rules", "button"]


@dataclass(frozen=True, slots=True)
class Usage:
    """What understanding the message cost.

    `provider` names who was asked; zeros when nobody was. `cost` is in US dollars, None where the
    price is not known.
    """

    calls: int = 0
    provider: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    ms: float = 0.0
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A turn's answer: text, buttons, a card to draw, and the record of how it came about.

    `photo` is the URL of a picture to show with it, `enclosure` what goes out beside it.

    `yes`, `no` and `cancel` are what a plain yes, no or "cancel it" would mean, where it means
    anything, and `awaits` what any words may be. `words` is the call that his next words complete,
    and the argument they are. `wants` is what the customer may share at a touch.
    `language` is what it is said in, as a voice is asked for; None: the shop's own.
    `refused`: the last of its calls was not done. `server_ms` is the whole turn without the LLM.
    `view` is None when there is no session to show.
    """

    text: str
    buttons: Sequence[Sequence[Button]] = ()
    card: Card | None = None
    photo: str | None = None
    enclosure: Enclosure | None = None
    asks: bool = False
    yes: Call | None = None
    no: Call | None = None
    cancel: Call | None = None
    awaits: Awaited | None = None
    words: tuple[Call, str] | None = None
    wants: Wanted = ()
    view: SessionView | None = None
    language: str | None = None
    refused: bool = False
    calls: Sequence[Call] = ()
    source: Source = "rules"
    usage: Usage = field(default_factory=Usage)
    server_ms: float = 0.0
