"""Who joins and who goes at once, and what the lock of the shop is for: without it both would."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial

import psycopg
from psycopg import Connection

from db.staff import invite
from tests.db.reliability.broken import FAILPOINT, Break, hold, let_go, put_in, wait_for_waiting
from tests.support.back_office import address, bind, employ
from tests.support.together import at_once
from tests.support.turns import Caller
from tools.kit.view import SessionView

PAUSE = f"perform pg_advisory_xact_lock_shared({FAILPOINT});\n"
PAUSE_BEFORE_GRANT = Break("put_role", "begin\n", f"begin\n  {PAUSE}")
NOT_THE_SHOP = Break(
    "require_staff",
    "perform pg_advisory_xact_lock(hashtextextended(p_turn.tenant_id::text, 2));",
    "",
)
# Two events of one number are a second wall.
ANY_NUMBER = Break(
    "keep_staff_event",
    "1 + coalesce((select max(e.event_no) from cold.staff_event e"
    " where e.tenant_id = p_turn.tenant_id), 0)",
    "(random() * 1000000000)::bigint",
)
ANY_CODE_THERE_WAS = Break(
    "join_staff", "and i.used_by is null and i.expires_at", "and i.expires_at"
)


def both(
    db: Connection, works: Sequence[Callable[[], SessionView]]
) -> Sequence[SessionView | psycopg.Error]:
    """Do both, the second while the first is at it."""
    hold(db)

    def look_when_both_wait() -> None:
        wait_for_waiting(db, len(works))
        let_go(db)

    return [one for one in at_once([*works, look_when_both_wait]) if one is not None]


def owners_left(dsn: str, db: Connection) -> int:
    """Two owners put each other out; how many there are afterwards."""
    bind(db, "owner")
    for who in ("501", "502"):
        employ(db, who, "owner")
    with ExitStack() as stack:
        callers = [
            stack.enter_context(Caller(dsn, who, chat=address("owner"))) for who in ("501", "502")
        ]
        for caller in callers:
            caller.facts["channel"] = "telegram"
        both(
            db,
            [
                partial(caller.call, "remove_staff", other, True)
                for caller, other in zip(callers, ("502", "501"), strict=True)
            ],
        )
    row = db.execute("select count(*) from cold.staff_member where revoked_at is null").fetchone()
    assert row is not None
    return int(row[0])


def joined(dsn: str, db: Connection) -> int:
    """Two people use one code; how many it lets in."""
    code = invite(dsn, "demo", "rider")
    with ExitStack() as stack:
        callers = [stack.enter_context(Caller(dsn, who)) for who in ("601", "602")]
        answers = both(db, [partial(caller.call, "join_staff", code) for caller in callers])
    return sum(isinstance(answer, SessionView) for answer in answers)


def test_the_last_owner_stays(dsn: str, db: Connection) -> None:
    put_in(db, PAUSE_BEFORE_GRANT)
    assert owners_left(dsn, db) == 1


def test_none_would_stay_without_the_lock(dsn: str, db: Connection) -> None:
    put_in(db, PAUSE_BEFORE_GRANT, NOT_THE_SHOP, ANY_NUMBER)
    assert owners_left(dsn, db) == 0


def test_a_code_lets_one_in(dsn: str, db: Connection) -> None:
    put_in(db, PAUSE_BEFORE_GRANT)
    assert joined(dsn, db) == 1


def test_it_would_let_both_in_if_it_were_not_used_up(dsn: str, db: Connection) -> None:
    put_in(db, PAUSE_BEFORE_GRANT, ANY_CODE_THERE_WAS)
    assert joined(dsn, db) == 2
