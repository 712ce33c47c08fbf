"""What SQL tells of the staff itself: people, rooms, invitations, and what was done."""

from collections.abc import Mapping

from pydantic import AwareDatetime, JsonValue

from tools.kit.row import Row


class Member(Row):
    """Somebody as the channel knows him. `role` None: not on the staff."""

    sender: str
    name: str
    username: str | None = None
    channel: str | None = None
    role: str | None = None


class Person(Member):
    """Somebody whose grant is changed: `was` it before; not `done`: that is only asked yet."""

    was: str | None = None
    done: bool = False


class Room(Row):
    """A chat that is a room of the shop. `stations`: what is cooked there; none: whatever is."""

    kind: str
    chat: str
    stations: tuple[str, ...] = ()


class RoomChange(Row):
    """A chat that becomes a room, or (`kind` None) ends as one; `was` it before."""

    kind: str | None = None
    was: str | None = None
    stations: tuple[str, ...] = ()
    done: bool = False


class Invited(Row):
    """A code to join by. `code` None where it is only asked yet, or was told before."""

    role: str
    code: str | None = None
    done: bool = False


class LogEntry(Row):
    """Something somebody did, to these orders, tables and things. `who` None: nobody of the staff.

    `undone`: it was taken back; `is_undo`: this is what took back such an action.
    """

    at: AwareDatetime
    action: str
    who: str | None = None
    orders: tuple[int, ...] = ()
    tables: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    before: Mapping[str, JsonValue] = {}
    after: Mapping[str, JsonValue] = {}
    undone: bool = False
    is_undo: bool = False
