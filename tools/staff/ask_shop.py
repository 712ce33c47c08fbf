"""ask_shop: "what's my revenue today?", "top 10 items in march", "orders this week vs last"."""

from datetime import timedelta

from tools.kit.call import Call, Json
from tools.kit.params import Handle, Said
from tools.kit.result import Button
from tools.kit.staff.period import Period, cut_like
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.staff.dish import Unclear as UnclearDish
from tools.resolve.staff.dish import ask_which, dish_of, handle
from tools.resolve.staff.period import compared, period_of
from tools.resolve.staff.question import Asked, question_of
from tools.resolve.staff.question_words import LEADS
from tools.resolve.staff.when_words import When
from tools.results.staff.asked import StaffAsked
from tools.results.staff.figures.periods import Times
from tools.results.staff.shop_answer import ShopAnswer

# What is rare is looked for in more than a day.
_WEEK = When("past", number=7, unit="day")
_MONTH = timedelta(days=32)
_RARE = ("unmatched_demand", "new_customers")
_ROWS = {"top_items": 5, "unmatched_demand": 8, "summary": 3}
_TIMES = ("today", "yesterday", "this week", "last week", "this month", "last month")


@tool(says=("what's my revenue today?", "top 10 items in march", "orders this week vs last"))
async def ask_shop(turn: Turn, asked: Said = "", item: Handle = None) -> ShopAnswer | StaffAsked:
    """Tell figures of the shop: revenue, orders, dishes, customers, times, unmet wishes.

    `item` is the dish a button has settled on. Raises what `app.ask_shop` refuses.
    """
    known = question_of(asked) if asked else Asked("summary")
    if known is None:
        return await _which_question(turn)
    dish = dish_of(turn, item or known.item) if item or known.item else None
    if isinstance(dish, UnclearDish):
        question, answers = ask_which(
            turn, dish, lambda one: Call("ask_shop", {"asked": asked, "item": handle(one)})
        )
        return StaffAsked(view=await turn.call("record_turn"), question=question, answers=answers)
    period = period_of(known.when or (_WEEK if known.question in _RARE else When("day")), turn.now)
    before = _before(turn, known, period) if period else None
    if period is None or (known.versus and before is None) or _is_too_long(known, period):
        return await _which_time(turn, known)
    more: dict[str, Json] = {
        "step": _step(period),
        "most": known.most or _ROWS.get(known.question, 5),
        "item": dish.id if dish else None,
    }
    view = await turn.call(
        "ask_shop", known.question, _args(period, more), _args(before, more) if before else None
    )
    return ShopAnswer(
        view=view,
        question=known.question,
        times=Times(period, before, turn.now),
        zone=turn.tenant.time_zone,
        item=dish.name if dish else None,
    )


def _before(turn: Turn, asked: Asked, period: Period) -> Period | None:
    """What it is compared with: as was said, for a day's summary the same weekday, or as usual."""
    now = turn.now
    if asked.versus is not None:
        other = period_of(asked.versus, now)
        alike = other is not None and other.name == period.name and other.first < period.first
        return cut_like(other, period, now) if other and alike and period.runs(now) else other
    if asked.question == "summary" and period.name == "day":
        week = timedelta(days=7)
        other = Period("day", period.since - week, period.until - week)
        return cut_like(other, period, now) if period.runs(now) else other
    return compared(period, now)


def _is_too_long(asked: Asked, period: Period) -> bool:
    """A summary is of a month at most: it is several questions, each asked twice."""
    return asked.question == "summary" and period.until - period.since > _MONTH


def _step(period: Period) -> str:
    length = period.until - period.since
    if length <= timedelta(days=1, hours=1):
        return "hour"
    return "day" if length <= timedelta(days=93) else "month"


def _args(period: Period, more: dict[str, Json]) -> dict[str, Json]:
    return {"since": period.since.isoformat(), "until": period.until.isoformat(), **more}


async def _which_question(turn: Turn) -> StaffAsked:
    return StaffAsked(
        view=await turn.call("record_turn"),
        question=turn.say("I can tell about these:"),
        answers=tuple(
            Button(turn.say(lead), Call("ask_shop", {"asked": lead})) for lead in LEADS.values()
        ),
    )


async def _which_time(turn: Turn, asked: Asked) -> StaffAsked:
    lead = f"sales of {asked.item}" if asked.item else LEADS[asked.question]
    return StaffAsked(
        view=await turn.call("record_turn"),
        question=turn.say("That time has not been yet, or is too long. I can tell about these:"),
        answers=tuple(
            Button(turn.say(one.capitalize()), Call("ask_shop", {"asked": f"{lead} {one}"}))
            for one in _TIMES
        ),
    )
