"""sweep_idle_sessions: hot rows of the idle go, carts stay."""

from psycopg import Connection

from tests.support.records import count
from tests.support.turns import Caller, line

NOON = "2026-03-02 12:00+05:30"
A_DAY_LATER = "2026-03-03 12:00:01+05:30"
HOT = ("hot.session_state", "hot.session_cart", "hot.session_checkout")


def test_evicts_state_cart_and_quote_together(asha: Caller, db: Connection) -> None:
    asha.turn_clock(NOON)
    asha.add_to_cart([line("idly", 2)])
    before = asha.checkout()
    asha.turn_clock(A_DAY_LATER)

    assert asha.json("sweep_idle_sessions") == 1
    assert [count(db, table) for table in HOT] == [0, 0, 0]
    after = asha.view_cart()
    assert (after.session_id, after.lines, after.checkout) == (
        before.session_id,
        before.lines,
        before.checkout,
    )


def test_leaves_those_in_use_alone(asha: Caller, ravi: Caller, db: Connection) -> None:
    for person in (asha, ravi):
        person.turn_clock(NOON)
        person.add_to_cart([line("idly")])
    ravi.turn_clock("2026-03-02 12:01+05:30")
    ravi.add_to_cart([line("idly")])
    asha.turn_clock(A_DAY_LATER)

    assert asha.json("sweep_idle_sessions") == 1
    assert db.execute("select quantity from hot.session_cart").fetchall() == [(2,)]


def test_leaves_a_session_somebody_works_on(asha: Caller, db: Connection) -> None:
    asha.turn_clock(NOON)
    session = asha.add_to_cart([line("idly")]).session_id
    asha.turn_clock(A_DAY_LATER)
    with db.transaction():
        db.execute(
            "select pg_advisory_xact_lock(hashtextextended(%s::uuid || ':' || %s, 0))",
            (asha.tenant, session),
        )
        assert asha.json("sweep_idle_sessions") == 0
    assert asha.json("sweep_idle_sessions") == 1


def test_closes_what_has_nothing_in_its_cart(asha: Caller, ravi: Caller, db: Connection) -> None:
    for person in (asha, ravi):
        person.turn_clock(NOON)
        person.add_to_cart([line("idly")])
    done = ravi.clear_cart().session_id
    asha.turn_clock(A_DAY_LATER)

    assert asha.json("sweep_idle_sessions") == 2
    closed = db.execute("select session_id from cold.sessions where closed_at is not null")
    assert closed.fetchall() == [(done,)]
    ravi.turn_clock(A_DAY_LATER)
    assert ravi.view_cart().session_id != done


def test_each_shop_has_its_own_patience(asha: Caller, db: Connection) -> None:
    asha.turn_clock(NOON)
    asha.add_to_cart([line("idly")])
    db.execute("update cold.tenants set session_idle_hours = 48")
    asha.turn_clock(A_DAY_LATER)
    assert asha.json("sweep_idle_sessions") == 0


def test_at_most_a_thousand_at_a_time(asha: Caller, db: Connection) -> None:
    db.execute(
        """insert into hot.session_state
             select %s, 'session ' || n, gen_random_uuid(), 0, 'browsing', null, null, null, '[]',
                    '2020-01-01'
             from generate_series(1, 1001) n""",
        (asha.tenant,),
    )
    assert asha.json("sweep_idle_sessions") == 1000
    assert asha.json("sweep_idle_sessions") == 1
    assert asha.json("sweep_idle_sessions") == 0
