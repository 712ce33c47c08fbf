"""Whom a shop has only met in its rooms is forgotten after 30 days; its staff stay known."""

from psycopg import Connection

from tests.support.back_office import address, bind, dismiss, employ
from tests.support.turns import Caller

LONG_AGO = (
    "update cold.person_seen set seen_at = now() - make_interval(days => %s) where sender = %s"
)
KNOWN = "select sender from cold.person_seen order by sender"


def test_strangers_are_forgotten_and_staff_are_not(asha: Caller, db: Connection) -> None:
    bind(db, "kitchen")
    for sender, days in (("1", 31), ("2", 29), ("3", 31), ("4", 31)):
        person = {"sender": sender, "name": f"Person {sender}", "username": f"p{sender}"}
        asha.json("meet_person", asha.tenant, "telegram", address("kitchen"), person)
        db.execute(LONG_AGO, (days, sender))
    employ(db, "3", "kitchen")
    employ(db, "4", "kitchen")
    dismiss(db, "4")
    assert asha.json("trim_people") == 2
    assert [sender for (sender,) in db.execute(KNOWN).fetchall()] == ["2", "3"]
    assert asha.json("trim_people") == 0
