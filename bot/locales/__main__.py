"""`make messages`: brings every catalogue up to date with what the program can say.

A sentence that is new has an empty translation until somebody writes one; `make test` tells. One
that is no longer said is dropped. `python -m bot.locales LANGUAGE` begins a new catalogue.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from bot.locales import ENGLISH, languages, path_of
from bot.locales.sentences import sentences

_UNKEPT = (b"Project", b"Report", b"POT", b"PO-", b"Last", b"Language-Team", b"Generated")
"""Headers of a catalogue that only repeat what git knows."""


def update(path: Path, language: str) -> int:
    """Write the catalogue anew; returns how many sentences are still without a translation."""
    known = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    catalogue = Catalog(
        locale=language, header_comment=f"# What hotcart says, in {language}.", fuzzy=False
    )
    missing = 0
    for one in sentences():
        old = known.get(one[0] if isinstance(one, tuple) else one)
        translated = old.string if old is not None and old.id == one else ""
        catalogue.add(one, translated)
        missing += not translated or not all(translated)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_written(catalogue))
    return missing


def _written(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_po(file, catalogue, width=100, no_location=True, sort_output=True)
    unkept = tuple(b'"' + name for name in _UNKEPT)
    lines = file.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(unkept))


def main() -> None:
    """Update all catalogues, and those of the languages named."""
    for language in dict.fromkeys([*languages(), *sys.argv[1:]]):
        if language != ENGLISH:
            print(f"{language}: {update(path_of(language), language)} without a translation")


if __name__ == "__main__":
    main()
