"""The strict JSON schema a model answers in: one flat call object for all tools of a role."""

from collections.abc import Sequence

from bot.intent.spoken import Slot, spoken_tools
from tools.kit.call import Json
from tools.kit.tool import Tool


def intent_schema(tools: Sequence[Tool]) -> dict[str, Json]:
    """`{"calls": [{tool, …}]}` where every slot of every spoken tool appears once and is required.

    Raises ValueError when two tools use one name for different kinds of value.
    """
    known = spoken_tools(tools)
    names: list[Json] = list(known)
    slots: dict[str, Slot] = {}
    for tool in known.values():
        for name, slot in tool.slots.items():
            if slots.setdefault(name, slot) != slot:
                raise ValueError(f"{tool.tool.name}: {name} means something else in another tool")
    properties: dict[str, Json] = {"tool": {"type": "string", "enum": names}}
    properties |= {name: slot.schema() for name, slot in slots.items()}
    return _strict({"calls": {"type": "array", "items": _strict(properties)}})


def _strict(properties: dict[str, Json]) -> dict[str, Json]:
    required: list[Json] = list(properties)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
