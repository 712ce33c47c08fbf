"""A table, and what has to be asked before it gets something."""

from collections.abc import Sequence

from tools.kit.call import Call, Json
from tools.kit.result import Button
from tools.kit.turn import Turn
from tools.menu import words_of
from tools.resolve.ask import carry
from tools.results.questions import NoSuchDish, Question

_SAID_ALONG = frozenset({"table", "tables", "tbl", "no", "number", "the"})


def table_name(words: str) -> str:
    """ "4" of "Table 4" and of "table no. 4"."""
    return " ".join(word for word in words_of(words) if word not in _SAID_ALONG)


def ask_for_table(
    turn: Turn,
    question: Question,
    table: str,
    others: Sequence[dict[str, Json]],
    guest: str | None = None,
) -> tuple[str, tuple[Button, ...]]:
    """The question as it is asked of a waiter; an answer serves the table, the `others` too.

    `guest` is who asked for it.
    """
    whom: dict[str, Json] = {"table": table, "guest": guest} if guest else {"table": table}
    answers = tuple(
        Button(answer.label, Call("add_to_table", {**answer.call.args, **whom}))
        for answer in carry(question, others).answers
        if answer.call.tool == "add_to_cart"
    )
    if not isinstance(question, NoSuchDish):
        return question.text(turn.say), answers
    say, words = turn.say, question.words
    if answers:
        return say(
            "There is no {words} on the menu. Do you mean one of these?", words=words
        ), answers
    return say("There is no {words} on the menu, so I did nothing.", words=words), ()
