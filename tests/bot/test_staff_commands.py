"""The commands of rooms: each tells how it is written, and is a call of a tool there is."""

import pytest

from bot.staff_commands import STAFF_COMMANDS, Said, staff_call_of
from tests.support.shop import all_tools
from tools.kit.call import Call
from tools.results.staff.usage import USAGE

TOOLS = all_tools()
WORDS = ("", "kitchen", "@ravi", "add @ravi kitchen", "x" * 300, "%s {}", "4 nan", "4 0")


def test_every_command_tells_how_it_is_written() -> None:
    assert set(USAGE) == set(STAFF_COMMANDS)
    for name, usage in USAGE.items():
        assert usage.startswith(f"/{name} — ") or f"/{name} " in usage
        assert 3 <= len(STAFF_COMMANDS[name].description) <= 256


@pytest.mark.parametrize("name", STAFF_COMMANDS)
@pytest.mark.parametrize(
    "words", ["", "kitchen", "@ravi", "add @ravi kitchen", "x" * 300, "%s {}", "4 nan", "4 0"]
)
def test_whatever_stands_after_it_is_a_call(name: str, words: str) -> None:
    for about in (None, "501"):
        call = staff_call_of(name.upper(), Said(words[:200], about))
        assert call is not None
        TOOLS.check(call, "staff")


def test_what_is_no_command_is_none() -> None:
    assert staff_call_of("refund_everything", Said()) is None
    assert staff_call_of("staff", Said("sack @ravi")) == Call("show_usage", {"command": "staff"})
