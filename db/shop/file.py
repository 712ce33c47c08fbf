"""Reads a shop file and finds everything wrong with it in one pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.menu import json_file
from db.menu.problems import Findings, MenuFileError, json_place
from db.menu.text import menu_text
from db.shop.canonical import canonical, laid_over
from db.shop.checks import find_contradictions
from db.shop.facts import ShopFacts
from db.shop.format import ShopFile
from db.shop.notes import find_shop_oddities
from db.shop.parts import read_shop


@dataclass(frozen=True, slots=True)
class InspectedShop:
    """A shop file that can be imported, and what its writer may want to know."""

    rules: ShopFile
    notes: tuple[str, ...]


def inspect_shop(path: Path, text: str, rules: ShopFile, facts: ShopFacts) -> InspectedShop:
    """Read and check the text of a file for the shop that has these rules now.

    Raises MenuFileError with every problem.
    """
    findings = Findings()
    document = json_file.parse(text, findings)
    where = partial(json_place, document)
    draft = None if document is None and findings else read_shop(document, findings)
    if draft is not None:
        find_contradictions(draft, rules, facts, findings)
    if draft is None or findings:
        raise MenuFileError(path, findings.problems(where))
    file = canonical(draft.given())
    for oddity in find_shop_oddities(laid_over(rules, file), facts):
        if oddity.place[0] in file.model_fields_set:
            findings.note(oddity.place, oddity.text)
    return InspectedShop(file, findings.notes(where))


def shop_text(path: Path) -> str:
    """The text of a shop file. Raises MenuFileError, OSError."""
    return menu_text(path, "JSON")


def parts_given(file: ShopFile) -> Iterator[str]:
    """The parts a file has, in the order of the format."""
    for name in ShopFile.model_fields:
        if name in file.model_fields_set and name not in ("currency", "minor_units"):
            yield name
