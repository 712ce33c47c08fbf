"""Puts what a turn did into words: one reply from one to three results."""

from collections.abc import Sequence

from bot.intent.reading import Reading
from bot.reply import Reply
from tools.kit.call import Call
from tools.kit.errors import ToolError
from tools.kit.result import Card, Result, Rows
from tools.kit.speech import Speech
from tools.kit.staff.errors import StaffRefusal
from tools.kit.turn import Role
from tools.kit.view import Order, SessionView
from tools.results.buttons import ways_on
from tools.results.staff.open_orders import to_look_at
from tools.results.staff.talk import left_undone


def put_into_words(
    done: Sequence[Result | ToolError],
    view: SessionView | None,
    reading: Reading,
    say: Speech,
    server_ms: float,
    role: Role = "customer",
) -> Reply:
    """The sentences of all results; buttons and card of the last, for they show where the
    customer stands now; after staff did something with several orders, each to look at. A question
    that cannot wait is asked last. Beside a refusal a customer finds the ways on.
    """
    *before, last = sorted(done, key=lambda one: isinstance(one, Result) and one.comes_last)
    card: Card | None = None
    sentences = [one.beside(say) if isinstance(one, Result) else one.text(say) for one in before]
    sentences.append(last.text(say))
    if isinstance(last, ToolError):
        rows: Rows = last.buttons(say)
        if role == "customer":
            rows = (*rows, *ways_on(say, view))
        if not isinstance(last, StaffRefusal) and _leaves_out(reading.calls, len(done)):
            sentences.append(say("Nothing was added yet."))
        if role == "staff" and len(done) < len(reading.calls):
            sentences.append(left_undone(say))
    else:
        card, rows = last.card(say), last.buttons(say)
        if role == "staff" and len(orders := _orders(done)) > 1:
            rows = _questions(done, say) or to_look_at(say, orders)
    return Reply(
        text="\n".join(sentences),
        buttons=rows,
        card=card,
        photo=last.photo() if isinstance(last, Result) else None,
        enclosure=last.enclosure(say) if isinstance(last, Result) else None,
        asks=isinstance(last, Result) and last.asks,
        yes=last.if_yes() if isinstance(last, Result) else None,
        no=last.if_no() if isinstance(last, Result) else None,
        cancel=last.if_cancel() if isinstance(last, Result) else None,
        awaits=last.awaits() if isinstance(last, Result) else last.awaits,
        words=last.if_words() if isinstance(last, Result) else None,
        wants=last.wants() if isinstance(last, Result) else (),
        view=view,
        refused=isinstance(last, ToolError),
        calls=reading.calls,
        source=reading.source,
        usage=reading.usage,
        server_ms=server_ms,
    )


def _orders(done: Sequence[Result | ToolError]) -> Sequence[Order]:
    """The orders the results are about. The next steps of one would not tell of which."""
    views = [one.view for one in done if isinstance(one, Result)]
    return [*{view.order.order_id: view.order for view in views if view.order}.values()]


def _questions(done: Sequence[Result | ToolError], say: Speech) -> Rows:
    """The answers to all that is asked. Those to staff say what of."""
    asked = [one for one in done if isinstance(one, Result) and one.asks]
    return [row for one in asked for row in one.buttons(say)]


def _leaves_out(calls: Sequence[Call], done: int) -> bool:
    """Whether a refusal names one dish of several that were to be added, or kept it from them."""
    lines = calls[done - 1].args.get("lines")
    several = isinstance(lines, list) and len(lines) > 1
    return several or any(call.tool == "add_to_cart" for call in calls[done:])
