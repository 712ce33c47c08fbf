"""The customer's language: sentences from a catalogue; money, times and lists from Babel."""

import gettext
import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import NumberPattern, parse_pattern

from bot.locales import ENGLISH, FOLDER, load
from tools.kit.speech import Speech, Word
from tools.kit.turn import Tenant

_DECIMALS = re.compile(r"\.0+")
_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


class Voice:
    """One language and one currency; a Speech. English sentences are the keys of the catalogue."""

    def __init__(self, catalogue: gettext.NullTranslations, locale: Locale, currency: str) -> None:
        self._catalogue = catalogue
        self._locale = locale
        self._currency = currency
        self._exact: NumberPattern = locale.currency_formats["standard"]
        self._whole = parse_pattern(_DECIMALS.sub("", self._exact.pattern))

    def __call__(self, sentence: str, /, **words: Word) -> str:
        """The sentence in this language, its {words} filled in. KeyError: a word is missing."""
        if not sentence:
            return ""  # the catalogue's answer to "" is its own header
        return self._fill(self._catalogue.gettext(sentence), sentence, words)

    def count(self, number: int, one: str, many: str, /, **words: Word) -> str:
        """`one` or `many` by this language's plural rule, with {number} filled in."""
        english = one if number == 1 else many
        return self._fill(
            self._catalogue.ngettext(one, many, number), english, {**words, "number": number}
        )

    def money(self, amount: Decimal) -> str:
        """The amount as the shop writes it: "₹240", "₹12.50", "₹1,20,000"."""
        whole = amount == amount.to_integral_value()
        pattern = self._whole if whole else self._exact
        text: str = pattern.apply(
            amount, self._locale, currency=self._currency, currency_digits=not whole
        )
        return text

    def join(self, phrases: Sequence[str]) -> str:
        """ "a, b and c" in this language."""
        return format_list(phrases, locale=self._locale)

    def clock(self, at: time) -> str:
        """A time of day as it is written there: "7:30 pm", "19:30"."""
        # Terminals draw the narrow space of newer locale data badly, and nobody types it.
        return format_time(at, "short", locale=self._locale).replace(_NARROW_SPACE, " ")

    def day(self, on: date) -> str:
        """ "24 December"."""
        return format_skeleton("MMMMd", on, locale=self._locale)

    def weekday(self, number: int, *, short: bool = False) -> str:
        """ "Monday", or "Mon", for 0."""
        return str(self._locale.days["format"]["abbreviated" if short else "wide"][number])

    def _fill(self, translated: str, english: str, words: dict[str, Word]) -> str:
        spoken = {
            name: self.money(word) if isinstance(word, Decimal) else word
            for name, word in words.items()
        }
        try:
            return translated.format_map(spoken)
        except (LookupError, ValueError, AttributeError):
            # A translator's slip must not cost the customer the reply.
            return english.format_map(spoken)


class Voices:
    """Every voice asked for, made once. `locales` holds <language>/LC_MESSAGES/hotcart.po."""

    def __init__(self, locales: Path = FOLDER) -> None:
        self._locales = locales
        self._voice = lru_cache(maxsize=256)(self._make)
        self._catalogue = lru_cache(maxsize=None)(partial(load, folder=locales))

    def __call__(self, language: str | None, tenant: Tenant) -> Speech:
        """The voice for a customer's language tag such as `ta` or `pt-br`; None: the shop's own.

        What the shop does not offer, or nobody has translated, is the shop's own language, and
        English where that is so as well. Money and times are written as in the country of the
        shop's currency.
        """
        return self._voice(language or "", tenant.language, tenant.languages, tenant.currency)

    def _make(self, language: str, own: str, offered: tuple[str, ...], currency: str) -> Voice:
        country = currency[:2]  # ISO 4217 builds most codes this way: INR, USD, GBP
        for tag, allowed in ((language, (*offered, own) if offered else ()), (own, ())):
            wanted = _parse(tag)
            if wanted is None or (allowed and wanted.language not in allowed):
                continue
            if (catalogue := self._catalogue(wanted.language)) is not None:
                return Voice(catalogue, _at_home(wanted, country), currency)
        return Voice(gettext.NullTranslations(), _at_home(Locale(ENGLISH), country), currency)


def _parse(language: str) -> Locale | None:
    """The locale of a language tag; None when there is no such language."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def _at_home(locale: Locale, country: str) -> Locale:
    """The language as it is written in that country, where Babel knows it there."""
    return _parse(f"{locale.language}_{country}") or locale
