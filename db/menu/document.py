"""A menu as the document its file holds, and as the text of that file."""

import csv
import io
import json

from db.menu.cells import COLUMNS, WrongCell, written
from db.menu.format import MenuFile
from db.menu.problems import Json, shown

LISTS = ("meal_periods", "categories", "items", "option_groups", "ingredients")


class NotATable(ValueError):
    """A menu that a table cannot hold; the text says why and what to do."""


def document(menu: MenuFile) -> dict[str, Json]:
    """The document; what a field is when it is left out is left out."""
    made: dict[str, Json] = {"currency": menu.currency, "minor_units": menu.minor_units}
    for name in LISTS:
        parts = getattr(menu, name)
        made[name] = [
            part.model_dump(mode="json", by_alias=True, exclude_defaults=True) for part in parts
        ]
    return made


def as_json(menu: MenuFile) -> str:
    """The menu as JSON, an entry a line, so that two versions of a file can be compared."""
    lines = []
    for name, value in document(menu).items():
        if isinstance(value, list):
            entries = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in value)
            lines.append(f' "{name}": [\n{entries}\n ]' if entries else f' "{name}": []')
        else:
            lines.append(f' "{name}": {json.dumps(value)}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def as_csv(menu: MenuFile) -> str:
    """The dishes as a table. Raises NotATable."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for item in menu.items:
        fields = item.model_dump(mode="json", exclude_defaults=True)
        try:
            writer.writerow([written(column, fields.get(column)) for column in COLUMNS])
        except WrongCell as error:
            raise NotATable(
                f"dish {shown(item.id)} {error}; export to a file that ends in .json"
            ) from error
    return text.getvalue()
