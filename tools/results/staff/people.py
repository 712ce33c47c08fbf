"""The staff itself, in words."""

from dataclasses import dataclass

from tools.kit.result import Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.names import room_name
from tools.kit.staff.people import Member, Room
from tools.kit.staff.record import StaffRecord
from tools.results.staff.stock import undo_row


def called(person: Member) -> str:
    """ "Ravi K (@ravi)"."""
    return f"{person.name} (@{person.username})" if person.username else person.name


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffListed(Result):
    """Who is on the staff, and which rooms there are."""

    def text(self, say: Speech) -> str:
        """A person a line, the rooms, and how to change it."""
        record = self.view.staff or StaffRecord()
        lines = [say("On the staff:")]
        for one in record.members:
            where = "" if one.channel == "telegram" else f" ({one.channel})"
            lines.append(f"• {called(one)}{where}: {one.role}")
        rooms = [_room(say, one) for one in record.rooms]
        lines.append(
            say("Rooms: {rooms}.", rooms=", ".join(rooms))
            if rooms
            else say("No rooms yet: /bind in a topic makes it one.")
        )
        lines.append(say("/staff add @name role, /staff remove @name, /invite role."))
        return "\n".join(lines)


def _room(say: Speech, room: Room) -> str:
    """ "the kitchen (Dosa, Sweets)"."""
    name = room_name(say, room.kind)
    return f"{name} ({', '.join(room.stations)})" if room.stations else name


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChanged(Result):
    """Somebody whose role was changed, or was so already."""

    def text(self, say: Speech) -> str:
        """Who is what now."""
        person = self.view.staff.person if self.view.staff else None
        if person is None:
            return say("Done.")
        words = {"person": called(person)}
        if not person.role and not person.was:
            return say("{person} is not on the staff, so nothing was changed.", **words)
        if not person.role:
            return say("{person} is off the staff. What they did stays on record.", **words)
        if person.role == person.was:
            return say("{person} is {role} already.", **words, role=person.role)
        return say(
            "{person} is {role} now, and can act in the shop's rooms at once.",
            **words,
            role=person.role,
        )

    def buttons(self, say: Speech) -> Rows:
        """Take it back, if anything was done."""
        person = self.view.staff.person if self.view.staff else None
        return undo_row(say) if person and person.done and person.role != person.was else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteMade(Result):
    """A code that opens once."""

    def text(self, say: Speech) -> str:
        """The code, and what to do with it."""
        invite = self.view.staff.invite if self.view.staff else None
        if invite is None:
            return say("Done.")
        if invite.code is None:
            return say("I have told that code once already. /invite makes a new one.")
        return say(
            "Whoever sends me this in a private chat within 24 hours joins as {role}, once:\n"
            "/join {code}",
            role=invite.role,
            code=invite.code,
        )

    def buttons(self, say: Speech) -> Rows:
        """Take it back."""
        return undo_row(say)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Result):
    """Somebody who is on the staff now. `shop` is its name."""

    shop: str

    def text(self, say: Speech) -> str:
        """What he is, and what comes next."""
        person = self.view.staff.person if self.view.staff else None
        if person is None or person.role is None:
            return say("Done.")
        told = say(
            "Welcome, {name}! You are {role} of {shop} now.",
            name=person.name,
            role=person.role,
            shop=self.shop,
        )
        if person.role in ("owner", "manager"):
            return f"{told} " + say(
                "Next: add me to your group as an administrator, so that I can read what is "
                "written there, and write /bind in it, or in each of its topics: kitchen, counter, "
                "inventory, riders, owner."
            )
        return f"{told} " + say("What you say in the shop's rooms counts from now on; try /help.")
