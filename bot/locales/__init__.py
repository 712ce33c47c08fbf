"""The catalogues, one folder a language: what translators write is what is read.

A catalogue is compiled in memory when its language is first spoken; none of the sentences' own,
English, is needed.
"""

import gettext
from io import BytesIO
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "hotcart"
ENGLISH = "en"


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """English and every language there is a catalogue for."""
    return (ENGLISH, *sorted(path.parts[-3] for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def path_of(language: str, folder: Path = FOLDER) -> Path:
    """Where the catalogue of a language is."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def load(language: str, folder: Path = FOLDER) -> gettext.NullTranslations | None:
    """The catalogue of a language such as `ta`; None where there is none."""
    if language == ENGLISH:
        return gettext.NullTranslations()
    if language not in languages(folder):
        return None
    from babel.messages.mofile import write_mo  # who never speaks it need not wait for them
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path_of(language, folder).open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
