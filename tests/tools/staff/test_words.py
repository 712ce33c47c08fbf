"""What staff's words mean: how a stock changes, until when, which dish and table."""

from datetime import UTC, date, datetime

import pytest

from tests.tools.turns import MORNING, NOON, RecordingDatabase, turn, view
from tools.kit.errors import NothingMentioned
from tools.resolve.staff.dish import Unclear, dish_of
from tools.resolve.staff.stock_words import change_of
from tools.resolve.staff.table import table_name
from tools.resolve.staff.until import Later, Until, until


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("set", "set"),
        ("update stock to", "set"),
        ("reduce to", "set"),
        ("only left", "set"),
        ("got left", "set"),
        ("add", "add"),
        ("add to", "add"),
        ("received", "add"),
        ("increase by", "add"),
        ("remove", "take"),
        ("reduce by", "take"),
        ("wasted", "take"),
        ("", None),
        ("banana", None),
    ],
)
def test_how_a_stock_changes(words: str, change: str | None) -> None:
    assert change_of(words) == change


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("", Until()),
        ("further notice", Until()),
        ("I say so", Until()),
        ("6", Until(datetime(2026, 1, 18, 18, tzinfo=UTC))),
        ("6 pm", Until(datetime(2026, 1, 18, 18, tzinfo=UTC))),
        ("1:30", Until(datetime(2026, 1, 18, 13, 30, tzinfo=UTC))),
        ("2 hours", Until(datetime(2026, 1, 18, 14, tzinfo=UTC))),
        ("tomorrow at 9", Until(datetime(2026, 1, 19, 9, tzinfo=UTC))),
        ("today", Until(day=date(2026, 1, 19))),
        ("tomorrow", Until(day=date(2026, 1, 19))),
        ("tuesday", Until(day=date(2026, 1, 20))),
        ("the cows come home", None),
        ("25:00", None),
        ("yesterday", None),
        ("today at 9 am", None),
        ("from tomorrow", Later(date(2026, 1, 19))),
        ("from tuesday", Later(date(2026, 1, 20))),
        ("from 6 pm", Later(date(2026, 1, 18))),
        ("from yesterday", None),
        ("from dawn", Later(date(2026, 1, 18))),
    ],
)
def test_until_when(words: str, end: Until | Later | None) -> None:
    assert until(turn(RecordingDatabase(view()), now=NOON), words) == end


def test_six_in_the_evening_is_tomorrows_morning_after_it() -> None:
    late = NOON.replace(hour=20)
    end = until(turn(RecordingDatabase(view()), now=late), "6")
    assert end == Until(datetime(2026, 1, 19, 6, tzinfo=UTC))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("4", "4"),
        ("Table 4", "4"),
        ("table no. A4", "a4"),
        ("the garden table", "garden"),
        ("", ""),
    ],
)
def test_which_table(words: str, name: str) -> None:
    assert table_name(words) == name


def test_which_dish() -> None:
    here = turn(RecordingDatabase(view()), now=MORNING)
    found = dish_of(here, "idlis")
    assert not isinstance(found, Unclear)
    assert found.name == "Idly"
    several = dish_of(here, "dosa")
    assert isinstance(several, Unclear)
    assert several.known
    none = dish_of(here, "xylophone")
    assert isinstance(none, Unclear)
    assert (none.known, none.dishes) == (False, ())
    for nothing in (None, ""):
        with pytest.raises(NothingMentioned):
            dish_of(here, nothing)
