"""What an update can turn out to be."""

from dataclasses import dataclass

from bot.inbound import Inbound


@dataclass(frozen=True, slots=True)
class Press:
    """The press to acknowledge, and the message its button sits on.

    `on_notice`: it tells how something stands and is changed as that changes, not by the press.
    """

    query_id: str
    message_id: int
    on_notice: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """Something said to the bot, by word or by a button.

    `answers` is the message it was said in, where many speak. `chatter`: it may not be meant for
    the bot at all, and is answered only if it means something.
    """

    inbound: Inbound
    press: Press | None = None
    answers: int | None = None
    chatter: bool = False


@dataclass(frozen=True, slots=True)
class Denied:
    """Something said in a room of the shop by somebody who is not on its staff."""

    inbound: Inbound
    press: Press | None = None
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class Expired:
    """A press of a button that is none of ours for this person, or no longer.

    `in_room`: of the shop, where a button may be somebody else's.
    """

    query_id: str
    sender: str
    language: str | None
    in_room: bool = False


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A message that is no word of this person for this moment; `words` tell what to do instead."""

    inbound: Inbound
    words: str
