"""What a channel hands in."""

from dataclasses import dataclass

from tools.kit.call import Call
from tools.kit.turn import Role


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message or button press.

    Ids are opaque text; `command_id` is the same when a channel delivers it twice.
    """

    tenant: str
    channel: str
    chat: str
    sender: str
    command_id: str
    text: str = ""
    calls: tuple[Call, ...] | None = None
    sender_name: str | None = None
    language: str | None = None
    role: Role = "customer"

    @property
    def person(self) -> tuple[str, str, str]:
        """Who speaks: one person in one channel of one shop."""
        return (self.tenant, self.channel, self.sender)

    @property
    def conversation(self) -> tuple[str, str, str, str]:
        """What turns are kept in order by: one person in one chat of one shop."""
        return (self.tenant, self.channel, self.chat, self.sender)
