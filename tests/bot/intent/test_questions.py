"""What owners ask, by rules: which question, about which time and which dish; and what is none."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.intent.rules.parser import parse
from bot.intent.rules.staff import read_staff
from bot.question_commands import QUESTION_COMMANDS
from bot.staff_commands import Said, staff_call_of
from tests.bot.intent.menus import small_menu
from tools.kit.call import Call
from tools.kit.staff.period import Period
from tools.resolve.staff.period import compared, period_of
from tools.resolve.staff.question import Asked, question_of
from tools.resolve.staff.when_words import When

MENU = small_menu()
INDIA = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 3, 4, 15, 30, tzinfo=INDIA)
"""A Wednesday."""
TODAY, NIGHT = "03-04", "03-05"
SENTENCES: dict[str, tuple[str, ...]] = {
    # sentence: question, first day and the day after the last; then the dish, or how many
    "what's my revenue today?": ("revenue", TODAY, NIGHT),
    "revenue": ("revenue",),
    "turnover so far": ("revenue", TODAY, NIGHT),
    "what were our sales yesterday": ("revenue", "03-03", TODAY),
    "revenue the day before yesterday": ("revenue", "03-02", "03-03"),
    "how much did we earn this week": ("revenue", "03-02", "03-09"),
    "takings last week please": ("revenue", "02-23", "03-02"),
    "how much did we make yesterday?": ("revenue", "03-03", TODAY),
    "what did we sell today": ("revenue", TODAY, NIGHT),
    "sales last month": ("revenue", "02-01", "03-01"),
    "sales this month": ("revenue", "03-01", "04-01"),
    "sales in february": ("revenue", "02-01", "03-01"),
    "sales in april": ("revenue", "2025-04-01", "2025-05-01"),
    "revenue in march 2025": ("revenue", "2025-03-01", "2025-04-01"),
    "revenue in may": ("revenue", "2025-05-01", "2025-06-01"),
    "revenue this year": ("revenue", "01-01", "2027-01-01"),
    "revenue last year": ("revenue", "2025-01-01", "01-01"),
    "revenue 2025": ("revenue", "2025-01-01", "01-01"),
    "revenue since monday": ("revenue", "03-02", NIGHT),
    "revenue since 1 march": ("revenue", "03-01", NIGHT),
    "sales since february": ("revenue", "02-01", NIGHT),
    "revenue last 7 days": ("revenue", "02-26", NIGHT),
    "revenue of the past two weeks": ("revenue", "02-19", NIGHT),
    "sales in the last 30 days": ("revenue", "02-03", NIGHT),
    "sales on 12 february": ("revenue", "02-12", "02-13"),
    "sales on february 12th": ("revenue", "02-12", "02-13"),
    "sales on the 12th of march": ("revenue", "2025-03-12", "2025-03-13"),
    "revenue 2026-03-01": ("revenue", "03-01", "03-02"),
    "sales on friday": ("revenue", "02-27", "02-28"),
    "sales on wednesday": ("revenue", TODAY, NIGHT),
    "sales last wednesday": ("revenue", "02-25", "02-26"),
    "sales this weekend": ("revenue", "02-28", "03-02"),
    "revenue from 1 february to 5 february": ("revenue", "02-01", "02-06"),
    "revenue between monday and tuesday": ("revenue", "03-02", TODAY),
    "what's the average order this month": ("revenue", "03-01", "04-01"),
    "weekly sales": ("revenue", "03-02", "03-09"),
    "may I see the sales": ("revenue",),
    "how many orders today": ("orders", TODAY, NIGHT),
    "orders yesterday": ("orders", "03-03", TODAY),
    "number of orders last week": ("orders", "02-23", "03-02"),
    "orders this week": ("orders", "03-02", "03-09"),
    "top 10 items in february": ("top_items", "02-01", "03-01", "10"),
    "show me the top 5 dishes of last month": ("top_items", "02-01", "03-01", "5"),
    "best sellers this month": ("top_items", "03-01", "04-01"),
    "what sold best last week": ("top_items", "02-23", "03-02"),
    "most popular dishes": ("top_items",),
    "bestsellers": ("top_items",),
    "how many vadas did we sell this week": ("top_items", "03-02", "03-09", "vadas"),
    "sales of tea yesterday": ("top_items", "03-03", TODAY, "tea"),
    "how many set dosas were ordered on sunday": ("top_items", "03-01", "03-02", "set dosas"),
    "new customers": ("new_customers",),
    "how many new customers this month": ("new_customers", "03-01", "04-01"),
    "how many customers came back last week": ("new_customers", "02-23", "03-02"),
    "average time to ready": ("time_to_ready",),
    "how long do orders take": ("time_to_ready",),
    "prep time yesterday": ("time_to_ready", "03-03", TODAY),
    "what did people ask for that we don't have": ("unmatched_demand",),
    "what did customers want that's not on the menu": ("unmatched_demand",),
    "unmet demand last week": ("unmatched_demand", "02-23", "03-02"),
    "cancelled orders this week": ("cancellations", "03-02", "03-09"),
    "why were orders rejected yesterday": ("cancellations", "03-03", TODAY),
    "refunds this month": ("refunds", "03-01", "04-01"),
    "summary": ("summary",),
    "daily report": ("summary",),
    "how was the day?": ("summary",),
    "sales report last month": ("summary", "02-01", "03-01"),
}
COMPARED = {
    "orders this week vs last": ("orders", "03-02", "03-09", "02-23", "03-02"),
    "orders this week vs last week": ("orders", "03-02", "03-09", "02-23", "03-02"),
    "revenue today compared to yesterday": ("revenue", TODAY, NIGHT, "03-03", TODAY),
    "revenue march versus january": ("revenue", "03-01", "04-01", "01-01", "02-01"),
    "sales on 2 march against 3 march": ("revenue", "03-02", "03-03", "03-03", TODAY),
}
NONE = (
    "orders",
    "open orders",
    "which orders are waiting?",
    "how many orders are open",
    "order 12",
    "order 12 is ready",
    "order 12 was cancelled",
    "cancel 31 customer did not come",
    "refund 31",
    "reject order 31 because we ran out of gas",
    "is order 12 ready?",
    "when will order 12 be ready",
    "2 idly",
    "order 2 idly",
    "table 4 wants 2 vada",
    "table 4 took the top table",
    "86 tea till monday",
    "set dosa is sold out for today",
    "what is sold out today",
    "tea sold out today?",
    "how many vadas left",
    "stock report",
    "check stock",
    "we didn't sell any tea today",
    "don't show me the revenue",
    "price of tea",
    "what time is it",
    "see you monday",
    "march past the kitchen",
    "is ravi here this week",
    "anyone seen my keys since yesterday?",
    "sales of xylophones yesterday",
    "customer is waiting at table 4",
    "the last order was for today",
    "delete the sales of yesterday",
    "email me the revenue",
)


def whole(when: When | None) -> Period:
    period = period_of(when or When("day"), NOW)
    assert period is not None
    return period


def days(when: When | None) -> tuple[str, str]:
    period = whole(when)
    assert period.since.utcoffset() == timedelta(hours=5, minutes=30)
    return short(period.since), short(period.until)


def short(at: datetime) -> str:
    assert (at.hour, at.minute) == (0, 0)
    return f"{at:%m-%d}" if at.year == NOW.year else f"{at:%Y-%m-%d}"


def asked(text: str) -> Asked:
    """What the tool reads of the call that the rules make of a sentence."""
    (call,) = read_staff(text, MENU, lambda words: parse(words, MENU))
    assert call.tool == "ask_shop"
    known = question_of(str(call.args["asked"]))
    assert known is not None
    return known


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_a_question_about_a_time(text: str) -> None:
    question, *rest = SENTENCES[text]
    known = asked(text)
    assert known.question == question
    assert bool(known.when) is bool(rest)
    told = [*days(known.when), *filter(None, [known.item, str(known.most or "")])] if rest else []
    assert told == rest
    assert known.versus is None


@pytest.mark.parametrize("text", COMPARED)
def test_a_comparison(text: str) -> None:
    question, *times = COMPARED[text]
    known = asked(text)
    assert known.question == question
    assert [*days(known.when), *days(known.versus)] == times


@pytest.mark.parametrize("text", NONE)
def test_what_asks_for_no_figures_is_no_question(text: str) -> None:
    calls = read_staff(text, MENU, lambda words: parse(words, MENU))
    assert "ask_shop" not in {call.tool for call in calls}


def before_that(text: str) -> Period:
    asked = question_of(text)
    assert asked is not None
    return compared(whole(asked.when), NOW)


def test_it_is_compared_with_as_much_of_the_time_before() -> None:
    before = {
        text: before_that(text)
        for text in (
            "revenue today",
            "revenue yesterday",
            "revenue this week",
            "revenue this month",
            "revenue last month",
            "revenue last 7 days",
        )
    }
    told = {
        text: (f"{one.since:%m-%d %H:%M}", f"{one.until:%m-%d %H:%M}")
        for text, one in before.items()
    }
    assert told == {
        "revenue today": ("03-03 00:00", "03-03 15:30"),
        "revenue yesterday": ("02-24 00:00", "02-25 00:00"),
        "revenue this week": ("02-23 00:00", "02-25 15:30"),
        "revenue this month": ("02-01 00:00", "02-04 15:30"),
        "revenue last month": ("01-01 00:00", "02-01 00:00"),
        "revenue last 7 days": ("02-19 00:00", "02-25 15:30"),
    }


def test_months_are_of_different_lengths() -> None:
    late = datetime(2026, 3, 31, 12, tzinfo=INDIA)
    march = period_of(When("month"), late)
    assert march is not None
    february = compared(march, late)
    assert (f"{february.since:%m-%d}", f"{february.until:%m-%d}") == ("02-01", "03-01")


@pytest.mark.parametrize(
    "when",
    [
        When("day", day=31, month=2),
        When("day", day=5, month=3, year=2026),
        When("month", month=4, year=2026),
        When("year", year=2035),
        When("from", first=When("month", month=1, year=2023), last=When("day")),
        When("past", number=0, unit="day"),
        When("past", number=999, unit="month"),
    ],
)
def test_there_is_no_such_time(when: When) -> None:
    assert period_of(when, NOW) is None


def test_days_begin_at_midnight_of_the_shop_in_summer_and_winter() -> None:
    paris = ZoneInfo("Europe/Paris")
    now = datetime(2026, 3, 29, 12, tzinfo=paris)
    today, yesterday = period_of(When("day"), now), period_of(When("day", back=1), now)
    assert today is not None
    assert yesterday is not None
    assert today.since.isoformat() == "2026-03-29T00:00:00+01:00"
    assert today.until.isoformat() == "2026-03-30T00:00:00+02:00"
    assert yesterday.until == today.since


@pytest.mark.parametrize(
    ("command", "words", "sentence"),
    [
        ("revenue", "today", "revenue today"),
        ("revenue", "", "revenue"),
        ("orders", "this week vs last", "how many orders this week vs last"),
        ("top", "", "top items"),
        ("top", "march 10", "top 10 items march"),
        ("top", "10 last week", "top 10 items last week"),
        ("top", "last 7 days", "top items last 7 days"),
        ("top", "5 last 7 days", "top 5 items last 7 days"),
        ("top", "10th march", "top items 10th march"),
        ("new_customers", "", "new customers"),
        ("times", "yesterday", "time to ready yesterday"),
        ("wanted", "march", "unmet wishes march"),
        ("cancelled", "today", "cancellations today"),
        ("refunds", "", "refunds"),
        ("summary", "yesterday", "summary yesterday"),
    ],
)
def test_commands_ask_in_the_same_words(command: str, words: str, sentence: str) -> None:
    assert command in QUESTION_COMMANDS
    call = staff_call_of(command, Said(words))
    assert call == Call("ask_shop", {"asked": sentence})
    assert question_of(sentence) is not None


@pytest.mark.parametrize(("command", "words"), [("times", "of the gods"), ("top", "99 problems")])
def test_what_is_written_otherwise_is_shown_how(command: str, words: str) -> None:
    assert staff_call_of(command, Said(words)) == Call("show_usage", {"command": command})
