"""Every catalogue says everything the program can say, and says it well-formed."""

import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from hatchling.builders.wheel import WheelBuilder

from bot.commands import COMMANDS
from bot.intent.rules import RuleParser
from bot.locales import ENGLISH, languages, load, path_of
from bot.locales.__main__ import update
from bot.locales.sentences import HOUSE, extract, sentences, source_files
from bot.staff_commands import STAFF_COMMANDS
from tests.support.tongues import QUOTED, SCRIPTS, foreign
from tests.tools.menus import small_menu
from tools.kit.staff.names import ROLES, ROOMS
from tools.results.language import NAMES

TRANSLATED = [language for language in languages() if language != ENGLISH]
NAMED = {*ROLES, *ROOMS, *NAMES}
"""Words of commands that a usage lists: no sentences."""
SAID_ELSEWHERE = {
    "bot/channels/console/cards.py": 2,  # the marks of a diet, the ways to pay
    "bot/channels/telegram/cashier.py": 2,  # the two of the till
    "bot/channels/telegram/command_menu.py": 1,  # what the commands do
    "bot/channels/telegram/desk.py": 4,  # its own sentences, those of hear.py
    "bot/channels/telegram/room_desk.py": 1,  # its own sentence
    "tools/kit/errors.py": 1,  # the docstrings
    "tools/kit/staff/tab_errors.py": 1,  # why not
    "tools/kit/when.py": 2,  # NAMES
    "tools/resolve/staff/reason.py": 1,  # the usual reasons
    "tools/results/alerts.py": 1,  # allergens and diets
    "tools/results/meals.py": 1,  # the usual meals
    "tools/results/staff/alert.py": 1,  # ALERTS
    "tools/results/staff/figures/demand.py": 1,  # why not
    "tools/results/staff/figures/periods.py": 2,  # the months
    "tools/results/staff/log.py": 1,  # what was done
    "tools/results/staff/talk.py": 1,  # the examples
    "tools/results/staff/undone.py": 2,  # what was done to tables, and money
    "tools/results/staff/usage.py": 2,  # USAGE
    "tools/staff/ask_shop.py": 2,  # LEADS, and the usual times
}
"""Where a sentence is no plain string: each is marked with `sentence` or counted in by name."""


def catalogue(language: str) -> Catalog:
    """A language's catalogue as it is kept."""
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> list[Message]:
    """What it translates."""
    return [message for message in catalogue(language) if message.id]


def forms(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """The text, or each of its forms for a number."""
    return [text] if isinstance(text, str) else list(text or ())


async def tool_of(example: str) -> str:
    """What the rules take a quoted example to mean."""
    reading = await RuleParser().read(example.strip('"'), small_menu(), "customer")
    return reading.calls[0].tool


def fields(text: str) -> set[str]:
    """The words a sentence leaves room for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_languages_offered_are_those_there_are() -> None:
    assert languages() == tuple(NAMES)
    assert set(TRANSLATED) == set(SCRIPTS)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated(language: str) -> None:
    kept = {message.id: message for message in messages(language)}
    assert set(kept) == set(sentences()), "run `make messages`, then translate what is new"
    empty = [one for one, message in kept.items() if not all(map(str.strip, forms(message.string)))]
    fuzzy = [one for one, message in kept.items() if message.fuzzy]
    assert (empty, fuzzy) == ([], [])
    assert not catalogue(language).obsolete


def test_the_menu_of_commands_is_said_in_every_language() -> None:
    told = {command.description for command in COMMANDS.values()}
    told |= {command.description for command in STAFF_COMMANDS.values()}
    assert told <= set(sentences())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_words_of_its_sentence(language: str) -> None:
    for message in messages(language):
        wanted = fields(forms(message.id)[-1])
        for form in forms(message.string):
            assert fields(form) == wanted, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_in_the_letters_of_its_language(language: str) -> None:
    for message in messages(language):
        for form in forms(message.string):
            plain = "".join(text for text, *_ in string.Formatter().parse(form))
            assert not foreign(plain, language), message.id


@pytest.mark.parametrize("language", TRANSLATED)
async def test_what_it_tells_to_write_is_understood(language: str) -> None:
    """A quoted example does what the English one does; most are still to be written in English."""
    for message in messages(language):
        english = QUOTED.findall(forms(message.id)[-1])
        meant = [await tool_of(example) for example in english]
        for example in QUOTED.findall(forms(message.string)[-1]):
            known = example in english or "{" in example or example.strip('"') in NAMED
            assert known or await tool_of(example) in meant, (message.id, example)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_is_as_it_would_be_written(language: str, tmp_path: Path) -> None:
    kept = path_of(language).read_bytes()
    copy = tmp_path / "hotcart.po"
    copy.write_bytes(kept)
    assert update(copy, language) == 0
    assert copy.read_bytes() == kept, "run `make messages`"


def test_a_new_catalogue_waits_for_its_translator(tmp_path: Path) -> None:
    path = path_of("te", tmp_path)
    assert update(path, "te") == len(sentences())
    assert languages(tmp_path) == ("en", "te")
    loaded = load("te", tmp_path)
    assert loaded is not None
    assert loaded.gettext("Menu") == "Menu"


def test_every_sentence_can_be_found() -> None:
    """A sentence put together by the program could not be translated."""
    unknown = {
        path.relative_to(HOUSE).as_posix(): len(lines)
        for path in source_files()
        if (lines := extract(path).unknown)
    }
    assert unknown == SAID_ELSEWHERE


def test_a_sentence_is_found_wherever_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "some.py"
    path.write_text(
        """say("one")\nturn.say("two " "more", a=1)\nself.turn.say("three")\n"""
        """say.count(2, "{number} dish", "{number} dishes")\nsentence("four")\n"""
        """screen.say("not this")\nnames.count("nor this")\nsay(text)\n"""
    )
    found = extract(path)
    many = ("{number} dish", "{number} dishes")
    assert set(found.sentences) == {"one", "two more", "three", many, "four"}
    assert found.unknown == (8,)


def test_the_catalogues_are_part_of_what_is_installed() -> None:
    packed = {file.path for file in WheelBuilder(str(HOUSE)).recurse_included_files()}
    assert {str(path_of(language)) for language in TRANSLATED} <= packed
