"""Words about when an order is wanted -> a moment of the shop's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.tools.menus import small_menu
from tools.resolve.moment import Moment, Unclear, moment_of
from tools.resolve.time_words import read_time

MENU = small_menu()
ZONE = ZoneInfo("Asia/Kolkata")
SUNDAY_EVENING = datetime(2026, 1, 18, 20, 12, 30, tzinfo=ZONE)


def spoken(at: datetime | None) -> str | None:
    return None if at is None else f"{at:%d %H:%M}"


def moment(words: str, now: datetime = SUNDAY_EVENING) -> Moment:
    found = moment_of(MENU, words, now)
    assert isinstance(found, Moment), words
    return found


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("for tomorrow at 9", "19 09:00"),
        ("tomorrow 9.30 am", "19 09:30"),
        ("tmrw 9am", "19 09:00"),
        ("tomorrow at 2", "19 14:00"),
        ("day after tomorrow at 1", "20 13:00"),
        ("pick up at 7:30 pm", "19 19:30"),
        ("tonight at 9", "18 21:00"),
        ("at 9", "18 21:00"),
        ("7", "19 07:00"),
        ("2130", "18 21:30"),
        ("at noon", "19 12:00"),
        ("midnight", "19 00:00"),
        ("quarter to 9", "18 20:45"),
        ("friday at half past 7", "23 07:30"),
        ("sunday 7 pm", "25 19:00"),
        ("24th of jan 6 pm", "24 18:00"),
        ("in two hours", "18 22:13"),
        ("in half an hour", "18 20:43"),
        ("an hour and a half from now", "18 21:43"),
        ("45 mins", "18 20:58"),
        ("in 3 days at 8am", "21 08:00"),
        ("8 am in 3 days", "21 08:00"),
        ("in 3 days", "21 20:13"),
        ("in a week at noon", "25 12:00"),
        ("in 1 day and 2 hours", "19 22:13"),
        ("next week monday 8am", "19 08:00"),
        ("wednesday next week at 8 am", "21 08:00"),
        ("2026-01-24 at 10pm", "24 22:00"),
        ("24 january 2026, 10 pm", "24 22:00"),
        ("breakfast tomorrow", "19 07:00"),
        ("seven thirty pm", "19 19:30"),
        ("now", None),
        ("as soon as possible", None),
    ],
)
def test_a_time_is_the_next_one_of_its_kind(words: str, at: str | None) -> None:
    assert spoken(moment(words).at) == at


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("tomorrow at 9", "19 21:00"),
        ("7", "19 19:00"),
        ("tomorrow at 2", "19 02:00"),
        ("tomorrow 07:00", None),
        ("7 pm", None),
        ("at noon", None),
    ],
)
def test_what_a_bare_hour_may_mean_as_well_is_offered(words: str, other: str | None) -> None:
    assert spoken(moment(words).other) == other


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("07:00-11:30", "19 07:00"),
        ("07:00-11:30 and 21:00-22:30", "18 21:00"),
        ("Sat, Sun 10:00-14:00", "24 10:00"),
        ("Mon-Fri 17:00-22:00", "19 17:00"),
        ("tomorrow from 07:00", "19 07:00"),
        ("today from 22:00", "18 22:00"),
        ("on Monday from 07:00", "19 07:00"),
        ("on 24 January from 07:00", "24 07:00"),
        ("2026-01-19T07:00+05:30", "19 07:00"),
        ("2026-01-19T01:30+00:00", "19 07:00"),
    ],
)
def test_what_sql_says_and_what_buttons_carry_is_read_back(when: str, at: str) -> None:
    found = moment(when)
    assert spoken(found.at) == at
    assert found.other is None


def test_a_time_that_has_passed_is_asked_about() -> None:
    for words in ("tonight at 8", "today at 7"):
        found = moment_of(MENU, words, SUNDAY_EVENING)
        assert isinstance(found, Unclear)
        assert found.passed


@pytest.mark.parametrize("words", ["yesterday", "yesterday at 8 am", "2026-01-02 at 9 pm"])
def test_a_day_that_has_passed_is_no_time(words: str) -> None:
    found = moment_of(MENU, words, SUNDAY_EVENING)
    assert isinstance(found, Unclear)
    assert found.passed
    assert all(at > SUNDAY_EVENING for at in found.slots)
    assert read_time(words).clear


@pytest.mark.parametrize("words", ["25:00", "tomorrow at 9:75", "31 february", "2026-02-31 9 pm"])
def test_a_time_there_is_not_is_no_other_time(words: str) -> None:
    found = moment_of(MENU, words, SUNDAY_EVENING)
    assert isinstance(found, Unclear)
    assert found.no_such
    assert read_time(words).clear


@pytest.mark.parametrize("words", ["later", "", "soonish"])
def test_words_without_a_time_are_asked_about(words: str) -> None:
    found = moment_of(MENU, words, SUNDAY_EVENING)
    assert isinstance(found, Unclear)
    assert not found.passed
    assert [spoken(at) for at in found.slots[:2]] == ["18 21:00", "18 21:30"]


@pytest.mark.parametrize(
    "words",
    ["2026-99-99T99", "2026-01-19T10:00+99:00", "9999-12-31T23:59+00:00", "0001-01-01T00:00+12:00"],
)
def test_what_only_looks_like_a_moment_is_asked_about(words: str) -> None:
    assert isinstance(moment_of(MENU, words, SUNDAY_EVENING.replace(hour=23)), Unclear)


def test_a_window_with_an_hour_no_clock_has_is_no_window() -> None:
    assert isinstance(moment_of(MENU, "25:00-11:30", SUNDAY_EVENING), Unclear)


def test_a_moment_without_an_offset_is_by_the_clock_of_the_shop() -> None:
    at = moment("2026-01-19T10:00").at
    assert at is not None
    assert (at.isoformat(), at.tzinfo) == ("2026-01-19T10:00:00+05:30", ZONE)


def test_the_slots_of_another_day_are_its_meals_and_between() -> None:
    tomorrow = moment_of(MENU, "tomorrow", SUNDAY_EVENING)
    morning = moment_of(MENU, "tomorrow morning", SUNDAY_EVENING)
    assert isinstance(tomorrow, Unclear)
    assert isinstance(morning, Unclear)
    assert [spoken(at) for at in tomorrow.slots[:3]] == ["19 07:00", "19 09:00", "19 12:00"]
    assert [spoken(at) for at in morning.slots] == ["19 07:00", "19 09:00"]


def test_a_clock_that_leaps_does_not_lose_an_order() -> None:
    zone = ZoneInfo("Europe/Berlin")
    night = datetime(2026, 3, 28, 22, 0, tzinfo=zone)
    leapt = moment("tomorrow 02:30", night).at
    assert leapt is not None
    assert leapt.utcoffset() is not None
    assert f"{leapt:%d %H:%M}" == "29 03:30"


@pytest.mark.parametrize("words", ["2", "for 2", "8", "now"])
def test_a_mere_number_is_not_clearly_a_time(words: str) -> None:
    assert not read_time(words).clear
