"""Speech: sentences, money and lists, with and without a catalogue."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from bot.locales import path_of
from bot.speech import Voices
from tools.kit.turn import Tenant


def shop(currency: str = "INR", language: str = "en") -> Tenant:
    """A shop of that currency and language."""
    return Tenant(UUID(int=1), "shop", "Shop", currency, "Asia/Kolkata", language)


@pytest.fixture
def voices(tmp_path: Path) -> Voices:
    """Voices with a small Tamil catalogue, one sentence of it spoilt."""
    tamil = Catalog(locale="ta")
    tamil.add("Total: {total}", "மொத்தம்: {total}")
    tamil.add("Order #{number}", "ஆர்டர் #{nummer}")
    tamil.add(("{number} item", "{number} items"), ("{number} பொருள்", "{number} பொருட்கள்"))
    path = path_of("ta", tmp_path)
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, tamil)
    return Voices(tmp_path)


@pytest.mark.parametrize(
    ("language", "currency", "amount", "written"),
    [
        ("en", "INR", "240", "₹240"),
        ("en", "INR", "240.00", "₹240"),
        ("en", "INR", "12.50", "₹12.50"),
        ("en", "INR", "12.5", "₹12.50"),
        ("en", "INR", "120000", "₹1,20,000"),
        ("en", "INR", "120000.05", "₹1,20,000.05"),
        ("en", "INR", "0", "₹0"),
        ("en", "INR", "-10", "-₹10"),
        ("en-US", "INR", "120000", "₹1,20,000"),
        ("ta", "INR", "120000", "₹1,20,000"),
        (None, "INR", "40", "₹40"),
        ("en", "USD", "120000.5", "$120,000.50"),
        ("en", "EUR", "3", "€3"),
        ("en", "KWD", "1.5", "KWD1.500"),
    ],
)
def test_money_is_written_as_in_the_shops_country(
    voices: Voices, language: str | None, currency: str, amount: str, written: str
) -> None:
    assert voices(language, shop(currency)).money(Decimal(amount)) == written


def test_a_decimal_in_a_sentence_is_money_and_a_number_is_not(voices: Voices) -> None:
    say = voices("en", shop())
    assert say("Total: {total}", total=Decimal(240)) == "Total: ₹240"
    assert say("Order #{number}", number=1240) == "Order #1240"


def test_words_are_not_read_as_placeholders(voices: Voices) -> None:
    assert voices("en", shop())("I don't know {dish}.", dish="{total}") == "I don't know {total}."


@pytest.mark.parametrize("language", ["ta", "ta-IN", "ta_IN", "ta-LK"])
def test_a_language_with_a_catalogue_is_spoken(voices: Voices, language: str) -> None:
    say = voices(language, shop())
    assert say("Total: {total}", total=Decimal(240)) == "மொத்தம்: ₹240"
    assert say.count(1, "{number} item", "{number} items") == "1 பொருள்"
    assert say.count(2, "{number} item", "{number} items") == "2 பொருட்கள்"
    assert say.join(["இட்லி", "வடை"]) == "இட்லி மற்றும் வடை"


@pytest.mark.parametrize("language", [None, "", "en", "de", "xx", "no such language", "../../ta"])
def test_any_other_language_is_english(voices: Voices, language: str | None) -> None:
    say = voices(language, shop())
    assert say("Total: {total}", total=Decimal(240)) == "Total: ₹240"
    assert say.count(1, "{number} item", "{number} items") == "1 item"
    assert say.count(2, "{number} item", "{number} items") == "2 items"
    assert say.join(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize("language", [None, ""])
def test_who_names_no_language_hears_the_shops(voices: Voices, language: str | None) -> None:
    say = voices(language, shop(language="ta"))
    assert say("Total: {total}", total=Decimal(240)) == "மொத்தம்: ₹240"


def test_a_sentence_without_translation_or_with_a_spoilt_one_is_english(voices: Voices) -> None:
    say = voices("ta", shop())
    assert say("Anything else?") == "Anything else?"
    assert say("Order #{number}", number=7) == "Order #7"


def test_nothing_is_said_as_nothing(voices: Voices) -> None:
    assert voices("ta", shop())("") == ""


def test_join_of_few(voices: Voices) -> None:
    say = voices("en", shop())
    assert [say.join([]), say.join(["a"]), say.join(["a", "b"])] == ["", "a", "a and b"]


def test_a_voice_is_made_once(voices: Voices) -> None:
    assert voices("en", shop()) is voices("en", shop())
    assert voices("en", shop()) is not voices("en", shop("USD"))


@pytest.mark.parametrize(
    ("language", "currency", "evening", "day", "weekday", "short"),
    [
        ("en", "INR", "7:30 pm", "24 December", "Monday", "Mon"),
        ("hi", "INR", "7:30 pm", "24 दिसंबर", "सोमवार", "सोम"),
        ("ta", "INR", "7:30 PM", "24 டிசம்பர்", "திங்கள்", "திங்."),
        ("en", "USD", "7:30 PM", "December 24", "Monday", "Mon"),
        ("en", "GBP", "19:30", "24 December", "Monday", "Mon"),
    ],
)
def test_times_are_written_as_in_the_shops_country(
    language: str, currency: str, evening: str, day: str, weekday: str, short: str
) -> None:
    say = Voices()(language, shop(currency))
    assert say.clock(time(19, 30)) == evening
    assert say.day(date(2026, 12, 24)) == day
    assert (say.weekday(0), say.weekday(0, short=True)) == (weekday, short)


@pytest.mark.parametrize("language", ["hi", "ta"])
def test_digits_are_latin_in_every_language(language: str) -> None:
    say = Voices()(language, shop())
    assert say.money(Decimal("1234567.5")) == "₹12,34,567.50"
    assert "12" in say("Order #{number}", number="12")


@pytest.mark.parametrize(
    ("tag", "own", "offered", "spoken"),
    [
        ("hi", "en", (), "hi"),
        ("hi", "ta", ("en",), "ta"),
        ("hi", "ta", ("en", "hi"), "hi"),
        ("ta", "ta", ("en",), "ta"),
        ("de", "ta-IN", ("en",), "ta"),
        ("en", "ta", (), "en"),
        ("en", "ta", ("hi",), "ta"),
        ("xx", "ta", (), "ta"),
        ("de", "hi", (), "hi"),
        ("ar", "fr", (), "en"),
        (None, "fr", (), "en"),
        ("hi-Latn-IN", "en", (), "hi"),
    ],
)
def test_what_is_not_offered_is_the_shops_own_and_then_english(
    tag: str | None, own: str, offered: tuple[str, ...], spoken: str
) -> None:
    tenant = replace(shop(language=own), languages=offered)
    assert Voices()(tag, tenant)("Menu") == {"en": "Menu", "hi": "मेनू", "ta": "மெனு"}[spoken]
