"""One person's side of a terminal conversation."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from bot.commands import call_of
from bot.inbound import Inbound
from bot.reply import Reply
from bot.staff_commands import Said, staff_call_of
from tools.kit.call import Call
from tools.kit.result import Button
from tools.kit.turn import Role

Take = Callable[[Inbound], Reply]
CHANNEL = "console"


class UnknownButtonError(Exception):
    """A script presses a button that the last reply does not have, or that several could be."""

    def __init__(self, label: str, offered: Sequence[str]) -> None:
        has = ", ".join(offered) or "no buttons"
        super().__init__(f'no single button "{label}" on the last reply, which has: {has}')


class Conversation:
    """What one person says to one shop. `reply` is the last one, whose buttons can be pressed.

    Staff talk in a chat of their own: what they do as customers stays apart.
    """

    def __init__(self, take: Take, tenant: str, person: str, *, role: Role = "customer") -> None:
        self._take = take
        self._tenant = tenant
        self._person = person
        self._role = role
        self.reply: Reply | None = None

    def hear(self, text: str) -> Reply:
        """Take a typed line: a sentence, or a command such as `/menu`."""
        return self._turn(text, self._command(text[1:]) if text.startswith("/") else None)

    def _command(self, text: str) -> Call | None:
        name, _, words = text.partition(" ")
        if self._role == "staff":
            return staff_call_of(name, Said(words.strip()))
        return call_of(name, words)

    def press(self, button: Button) -> Reply:
        """Press a button."""
        return self._turn(button.label, button.call)

    def button(self, label: str) -> Button:
        """The button of that label, or of that unique part of one. Raises UnknownButtonError."""
        buttons = [button for row in self.reply.buttons for button in row] if self.reply else []
        wanted = label.casefold()
        same = [button for button in buttons if button.label.casefold() == wanted]
        part = [button for button in buttons if wanted in button.label.casefold()]
        if same:
            return same[0]
        if not wanted or len(part) != 1:
            raise UnknownButtonError(label, [button.label for button in buttons])
        return part[0]

    def _turn(self, text: str, call: Call | None) -> Reply:
        self.reply = self._take(
            Inbound(
                tenant=self._tenant,
                channel=CHANNEL,
                chat="staff" if self._role == "staff" else self._person,
                sender=self._person,
                command_id=f"{CHANNEL}:{uuid4()}",
                text=text,
                role=self._role,
                calls=None if call is None else (call,),
            )
        )
        return self.reply
