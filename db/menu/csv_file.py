"""Reads a menu as a table, one dish a row, and makes the same document of it as JSON would be.

A table has no option groups and no hours of meal periods: those, and every field that has no
column, stay as the shop has them.
"""

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.menu.cells import COLUMNS, NEEDED, WrongCell, cell
from db.menu.format import MOST_ITEMS
from db.menu.problems import Findings, Json, Place, json_place, nearest, shown

SEP = re.compile(r'"?sep=([,;\t])"?', re.IGNORECASE)
# What a shop changes while it is open is set by a table only where the table has a column for it.
NOT_KEPT = ("stock", "available", "unavailable_until")


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a menu document, None where there is nothing to read.

    `rows` are the numbers its dishes have in a spreadsheet.
    """

    document: Json = None
    rows: Sequence[int] = ()
    names: Sequence[str] = ()

    def where(self, place: Place) -> str:
        """A place of the document as one of the table."""
        if not place:
            return "file"
        if place[0] == "column":
            return f"column {place[1]}"
        if place[0] != "items" or len(place) == 1 or not isinstance(place[1], int):
            return f"the shop's {json_place(self.document, place)}"
        name = self.names[place[1]]
        row = f"row {self.rows[place[1]]}" + (f" {shown(name)}" if name else "")
        return row if len(place) == 2 else f"{row}, column {place[2]}"


def read_table(text: str, shop: Mapping[str, Json] | None, findings: Findings) -> Table:
    """The table as a menu document; `shop` is the document of the menu the shop has.

    Where there is none to read, the findings say why.
    """
    text, delimiter = _delimited(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [
            (number, row) for number, row in enumerate(reader, start=1) if any(map(str.strip, row))
        ]
    except csv.Error as error:
        findings.problem((), f"is not CSV: {error} in line {reader.line_num}")
        return Table()
    columns = _columns(rows[0][1] if rows else [], findings)
    if columns is None:
        return Table()
    if not MOST_ITEMS >= len(rows) - 1 >= 1:
        findings.problem((), f"has {len(rows) - 1} dishes; there must be 1 to {MOST_ITEMS}")
        return Table()
    items = [
        _cells(
            {"price": "", **dict(zip(columns, row, strict=False))},
            len(_trimmed(row)) - len(columns),
            place,
            delimiter,
            findings,
        )
        for place, (_, row) in enumerate(rows[1:])
    ]
    shop = shop or {"currency": "XXX"}
    merged = _merge(items, shop)
    document = {**shop, "categories": _categories(merged, shop), "items": merged}
    return Table(
        document, [n for n, _ in rows[1:]], [str(item.get("name") or "") for item in items]
    )


def slug(name: str) -> str:
    """An id made of a name; the same name always has the same."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    if not words:
        return f"id_{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:10]}"
    return "_".join(words)[:64]


def _delimited(text: str) -> tuple[str, str]:
    """The table, and what parts its cells, as a first line `sep=;` of a spreadsheet tells.

    Those of countries with a decimal comma use a semicolon.
    """
    first, _, rest = text.lstrip().partition("\n")
    if told := SEP.fullmatch(first.strip(" \r")):
        return rest, told[1]
    return text, max(",;\t", key=first.count)


def _trimmed(row: Sequence[str]) -> Sequence[str]:
    """A row without the empty cells at its end."""
    last = max((at for at, text in enumerate(row, 1) if text.strip()), default=0)
    return row[:last]


def _columns(header: Sequence[str], findings: Findings) -> list[str] | None:
    """The columns by name; None when dishes could not be read by them."""
    columns = [re.sub(r"[\s-]+", "_", name.strip().casefold()) for name in _trimmed(header)]
    for column in dict.fromkeys(columns):
        near = nearest(column, COLUMNS)
        place = ("column", column or "without a name")
        if columns.count(column) > 1:
            findings.problem(place, "is there twice; leave one of them")
        elif column not in COLUMNS and near is not None:
            findings.problem(place, f"is not a column; did you mean {near}?")
        elif column not in COLUMNS:
            findings.note(place, "is not a column of the format and is not kept")
    for column in NEEDED:
        if column not in columns:
            findings.problem(("column", column), f"is missing; a menu has {', '.join(NEEDED)}")
    return columns if set(NEEDED) <= set(columns) else None


def _cells(
    row: Mapping[str, str], beyond: int, place: int, delimiter: str, findings: Findings
) -> dict[str, Json]:
    """A row as a dish with the fields it has columns for. An empty cell empties the field."""
    if beyond > 0:
        findings.problem(
            ("items", place),
            f"has {beyond} cells too many; put a cell that holds {shown(delimiter)} in quotes",
        )
    found: dict[str, Json] = {}
    for column, text in row.items():
        if column not in COLUMNS:
            continue
        try:
            found[column] = cell(column, text.strip(), delimiter)
        except WrongCell as error:
            findings.problem(("items", place, column), f"{shown(text)} {error}")
            found[column] = COLUMNS[column]
    return found


def _merge(items: Sequence[Mapping[str, Json]], shop: Mapping[str, Json]) -> list[Json]:
    """The dishes, each on top of what the shop has under its id, or under its name."""
    known = shop.get("items")
    olds = [old for old in known if isinstance(old, dict)] if isinstance(known, list) else []
    by_id = {str(old["id"]): old for old in olds}
    by_name = {str(old["name"]).casefold(): str(old["id"]) for old in olds}
    merged: list[Json] = []
    for item in items:
        name = str(item.get("name") or "")
        item_id = str(item.get("id") or by_name.get(name.casefold()) or slug(name))
        old = {k: v for k, v in by_id.get(item_id, {}).items() if k not in NOT_KEPT}
        # No cell says nothing about a name, a price or whether a dish is available.
        said = {k: v for k, v in item.items() if v is not None or k == "stock"}
        emptied = {k for k, v in item.items() if v is None}
        merged.append({k: v for k, v in old.items() if k not in emptied} | said | {"id": item_id})
    return merged


def _categories(items: Sequence[Json], shop: Mapping[str, Json]) -> list[Json]:
    """The shop's categories in their order, and behind them the new ones."""
    known = shop.get("categories")
    categories = list(known) if isinstance(known, list) else []
    names = {str(old["name"]) for old in categories if isinstance(old, dict)}
    ids = {str(old["id"]) for old in categories if isinstance(old, dict)}
    for item in items:
        name = str(item.get("category") or "") if isinstance(item, dict) else ""
        if name and name not in names:
            names.add(name)
            new = slug(name) if slug(name) not in ids else f"{slug(name)[:52]}_{slug(name + ' ')}"
            ids.add(new)
            categories.append({"id": new, "name": name})
    return categories
