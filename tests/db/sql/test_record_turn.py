"""record_turn: a turn that asks nothing still leaves its trace."""

import pytest
from psycopg import Connection

from tests.support.records import count, events
from tests.support.turns import Caller, line

COST = """
select tool, source, provider, prompt_tokens, completion_tokens, llm_ms from cold.turns
where command_id = 'c1'
"""


def test_keeps_who_understood_it_at_what_cost(asha: Caller, db: Connection) -> None:
    asha.facts = {
        "source": "llm",
        "provider": "groq",
        "prompt_tokens": 400,
        "completion_tokens": 20,
        "llm_ms": 250,
    }
    asha.record_turn(command="c1")
    assert db.execute(COST).fetchall() == [("record_turn", "llm", "groq", 400, 20, 250)]


def test_returns_the_cart_and_writes_no_event(asha: Caller, db: Connection) -> None:
    asha.add_to_cart([line("idly")])
    assert asha.record_turn().item_count == 1
    assert count(db, "warm.session_events") == 1


def test_a_first_message_makes_a_customer(asha: Caller, db: Connection) -> None:
    asha.facts = {"name": "Asha " + "a" * 200, "language": "ta"}
    asha.record_turn()
    asha.record_turn()

    known = "select channel, sender, length(name), language from cold.customer_identity"
    assert db.execute(known).fetchall() == [("test", "asha", 128, "ta")]
    assert count(db, "cold.customers") == 1
    assert count(db, "cold.sessions") == 1


@pytest.mark.parametrize(
    "refusal",
    [
        {"item_id": "vanjaram_fry", "reason": "stock", "quantity": 30},
        {"words": "pizza", "reason": "not_found", "quantity": None},
    ],
)
def test_what_was_refused_is_in_the_ledger(
    asha: Caller, db: Connection, refusal: dict[str, object]
) -> None:
    asha.add_to_cart([line("idly")])
    quoted = asha.checkout().checkout
    view = asha.record_turn(refusal)

    assert (view.checkout, view.seq) == (quoted, 2)
    unmet = {"words": None, "item_id": None, **refusal}
    assert events(db, view.session_id)[-1] == ("demand_unmet", unmet)
