"""choose_language: kept for a person in a channel, and told with every view."""

import psycopg

from tests.support.turns import Caller, line


def test_a_choice_is_told_by_every_view_from_then_on(asha: Caller) -> None:
    assert asha.add_to_cart([line("idly", 2)]).language is None
    assert asha.call("choose_language", "ta").language == "ta"
    assert asha.call("view_cart").language == "ta"
    assert asha.add_to_cart([line("idly")]).language == "ta"
    assert asha.call("choose_language", "hi").language == "hi"


def test_it_holds_in_other_chats_and_later_sessions_but_for_nobody_else(
    asha: Caller, ravi: Caller, dsn: str, db: psycopg.Connection
) -> None:
    asha.call("choose_language", "ta")
    with Caller(dsn, "asha", chat="a group") as elsewhere:
        assert elsewhere.call("view_cart").language == "ta"
    db.execute("update cold.sessions set closed_at = now()")
    assert asha.call("view_cart").language == "ta"
    assert ravi.call("view_cart").language is None


def test_a_replay_takes_nothing_back(asha: Caller) -> None:
    asha.call("choose_language", "ta", command="first")
    asha.call("choose_language", "hi")
    assert asha.call("choose_language", "ta", command="first").language == "hi"


def test_it_is_not_what_the_channel_tells(asha: Caller, db: psycopg.Connection) -> None:
    asha.facts = {"language": "en"}
    asha.call("choose_language", "ta")
    kept = db.execute("select language, chosen_language from cold.customer_identity").fetchone()
    assert kept == ("en", "ta")
