"""What a turn took of a model is counted to its shop's day, in the turn's own statement."""

from datetime import date

from psycopg import Connection

from tests.support.turns import Caller

MODEL = {"provider": "groq", "prompt_tokens": 400, "completion_tokens": 40, "llm_cost": "0.00006"}


def days(db: Connection) -> list[tuple[date, int, int]]:
    """By day: calls and tokens."""
    return db.execute("select day, calls, tokens from cold.llm_usage order by day").fetchall()


def test_a_turn_that_asked_a_model_tells_what_the_day_has_taken(
    asha: Caller, ravi: Caller, db: Connection
) -> None:
    asha.turn_clock("2026-03-02 12:00+05:30")
    ravi.turn_clock("2026-03-02 12:00+05:30")
    asha.facts = ravi.facts = {**MODEL}
    first, second = asha.view_cart().spent, ravi.view_cart().spent
    assert first is not None
    assert second is not None
    assert (first.day, first.tokens, first.daily_tokens) == (date(2026, 3, 2), 440, None)
    assert second.tokens == 880
    assert days(db) == [(date(2026, 3, 2), 2, 880)]


def test_a_turn_that_asked_none_tells_and_counts_nothing(asha: Caller, db: Connection) -> None:
    assert asha.view_cart().spent is None
    assert days(db) == []


def test_a_repeated_command_counts_nothing(asha: Caller, db: Connection) -> None:
    asha.facts = {**MODEL}
    asha.turn_clock("2026-03-02 12:00+05:30")
    asha.view_cart(command="once")
    assert asha.view_cart(command="once").spent is None
    assert days(db) == [(date(2026, 3, 2), 1, 440)]


def test_a_day_is_the_shops_own(asha: Caller, db: Connection) -> None:
    asha.facts = {**MODEL}
    for moment in ("2026-03-02 23:59+05:30", "2026-03-03 00:01+05:30"):
        asha.turn_clock(moment)
        asha.view_cart()
    assert days(db) == [(date(2026, 3, 2), 1, 440), (date(2026, 3, 3), 1, 440)]


def test_a_price_that_is_not_known_is_null(asha: Caller, db: Connection) -> None:
    asha.facts = {**MODEL}
    asha.view_cart()
    asha.facts = {**MODEL, "llm_cost": None}
    asha.view_cart()
    costs = db.execute("select llm_cost::text from cold.turns order by llm_cost").fetchall()
    assert costs == [("0.00006000",), (None,)]


def test_the_start_of_a_process_learns_what_was_spent(asha: Caller, db: Connection) -> None:
    asha.turn_clock("2026-03-02 12:00+05:30")
    asha.facts = {**MODEL}
    asha.view_cart()
    db.execute("update cold.tenants set daily_tokens = 7")
    assert asha.json("list_budgets") == {
        str(asha.tenant): {"day": "2026-03-02", "tokens": 440, "daily_tokens": 7}
    }
    asha.turn_clock("2026-03-03 12:00+05:30")
    assert asha.json("list_budgets") == {
        str(asha.tenant): {"day": "2026-03-03", "tokens": 0, "daily_tokens": 7}
    }
