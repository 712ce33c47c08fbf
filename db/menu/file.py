"""Reads a menu file, JSON or CSV, and finds everything wrong with it in one pass."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from db.menu import json_file
from db.menu.checks import find_contradictions
from db.menu.complete import USUAL_PERIODS, completed
from db.menu.csv_file import read_table
from db.menu.document import document
from db.menu.format import MenuFile
from db.menu.notes import find_oddities
from db.menu.parts import Draft, read_parts
from db.menu.problems import Findings, MenuFileError, json_place
from db.menu.text import menu_text


@dataclass(frozen=True, slots=True)
class Inspected:
    """A menu file that can be imported, and what its writer may want to know."""

    menu: MenuFile
    notes: tuple[str, ...]


def read_menu(path: Path, shop: MenuFile | None = None) -> MenuFile:
    """Read and check a menu file; `shop` is the menu of the shop it is for.

    Raises MenuFileError with every problem, OSError if unreadable.
    """
    return inspect_menu(path, shop).menu


def inspect_menu(path: Path, shop: MenuFile | None = None) -> Inspected:
    """The same, with notes. Without a shop its currency and its meal periods are not known.

    Raises MenuFileError with every problem, OSError if unreadable.
    """
    text = menu_text(path)
    findings = Findings()
    if is_table(path):
        table = read_table(text, None if shop is None else document(shop), findings)
        content, where = table.document, table.where
    else:
        content = json_file.parse(text, findings)
        where = partial(json_place, content)
    draft = None if content is None and findings else read_parts(content, findings)
    if draft is not None:
        _judge(draft, shop, findings, table=is_table(path))
    if draft is None or findings:
        raise MenuFileError(path, findings.problems(where))
    return Inspected(completed(draft), findings.notes(where))


def is_table(path: Path) -> bool:
    """Whether a file is one row a dish, by its name."""
    return path.suffix.casefold() == ".csv"


def _judge(draft: Draft, shop: MenuFile | None, findings: Findings, *, table: bool) -> None:
    currency = draft.head.part.currency
    if shop is not None and draft.head.has("currency") and currency != shop.currency:
        findings.problem(
            ("currency",),
            f"the file is in {currency}, the shop sells in {shop.currency}; change the file",
        )
    periods = [read.part for read in draft.meal_periods] or list(USUAL_PERIODS)
    find_contradictions(draft, None if table and shop is None else periods, findings)
    find_oddities(draft, findings)
