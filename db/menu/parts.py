"""Reads the parts of a menu document one by one, so that one broken part hides no other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeAlias, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from db.menu.format import (
    MOST_ITEMS,
    Category,
    FileIngredient,
    FileOption,
    Group,
    Item,
    MenuFile,
    Part,
    Period,
)
from db.menu.problems import Findings, Json, Place, nearest, shown

P = TypeVar("P", bound=Part)
Node: TypeAlias = Mapping[str, Json]
Fields: TypeAlias = Mapping[str, object]

# What stands in a part for a required field that could not be read, until the file is refused.
STAND_INS: Fields = {
    "id": "x", "name": "x", "category": "x", "price": 0, "from": "00:00", "to": "00:01",
    "currency": "XXX", "items": [], "options": [FileOption(id="x", name="x")],
    "class": "x", "parts": [{"name": "x", "rate": 0}], "rate": 0, "order_type": "take_away",
    "ways": ["cash"], "table_no": "1", "fee": 0, "minutes": 5, "capacity": 1, "code": "XX",
    "unit": "x",
}  # fmt: skip
# The format is flat: items have groups, groups have options, and there it ends.
NESTED = {Group: ("option_groups", "groups"), FileOption: ("option_groups", "groups", "options")}
LISTS = ("meal_periods", "categories", "items", "option_groups", "ingredients")
MOST = {
    "items": MOST_ITEMS, "meal_periods": 50, "categories": 500, "option_groups": 2000,
    "ingredients": 1000,
    "taxes": 50, "parts": 20, "fees": 50, "tables": 1000, "zones": 200, "coupons": 10_000,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read(Generic[P]):
    """A part of the file. What of it could not be read is in `bad`; the part holds stand-ins."""

    place: Place
    part: P
    bad: frozenset[str] = frozenset()

    def has(self, *fields: str) -> bool:
        """Whether these fields are what the file says."""
        return self.bad.isdisjoint(fields)

    def at(self, field: str) -> Place:
        """The place of one of its fields."""
        return (*self.place, field)


@dataclass(frozen=True, slots=True)
class Draft:
    """A menu document, as far as it could be read."""

    head: Read[MenuFile]
    meal_periods: Sequence[Read[Period]] = ()
    categories: Sequence[Read[Category]] = ()
    items: Sequence[Read[Item]] = ()
    option_groups: Sequence[Read[Group]] = ()
    ingredients: Sequence[Read[FileIngredient]] = ()


def read_parts(document: Json, findings: Findings) -> Draft | None:
    """Read every part; what is wrong with it goes to the findings. None: nothing to read."""
    if not isinstance(document, dict):
        if not findings:
            findings.problem(
                (), f'is {shown(document)}; a menu is an object {{"currency": …, "items": …}}'
            )
        return None
    if document.get("items") == []:
        findings.problem(("items",), "an empty list cannot be used; a menu has at least one dish")
    flat = {name: [] if name in LISTS and name in document else document[name] for name in document}
    return Draft(
        read_part(MenuFile, flat, (), findings),
        read_list(Period, document, ("meal_periods",), findings),
        read_list(Category, document, ("categories",), findings),
        read_list(Item, document, ("items",), findings),
        [
            _group(node, place, findings)
            for place, node in nodes(document, ("option_groups",), findings)
        ],
        read_list(FileIngredient, document, ("ingredients",), findings),
    )


def read_list(model: type[P], node: Node, place: Place, findings: Findings) -> list[Read[P]]:
    """Read the objects of a list; `place` ends with its name in `node`."""
    return [read_part(model, inner, at, findings) for at, inner in nodes(node, place, findings)]


def _group(node: Node, place: Place, findings: Findings) -> Read[Group]:
    listed = node.get("options")
    if not isinstance(listed, list) or not listed:
        return read_part(Group, node, place, findings)
    options = read_list(FileOption, node, (*place, "options"), findings)
    parts = [option.part for option in options] or STAND_INS["options"]
    read = read_part(Group, {**node, "options": parts}, place, findings)
    bad = {f"options.{field}" for option in options for field in option.bad}
    unread = {"options"} if len(options) < len(listed) else set()
    return Read(read.place, read.part, read.bad | bad | unread)


def nodes(node: Node, place: Place, findings: Findings) -> Iterator[tuple[Place, Node]]:
    """The objects of a list of the document. What is no list or no object is a problem."""
    name = str(place[-1])
    values = node.get(name, [])
    if not isinstance(values, list):
        findings.problem(place, f"{shown(values)} cannot be used; it takes a list of objects")
        return
    most = MOST.get(name, 500)
    if len(values) > most:
        findings.problem(place, f"has {len(values)} entries; there can be {most} at most")
        return
    for number, value in enumerate(values):
        if isinstance(value, dict):
            yield (*place, number), value
        else:
            findings.problem((*place, number), f"{shown(value)} cannot be used; it takes an object")


def read_part(model: type[P], node: Fields, place: Place, findings: Findings) -> Read[P]:
    """Read one object; what is wrong with it goes to the findings."""
    _look_for_strangers(model, node, place, findings)
    try:
        return Read(place, model.model_validate(node))
    except ValidationError as error:
        details = error.errors(include_url=False)
    for detail in details:
        at = (*place, *detail["loc"])
        # JSON that is no JSON (NaN) has been told already.
        if not findings.has_problem(at):
            findings.problem(at, _sentence(model, detail))
    bad = frozenset(str(detail["loc"][0]) for detail in details)
    rest = {name: node[name] for name in node if name not in bad}
    stand_ins = {name: STAND_INS[name] for name in bad & STAND_INS.keys()}
    return Read(place, model.model_validate(rest | stand_ins), bad)


def _sentence(model: type[Part], detail: ErrorDetails) -> str:
    takes = _takes(model)[str(detail["loc"][0])]
    if detail["type"] == "missing":
        return f"is missing; it takes {takes}"
    if detail["type"] == "said":
        value = detail["input"]
        return f"{shown(value)} {detail['msg']}" if isinstance(value, str) else detail["msg"]
    return f"{shown(detail['input'])} cannot be used; it takes {takes}"


@cache
def _takes(model: type[Part]) -> Mapping[str, str]:
    return {
        field.alias or name: field.description or "a list of objects"
        for name, field in model.model_fields.items()
    }


def _look_for_strangers(model: type[Part], node: Fields, place: Place, findings: Findings) -> None:
    known = _takes(model)
    for name in node:
        if name in known:
            continue
        near = nearest(name, known)
        if name in NESTED.get(model, ()):
            findings.problem(
                (*place, name), "groups do not nest; give the dish both groups in option_groups"
            )
        elif near is not None:
            findings.problem((*place, name), f"is not a field; did you mean {shown(near)}?")
        else:
            findings.note((*place, name), "is not a field of the format and is not kept")
