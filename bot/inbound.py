"""What a channel hands in."""

from dataclasses import dataclass
from uuid import UUID

from tools.kit.call import Call
from tools.kit.turn import Role


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message or button press.

    Ids are opaque text; `command_id` is the same when a channel delivers it twice. `chat` is where
    it is answered: a topic of a group is a chat of its own, "<group>/<topic>". `may` is what can be
    meant there, by the rights of who speaks; None: whatever the role has.
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
    may: frozenset[str] | None = None

    @property
    def person(self) -> tuple[str, str, str]:
        """Who speaks: one person in one channel of one shop."""
        return (self.tenant, self.channel, self.sender)

    @property
    def conversation(self) -> tuple[str, str, str, str]:
        """What turns are kept in order by: one person in one chat of one shop."""
        return (self.tenant, self.channel, self.chat, self.sender)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person as his channel vouches for him: the user id proves who it is, the names nothing."""

    sender: str
    name: str | None = None
    username: str | None = None


@dataclass(frozen=True, slots=True)
class Met:
    """Who speaks where: whether it is a room of the shop, the role he is granted, if any, and what
    that role may do there: names of tools.
    """

    in_room: bool
    role: str | None
    may: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tendered:
    """Money a customer is about to pay or has paid. `payment_id` is the tender it is for.

    None: the channel cannot tell. `charge_id` is the channel's own number of a payment, unique.
    """

    payment_id: UUID | None
    currency: str
    minor_units: int
    charge_id: str = ""
    provider_charge_id: str = ""
