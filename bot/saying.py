"""Puts what a turn did into words: one reply from one to three results."""

from collections.abc import Sequence

from bot.intent.reading import Reading
from bot.reply import Reply
from tools.kit.call import Call
from tools.kit.errors import ToolError
from tools.kit.result import Card, Result, Rows
from tools.kit.speech import Speech
from tools.kit.turn import Role
from tools.kit.view import SessionView
from tools.results.buttons import ways_on


def put_into_words(
    done: Sequence[Result | ToolError],
    view: SessionView | None,
    reading: Reading,
    say: Speech,
    server_ms: float,
    role: Role = "customer",
) -> Reply:
    """The sentences of all results; buttons and card of the last, for they show where the
    customer stands now. Beside a refusal a customer finds the ways on.
    """
    last = done[-1]
    card: Card | None = None
    sentences = [result.text(say) for result in done]
    if isinstance(last, ToolError):
        rows: Rows = last.buttons(say)
        if role == "customer":
            rows = (*rows, *ways_on(say, view))
        if _leaves_out(reading.calls, len(done)):
            sentences.append(say("Nothing was added yet."))
    else:
        card, rows = last.card(say), last.buttons(say)
    return Reply(
        text="\n".join(sentences),
        buttons=rows,
        card=card,
        photo=last.photo() if isinstance(last, Result) else None,
        asks=isinstance(last, Result) and last.asks,
        yes=last.if_yes() if isinstance(last, Result) else None,
        no=last.if_no() if isinstance(last, Result) else None,
        view=view,
        calls=reading.calls,
        source=reading.source,
        usage=reading.usage,
        server_ms=server_ms,
    )


def _leaves_out(calls: Sequence[Call], done: int) -> bool:
    """Whether a refusal names one dish of several that were to be added, or kept it from them."""
    lines = calls[done - 1].args.get("lines")
    several = isinstance(lines, list) and len(lines) > 1
    return several or any(call.tool == "add_to_cart" for call in calls[done:])
