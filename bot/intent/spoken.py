"""What of a tool a sentence can say, read from the JSON schema of its parameters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tools.kit.call import Json
from tools.kit.tool import Tool


class Shape(BaseModel):
    """The part of a JSON schema that matters here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str | None = None
    ref: str | None = Field(default=None, alias="$ref")
    any_of: tuple["Shape", ...] = Field(default=(), alias="anyOf")
    items: "Shape | None" = None
    properties: dict[str, "Shape"] = Field(default_factory=dict)
    defs: dict[str, "Shape"] = Field(default_factory=dict, alias="$defs")
    button_only: bool = False
    spoken_as: str | None = None

    @property
    def known(self) -> "Shape":
        """The shape of the value when there is one: `T | null` is T."""
        return next((shape.known for shape in self.any_of if shape.type != "null"), self)


@dataclass(frozen=True, slots=True)
class Slot:
    """One value a sentence can fill. Absent is "" for a text, [] for a list, null for a number."""

    kind: Literal["text", "number", "texts"]

    def schema(self) -> dict[str, Json]:
        """The slot in the strict JSON schema, without bounds: the tool's own model checks those."""
        match self.kind:
            case "number":
                return {"type": ["integer", "null"]}
            case "texts":
                return {"type": "array", "items": {"type": "string"}}
            case "text":
                return {"type": "string"}

    def fits(self, value: Json) -> bool:
        """Whether a value has this slot's type. An absent value fits."""
        match value:
            case None:
                return True
            case str():
                return self.kind == "text"
            case list():
                return self.kind == "texts" and all(isinstance(text, str) for text in value)
            case bool() | dict():
                return False
            case int():
                return self.kind == "number"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A tool as a sentence says it: flat slots. `named` has parameters said by another name.

    A list of lines or dishes is said one element a call: `listed` is that parameter, `element` the
    slots an element is made of (a line has several; a dish is just words, and `plain`).
    """

    tool: Tool
    slots: Mapping[str, Slot]
    named: Mapping[str, str] = field(default_factory=dict)
    listed: str | None = None
    element: frozenset[str] = frozenset()
    plain: bool = False


def spoken(tool: Tool) -> Spoken:
    """Read a tool's parameters. Raises ValueError for a parameter no sentence can fill."""
    whole = Shape.model_validate(tool.params.model_json_schema())
    slots: dict[str, Slot] = {}
    named: dict[str, str] = {}
    listed, element, plain = None, frozenset[str](), False
    for name, shape in whole.properties.items():
        known = shape.known
        if shape.button_only or known.button_only:
            continue
        if known.items is not None and known.items.ref is not None:
            line = whole.defs[known.items.ref.rsplit("/", 1)[-1]]
            parts = {part: of for part, of in line.properties.items() if not of.button_only}
            listed, element = name, frozenset(parts)
            slots |= {part: _slot(part, of) for part, of in parts.items()}
        elif shape.spoken_as in named:
            raise ValueError(f"{tool.name}: two texts said as {shape.spoken_as}")
        elif shape.spoken_as is not None and known.items is None:
            slots[shape.spoken_as] = _slot(name, shape)
            named[shape.spoken_as] = name
        elif shape.spoken_as is not None:
            listed, element, plain = name, frozenset({shape.spoken_as}), True
            slots[shape.spoken_as] = Slot("text")
        else:
            slots[name] = _slot(name, shape)
    return Spoken(tool, slots, named, listed, element, plain)


def spoken_tools(tools: Sequence[Tool]) -> dict[str, Spoken]:
    """The tools a sentence can mean, by name."""
    return {tool.name: spoken(tool) for tool in tools if tool.spoken}


def _slot(name: str, shape: Shape) -> Slot:
    known = shape.known
    if known.type == "string":
        return Slot("text")
    if known.type == "integer":
        return Slot("number")
    if known.type == "array" and known.items is not None and known.items.known.type == "string":
        return Slot("texts")
    raise ValueError(f"a sentence cannot fill {name}: mark it button_only or simplify its type")
