"""What the staff did, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pydantic import JsonValue

from tools.kit.result import Result
from tools.kit.speech import Speech, Word, sentence
from tools.kit.staff.names import room_name
from tools.kit.staff.people import LogEntry
from tools.kit.staff.record import StaffRecord

_SAID: Mapping[str, str] = {
    "accept_order": sentence("accepted order {order}"),
    "start_order": sentence("began order {order}"),
    "mark_ready": sentence("had order {order} ready"),
    "send_out": sentence("sent order {order} out"),
    "complete_order": sentence("completed order {order}"),
    "reject_order": sentence("declined order {order} ({reason})"),
    "cancel_for_customer": sentence("cancelled order {order} ({reason})"),
    "confirm_payment": sentence("took {amount} for order {order} ({method})"),
    "refund_payment": sentence("gave {amount} of order {order} back"),
    "add_to_table": sentence("ordered {item} for table {table}"),
    "remove_from_table": sentence("took {item} off table {table}"),
    "transfer_tab": sentence("moved table {was} to {now}"),
    "merge_tabs": sentence("put tables {table} together"),
    "split_tab": sentence("split the bill of table {table}"),
    "bill_tab": sentence("made the bill of table {table}"),
    "pay_bill": sentence("took {amount} for table {table} ({method})"),
    "close_tab": sentence("closed table {table}"),
    "update_stock": sentence("stock of {item}: {was} → {now}"),
    "update_ingredient": sentence("stock of {item}: {was} → {now}"),
    "set_low_mark": sentence("low mark of {item}: {was} → {now}"),
    "set_price": sentence("price of {item}: {was} → {now}"),
    "mark_unavailable": sentence("marked {item} sold out"),
    "mark_available": sentence("put {item} on sale again"),
    "add_staff": sentence("made {item} {now} (was: {was})"),
    "remove_staff": sentence("took {item} off the staff (was: {was})"),
    "join_staff": sentence("joined the staff as {now}"),
    "invite_staff": sentence("made a code for a new {role}"),
    "bind_room": sentence("made a chat {now} (was: {was})"),
    "unbind_room": sentence("ended {was}"),
    "leave_group": sentence("took the bot out of the group: {was} ended"),
    "note_departure": sentence("left the group"),
    "set_alerts": sentence("changed what a room is told of"),
}
_CHANGED = ("quantity", "stock", "low_at", "price", "role", "kind", "table")
_MONEY = ("price",)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogShown(Result):
    """The last things done, newest first. `about` is whom or what they are about, if anything."""

    about: str
    now: datetime

    def text(self, say: Speech) -> str:
        """A line for each: when, who, what, and whether it was taken back."""
        log = (self.view.staff or StaffRecord()).log
        if not log:
            return (
                say("Nothing is on record about {about}.", about=self.about)
                if self.about
                else say("Nothing is on record yet.")
            )
        return "\n".join(self._line(say, one) for one in log)

    def _line(self, say: Speech, entry: LogEntry) -> str:
        at = entry.at.astimezone(self.now.tzinfo)
        when = say.clock(at.time().replace(tzinfo=None))
        if at.date() != self.now.date():
            when = f"{say.day(at.date())} {when}"
        did = _did(say, entry)
        if entry.is_undo:
            did = say("took back: {did}", did=did)
        elif entry.undone:
            did = say("{did} (taken back)", did=did)
        return f"{when} {entry.who or say('nobody of the staff')}: {did}"


def _did(say: Speech, entry: LogEntry) -> str:
    said = _SAID.get(entry.action)
    words = _words(say, entry)
    if said is None:
        return " ".join((entry.action.replace("_", " "), *entry.items))
    return say(said, **words)


def _words(say: Speech, entry: LogEntry) -> dict[str, Word]:
    told = entry.after.get("told")
    facts = told if isinstance(told, dict) else {}
    was, now = _change(say, entry)
    return {
        "order": ", ".join(f"#{number}" for number in entry.orders),
        "table": say.join(entry.tables),
        "item": say.join(entry.items),
        "amount": Decimal(str(facts.get("amount", 0))),
        "method": str(facts.get("method", "")),
        "reason": str(facts.get("reason", "")),
        "role": str(entry.after.get("role", "")),
        "was": was,
        "now": now,
    }


def _change(say: Speech, entry: LogEntry) -> tuple[Word, Word]:
    """The values before and after, of the first kind of thing that differs."""
    for name in _CHANGED:
        before, after = entry.before.get(name), entry.after.get(name)
        if before != after:
            return _value(say, name, before), _value(say, name, after)
    return "", ""


def _value(say: Speech, name: str, value: JsonValue) -> Word:
    if value is None:
        return say("not counted") if name == "quantity" else say("none")
    if name in _MONEY:
        return Decimal(str(value))
    return room_name(say, str(value)) if name == "kind" else str(value)
