"""Who may do what, as the README has it; and what a judge in SQL says of any person anywhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROLES = ("owner", "manager", "kitchen", "counter", "waiter", "inventory", "rider")
KINDS = ("kitchen", "counter", "inventory", "riders", "owner")
README = Path(__file__).parents[2] / "db" / "README.md"
ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \| ([a-z, ]*) \| ?([a-z, ]*) ?\|$", re.MULTILINE)

JUDGED = """
create function pg_temp.judged(p_sessions text[], p_actions text[]) returns setof text
  language plpgsql as $$
declare
  v_turn app.turn;
begin
  v_turn.tenant_id := (select tenant_id from cold.tenants where slug = 'demo');
  v_turn.at := now();
  perform set_config('app.tenant_id', v_turn.tenant_id::text, true);
  for i in 1 .. cardinality(p_sessions) loop
    v_turn.session_id := p_sessions[i];
    begin
      perform app.require_staff(v_turn, p_actions[i]);
      return next 'yes';
    exception when others then
      return next sqlstate;
    end;
  end loop;
end
$$
"""


@dataclass(frozen=True, slots=True)
class Right:
    """The roles and the rooms something is for."""

    roles: frozenset[str]
    rooms: frozenset[str]


def documented() -> Mapping[str, Right]:
    """The table of the README: every action there is."""
    found: dict[str, Right] = {}
    for actions, roles, rooms in ROW.findall(README.read_text("utf-8")):
        right = Right(frozenset({"owner", *_listed(roles)}), frozenset({"owner", *_listed(rooms)}))
        found |= dict.fromkeys(re.findall(r"`(\w+)`", actions), right)
    return found


def verdict(right: Right, role: str | None, room: str) -> str:
    """What the table says of a role in a room: "yes", or the code of the refusal."""
    if role is None:
        return "OC030"
    if role not in right.roles:
        return "OC031"
    if room not in right.rooms:
        return "OC070" if room in ("new", "private") else "OC071"
    return "yes"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a grant or a room is, and whether it has ended."""

    shop: str = "demo"
    channel: str = "telegram"
    ended: bool = False

    @property
    def ends(self) -> tuple[bool, bool]:
        """Whether there is an end, and whether somebody made it."""
        return self.ended, self.ended


GOOD = Standing()


class Court:
    """Judges whoever is put before it. Everybody has a user id and a chat of his own."""

    def __init__(self, db: psycopg.Connection) -> None:
        self._db = db
        self._number = 100_000
        self._grants: list[tuple[object, ...]] = []
        self._rooms: list[tuple[object, ...]] = []
        self._sessions: list[tuple[object, ...]] = []
        self._cases: list[tuple[str, str]] = []
        db.execute(JUDGED.encode())

    def person(self) -> str:
        """A user id nobody else has."""
        self._number += 1
        return str(self._number)

    def grant(self, who: str, role: str, standing: Standing = GOOD) -> None:
        """Grant a role."""
        self._grants.append((standing.channel, who, role, *standing.ends, standing.shop))

    def room(self, chat: str, kind: str, standing: Standing = GOOD) -> None:
        """Make a chat a room."""
        self._rooms.append((standing.channel, chat, kind, *standing.ends, standing.shop))

    def case(self, who: str, chat: str, action: str, *, channel: str = "telegram") -> None:
        """Somebody does something somewhere."""
        session = f"s{len(self._cases)}"
        self._sessions.append((session, channel, chat, who))
        self._cases.append((session, action))

    def verdicts(self) -> Sequence[str]:
        """What is said of each case, in order."""
        self._fill()
        with self._db.transaction():
            rows = self._db.execute(
                "select * from pg_temp.judged(%s, %s)",
                ([session for session, _ in self._cases], [action for _, action in self._cases]),
            ).fetchall()
        return [row[0] for row in rows]

    def _fill(self) -> None:
        with self._db.transaction(), self._db.cursor() as cursor:
            cursor.executemany(
                """insert into cold.staff_member
                     (tenant_id, member_id, channel, sender, role, granted_by, granted_at,
                      revoked_at, revoked_by)
                   select tenant_id, gen_random_uuid(), %s, %s, %s, 'operator', now(),
                          case when %s then now() end, case when %s then 'operator' end
                   from cold.tenants where slug = %s""",
                self._grants,
            )
            cursor.executemany(
                """insert into cold.room
                     (tenant_id, channel, chat, kind, bound_by, bound_at, unbound_at, unbound_by)
                   select tenant_id, %s, %s, %s, 'operator', now(),
                          case when %s then now() end, case when %s then 'operator' end
                   from cold.tenants where slug = %s""",
                self._rooms,
            )
            cursor.execute(
                """insert into cold.customers (tenant_id, customer_id, created_at)
                   select tenant_id, gen_random_uuid(), now() from cold.tenants"""
            )
            cursor.executemany(
                """insert into cold.sessions
                     (tenant_id, session_id, channel, chat, sender, customer_id, opened_at)
                   select t.tenant_id, %s, %s, %s, %s, c.customer_id, now()
                   from cold.tenants t join cold.customers c using (tenant_id)
                   where t.slug = 'demo'""",
                self._sessions,
            )


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]
