"""What a chart shows of an answer, where a picture says more than a table."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from tools.kit.enclosure import Chart, Point
from tools.kit.speech import Speech
from tools.kit.staff.answer import Answer
from tools.results.staff.figures.money import step_name
from tools.results.staff.figures.periods import Times, dated

FEWEST = 4


def revenue_chart(
    say: Speech, answer: Answer, times: Times, currency: str, zone: str
) -> Chart | None:
    """Columns, a step each, from the first to the last that took anything."""
    steps = answer.now.revenue
    if len(steps) < FEWEST:
        return None
    known = {one.starts: one for one in steps}
    points: list[Point] = []
    starts = steps[0].starts
    while starts <= steps[-1].starts:
        one = known.get(starts)
        label = step_name(
            say, one or steps[0].model_copy(update={"starts": starts}), times, short=True
        )
        points.append(
            Point(label, one.revenue if one else Decimal(0), say.money(one.revenue) if one else "")
        )
        starts = _next(starts, times)
    return Chart(
        "columns",
        say("Revenue · {period}", period=dated(say, times.period)),
        say("{currency}, by the clock of {zone}", currency=currency, zone=zone),
        tuple(points),
    )


def _next(starts: datetime, times: Times) -> datetime:
    length = times.period.until - times.period.since
    if length <= timedelta(days=1, hours=1):
        return starts + timedelta(hours=1)
    if length <= timedelta(days=93):
        return starts + timedelta(days=1)
    return datetime.combine(
        date(starts.year + starts.month // 12, starts.month % 12 + 1, 1), starts.time()
    )


def top_chart(say: Speech, answer: Answer, times: Times, zone: str) -> Chart | None:
    """Bars, a dish each, the longest on top."""
    rows = answer.now.top_items
    if len(rows) < FEWEST:
        return None
    return Chart(
        "bars",
        say("Most sold · {period}", period=dated(say, times.period)),
        say("pieces, by the clock of {zone}", zone=zone),
        tuple(Point(one.item_name, Decimal(one.quantity), str(one.quantity)) for one in rows),
    )
