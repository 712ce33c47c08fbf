"""Revenue, orders, and what came to nothing."""

from datetime import timedelta
from decimal import Decimal

from tools.kit.speech import Speech
from tools.kit.staff.answer import Answer, Figures, Takings
from tools.results.order_types import order_type_name
from tools.results.refunds import tender_name
from tools.results.staff.figures.periods import Times, change

MOST_ROWS = 12
Cells = list[tuple[str, ...]]


def revenue(say: Speech, answer: Answer, times: Times) -> str:
    """ "Today so far: ₹4,310 from 12 orders, ₹359 on average; yesterday by this hour ₹3,900."."""
    now, before = answer.now, answer.before
    period, was = times.called(say), ""
    if before is not None and before.counted:
        was = say(
            "; {before} {revenue}{change}",
            before=times.called_before(say),
            revenue=before.taken,
            change=change(say, now.taken, before.taken),
        )
    elif before is not None:
        was = say("; {before} nothing", before=times.called_before(say))
    if not now.counted:
        return say("{period}: no orders{was}.", period=period, was=was)
    told = say.count(
        now.counted,
        "{period}: {revenue} from {number} order, {average} on average{was}.",
        "{period}: {revenue} from {number} orders, {average} on average{was}.",
        period=period,
        revenue=now.taken,
        average=average(now),
        was=was,
    )
    best = max(now.revenue, key=lambda one: one.revenue)
    if len(now.revenue) > MOST_ROWS:
        told = f"{told}\n" + say(
            "Best: {when}, {revenue}.", when=step_name(say, best, times), revenue=best.revenue
        )
    return told


def average(figures: Figures) -> Decimal:
    """Revenue an order, to the hundredth."""
    return (figures.taken / figures.counted).quantize(Decimal("0.01"))


def revenue_rows(say: Speech, answer: Answer, times: Times) -> Cells:
    """A step a row, where there are a few."""
    steps = answer.now.revenue
    if not 1 < len(steps) <= MOST_ROWS:
        return []
    return [
        (step_name(say, one, times, short=True), str(one.orders), say.money(one.revenue))
        for one in steps
    ]


def step_name(say: Speech, step: Takings, times: Times, *, short: bool = False) -> str:
    """ "10:00", "Mon 2", "March"; or, not short, "Monday, 2 March"."""
    length = times.period.until - times.period.since
    if length <= timedelta(days=1, hours=1):
        return say.clock(step.starts.time())
    day = step.starts.date()
    if not short:
        return say("{weekday}, {day}", weekday=say.weekday(day.weekday()), day=say.day(day))
    if length > timedelta(days=93):
        return f"{day:%b %Y}"
    return f"{say.weekday(day.weekday(), short=True)} {day.day}"


def orders(say: Speech, answer: Answer, times: Times) -> str:
    """ "Today so far: 12 orders (8 take-away, 4 dine-in), 3 still open, 1 cancelled; …"."""
    rows, was = answer.now.orders, ""
    if answer.before is not None:
        was = say(
            "; {before} {number}{change}",
            before=times.called_before(say),
            number=answer.before.counted,
            change=change(say, answer.now.counted, answer.before.counted),
        )
    kinds = [f"{one.orders} {order_type_name(say, one.order_type)}" for one in rows if one.orders]
    more = f" ({', '.join(kinds)})" if kinds else ""
    if waiting := sum(one.open for one in rows):
        more += say(", {number} still open", number=waiting)
    if lost := sum(one.cancelled for one in rows):
        more += say(", {number} cancelled", number=lost)
    return say.count(
        answer.now.counted,
        "{period}: {number} order{more}{was}.",
        "{period}: {number} orders{more}{was}.",
        period=times.called(say),
        more=more,
        was=was,
    )


def cancellations(say: Speech, answer: Answer, times: Times) -> str:
    """ "This week so far: 3 orders came to nothing, ₹520; last week by this time 1."."""
    now = answer.now.cancellations
    number, was = sum(one.orders for one in now), ""
    if answer.before is not None and (
        old := sum(one.orders for one in answer.before.cancellations)
    ):
        was = say("; {before} {number}", before=times.called_before(say), number=old)
    if not number:
        return say(
            "{period}: no order was cancelled or rejected{was}.", period=times.called(say), was=was
        )
    return say.count(
        number,
        "{period}: {number} order came to nothing, {amount}{was}.",
        "{period}: {number} orders came to nothing, {amount}{was}.",
        period=times.called(say),
        amount=sum((one.amount for one in now), Decimal(0)),
        was=was,
    )


def cancellation_rows(say: Speech, answer: Answer, times: Times) -> Cells:
    """By whom, and why."""
    by = {"customer": say("customer"), "shop": say("shop")}
    return [
        (
            f"{by.get(one.actor, one.actor)}: {one.reason}"
            if one.reason
            else by.get(one.actor, one.actor),
            str(one.orders),
            say.money(one.amount),
        )
        for one in answer.now.cancellations[:MOST_ROWS]
    ]


def refunds(say: Speech, answer: Answer, times: Times) -> str:
    """ "This month so far: ₹240 went back of 2 payments (cash ₹200, UPI ₹40)."."""
    now = answer.now.refunds
    if not now:
        return say("{period}: nothing went back.", period=times.called(say))
    ways = [f"{tender_name(say, one.method)} {say.money(one.amount)}" for one in now]
    return say.count(
        sum(one.refunds for one in now),
        "{period}: {amount} went back of {number} payment ({ways}).",
        "{period}: {amount} went back of {number} payments ({ways}).",
        period=times.called(say),
        amount=sum((one.amount for one in now), Decimal(0)),
        ways=", ".join(ways),
    )
