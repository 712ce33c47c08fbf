"""What is sold and wanted, by whom, and how long it takes."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from tools.kit.speech import Speech, sentence
from tools.kit.staff.answer import Answer, Figures, ReadyTimes, Wish
from tools.results.order_types import order_type_name
from tools.results.staff.figures.money import Cells
from tools.results.staff.figures.periods import Times, change

_REASONS: Mapping[str, str] = {
    "sold_out": sentence("sold out"),
    "stock": sentence("too few"),
    "not_served": sentence("not then"),
    "closed": sentence("closed"),
    "order_type": sentence("not so"),
}


def top_items(say: Speech, answer: Answer, times: Times) -> str:
    """ "Most sold, last week: Masala Dosa, 42 pieces (₹3,360)."."""
    rows = answer.now.top_items
    if not rows:
        return say("{period}: nothing was sold.", period=times.called(say))
    return say.count(
        rows[0].quantity,
        "{period}: most sold is {item}, {number} piece ({revenue}).",
        "{period}: most sold is {item}, {number} pieces ({revenue}).",
        period=times.called(say),
        item=rows[0].item_name,
        revenue=rows[0].revenue,
    )


def top_rows(say: Speech, answer: Answer, times: Times) -> Cells:
    """A dish a row: pieces and money."""
    rows = answer.now.top_items
    return [
        (f"{place} {one.item_name}", str(one.quantity), say.money(one.revenue))
        for place, one in enumerate(rows, 1)
        if len(rows) > 1
    ]


def item_sold(say: Speech, answer: Answer, times: Times, item: str) -> str:
    """ "Last week: 42 Masala Dosa sold for ₹3,360; the week before 30 (+40 %)."."""
    number, was = _pieces(answer.now), ""
    if answer.before is not None and (old := _pieces(answer.before)):
        was = say(
            "; {before} {number}{change}",
            before=times.called_before(say),
            number=old,
            change=change(say, number, old),
        )
    if not number:
        return say("{period}: no {item} sold{was}.", period=times.called(say), item=item, was=was)
    return say(
        "{period}: {number} {item} sold for {revenue}{was}.",
        period=times.called(say),
        number=number,
        item=item,
        revenue=answer.now.top_items[0].revenue,
        was=was,
    )


def _pieces(figures: Figures) -> int:
    return sum(one.quantity for one in figures.top_items)


def new_customers(say: Speech, answer: Answer, times: Times) -> str:
    """ "This week so far: 14 customers: 5 new, with 6 orders, and 9 who came back; …"."""
    now, was = answer.now.buyers, ""
    if answer.before is not None and (old := answer.before.buyers.newcomers):
        was = say(
            "; {before} {number} new{change}",
            before=times.called_before(say),
            number=old,
            change=change(say, now.newcomers, old),
        )
    if not now.customers:
        return say("{period}: no customers{was}.", period=times.called(say), was=was)
    new = say("none new")
    if now.newcomers:
        orders = say.count(now.new_orders, "{number} order", "{number} orders")
        new = say("{number} new ({orders})", number=now.newcomers, orders=orders)
    return say.count(
        now.customers,
        "{period}: {number} customer, {new}, {old} came back{was}.",
        "{period}: {number} customers, {new}, {old} came back{was}.",
        period=times.called(say),
        new=new,
        old=now.came_back or say("none"),
        was=was,
    )


def time_to_ready(say: Speech, answer: Answer, times: Times) -> str:
    """ "Today so far: half of 12 orders were ready within 14 min, nine of ten within 22 min; …"."""
    now = _of_all(answer.now)
    if now is None:
        return say("{period}: no order was called ready.", period=times.called(say))
    old, was = _of_all(answer.before) if answer.before else None, ""
    if old is not None:
        was = say(
            "; {before} {minutes} min", before=times.called_before(say), minutes=_whole(old.median)
        )
    return say.count(
        now.orders,
        "{period}: {number} order was ready within {half} min{was}.",
        "{period}: half of {number} orders were ready within {half} min, nine of ten within"
        " {most} min{was}.",
        period=times.called(say),
        half=_whole(now.median),
        most=_whole(now.slow),
        was=was,
    )


def ready_rows(say: Speech, answer: Answer, times: Times) -> Cells:
    """A type of order a row, where there are several."""
    known = [one for one in answer.now.time_to_ready if one.order_type]
    if len(known) < 2:
        return []
    head = ("", say("half"), say("9 of 10"))
    return [
        head,
        *(
            (
                order_type_name(say, one.order_type or ""),
                say("{minutes} min", minutes=_whole(one.median)),
                say("{minutes} min", minutes=_whole(one.slow)),
            )
            for one in known
        ),
    ]


def _of_all(figures: Figures) -> ReadyTimes | None:
    return next((one for one in figures.time_to_ready if one.order_type is None), None)


def _whole(minutes: Decimal) -> str:
    return str(minutes.quantize(Decimal(1), ROUND_HALF_UP))


def unmatched_demand(say: Speech, answer: Answer, times: Times) -> str:
    """ "Last 7 days: these were asked for in vain."."""
    if not answer.now.unmatched_demand:
        return say("{period}: nothing was asked for in vain.", period=times.called(say))
    return say("{period}: asked for in vain, and how often.", period=times.called(say))


def wish_rows(say: Speech, answer: Answer, times: Times) -> Cells:
    """A wish a row."""
    return [(wish_name(say, one), str(one.times)) for one in answer.now.unmatched_demand]


def wish_name(say: Speech, one: Wish) -> str:
    """ "falooda", "Idly (sold out)", "not understood"."""
    if one.reason == "not_understood":
        return say("not understood")
    wish = one.wish or say("other words")
    reason = _REASONS.get(one.reason)
    return say("{wish} ({reason})", wish=wish, reason=say(reason)) if reason else wish
