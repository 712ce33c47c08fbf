"""Puts what a turn did into words: one reply from one to three results."""

from collections.abc import Sequence

from bot.intent.reading import Reading
from bot.reply import Reply
from tools.kit.call import Call
from tools.kit.errors import ToolError
from tools.kit.result import Button, Card, Result, Rows
from tools.kit.speech import Speech
from tools.kit.view import SessionView


def put_into_words(
    done: Sequence[Result | ToolError],
    view: SessionView | None,
    reading: Reading,
    say: Speech,
    server_ms: float,
) -> Reply:
    """The sentences of all results; buttons and card of the last, for they show where the
    customer stands now.
    """
    last = done[-1]
    card: Card | None = None
    rows: Rows = way_out(say, view)
    if isinstance(last, Result):
        card, rows = last.card(say), last.buttons(say)
    sentences = [result.text(say) for result in done]
    if isinstance(last, ToolError) and _adds_several(reading.calls[len(done) - 1]):
        sentences.append(say("Nothing was added yet."))
    return Reply(
        text="\n".join(sentences),
        buttons=rows,
        card=card,
        asks=isinstance(last, Result) and last.asks,
        yes=last.if_yes() if isinstance(last, Result) else None,
        no=last.if_no() if isinstance(last, Result) else None,
        view=view,
        calls=reading.calls,
        source=reading.source,
        usage=reading.usage,
        server_ms=server_ms,
    )


def _adds_several(call: Call) -> bool:
    """Whether a refusal names one dish of a call that would have added several."""
    lines = call.args.get("lines")
    return isinstance(lines, list) and len(lines) > 1


def way_out(say: Speech, view: SessionView | None) -> Rows:
    """Where to go from a refusal, for somebody who never types. An empty cart is no place to go."""
    menu = Button(say("Menu"), Call("search_menu"))
    if view is not None and not view.lines:
        return ((menu,),)
    return ((menu, Button(say("View cart"), Call("view_cart"))),)
