"""Functions broken on purpose, to prove that the tests would notice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psycopg

from db.embedded.locks import wait_until
from db.functions import function_files
from tests.support.together import at_once, must
from tests.support.turns import Caller
from tools.kit.view import SessionView

FAILPOINT = 4711
WAITING = """
select count(*) from pg_stat_activity
where datname = current_database() and wait_event_type = 'Lock'
"""


@dataclass(frozen=True, slots=True)
class Break:
    """A place in a function's file and what stands there instead."""

    function: str
    old: str
    new: str


NO_LOCK = Break(
    "enter_session",
    "perform pg_advisory_xact_lock("
    "hashtextextended(p_turn.tenant_id || ':' || p_turn.session_id, 0));",
    "",
)
# Nothing is locked where there is no row: after a crash there is none.
ROW_LOCK = Break(
    "enter_session",
    NO_LOCK.old,
    """perform from hot.session_state s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id for update;""",
)
NO_MEMORY = Break("placed_before", "where o.tenant_id = p_turn.tenant_id", "where false")
NO_CLAIM = Break(
    "create_order_from_session",
    "app.claim_cart(p_turn.tenant_id, p_turn.session_id, p_turn.at) c",
    "hot.session_cart c where c.tenant_id = p_turn.tenant_id"
    " and c.session_id = p_turn.session_id and c.is_active",
)
PAUSE = Break(
    "create_order_from_session",
    "  perform app.lock_stock(",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  perform app.lock_stock(",
)
PAUSE_BEFORE_QUOTE = Break(
    "offer_checkout",
    "  v_quote := app.accept_review(",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  v_quote := app.accept_review(",
)

PAUSE_BEFORE_ORDER = Break(
    "create_order_from_session",
    "  v_order_id := app.write_order(",
    f"  perform pg_advisory_xact_lock_shared({FAILPOINT});\n  v_order_id := app.write_order(",
)

NO_STOCK_LOCK = Break("lock_items", "order by s.item_id for update;", "order by s.item_id;")
# What others hold must be read by a statement that begins when the lock is had.
LOCK_IN_THE_REVIEW = Break(
    "offer_checkout",
    """  perform app.lock_stock(p_turn, v_lines);
  v_review := app.review_cart(p_turn, v_lines, v_order_type);
""",
    """  with locked as materialized (select app.lock_stock(p_turn, v_lines))
  select app.review_cart(p_turn, v_lines, v_order_type) into v_review from locked;
""",
)
READ_THEN_REDEEM = Break("lock_coupon", "  for update;", "  ;")
UNSORTED = Break(
    "lock_stock",
    "  perform app.lock_items(p_turn.tenant_id, array(select l.item_id from unnest(p_lines) l));\n",
    f"""  declare
    v_line hot.session_cart;
  begin
    foreach v_line in array p_lines loop
      perform from cold.menu_item_stock s
      where s.tenant_id = p_turn.tenant_id and s.item_id = v_line.item_id for update;
      perform pg_advisory_xact_lock_shared({FAILPOINT});
    end loop;
  end;
""",
)


def put_in(db: psycopg.Connection, *breaks: Break) -> None:
    """Replace functions of this database by broken ones."""
    texts = function_files()
    for place in breaks:
        assert texts[place.function].count(place.old) == 1, place
        texts[place.function] = texts[place.function].replace(place.old, place.new)
    for name in {place.function for place in breaks}:
        db.execute(texts[name].encode())


def hold(db: psycopg.Connection) -> None:
    """From now on whoever comes to PAUSE waits there."""
    db.execute("select pg_advisory_lock(%s)", [FAILPOINT])


def let_go(db: psycopg.Connection) -> None:
    """Let everybody pass PAUSE."""
    db.execute("select pg_advisory_unlock(%s)", [FAILPOINT])


def waiting(db: psycopg.Connection, count: int) -> bool:
    """Whether that many connections wait for a lock."""
    return db.execute(WAITING).fetchone() == (count,)


def wait_for_waiting(db: psycopg.Connection, count: int) -> None:
    """Return when that many connections wait for a lock: at PAUSE, or for one who does."""
    assert wait_until(lambda: waiting(db, count), 30), f"no {count} connections wait for a lock"


def quote_past_the_pause(db: psycopg.Connection, buyers: Sequence[Caller]) -> int:
    """Two ask for the last of something and both go on when both wait, wherever that is.

    Returns how many of them have got a quote.
    """
    hold(db)

    def look_when_both_wait() -> None:
        wait_for_waiting(db, 2)
        let_go(db)

    works: list[Callable[[], SessionView | None]] = [buyer.checkout for buyer in buyers[:2]]
    answers = must(at_once([*works, look_when_both_wait]))
    return sum(view is not None and view.checkout is not None for view in answers)
