"""The README's table of who may do what is the one the database judges by."""

import re
from pathlib import Path

from psycopg import Connection

from tests.support.staff import RIGHTS, ROLES

README = Path(__file__).parents[2] / "db" / "README.md"


def told() -> dict[str, set[str]]:
    """The roles of each right, as the README's rows have them."""
    section = README.read_text("utf-8").split("## Staff")[1].split("\n## ")[0]
    head, _, *rows = (
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section.splitlines()
        if line.startswith("|")
    )
    found: dict[str, set[str]] = {}
    for rights, *marks in rows:
        roles = {
            role
            for names, mark in zip(head[1:], marks, strict=True)
            for role in names.split(", ")
            if mark == "yes"
        }
        for right in re.findall(r"`(\w+)`", rights):
            assert right not in found, right
            found[right] = roles
    return found


def test_the_readme_tells_every_right_and_role() -> None:
    assert told().keys() == RIGHTS.keys()
    assert set().union(*told().values()) == {*ROLES}


def test_the_readme_says_what_the_database_judges(db: Connection) -> None:
    for right, roles in told().items():
        row = db.execute("select app.staff_roles(%s)", [right]).fetchone()
        assert row is not None
        assert set(row[0]) == roles, right
