"""A model's answer, turned into calls or thrown away whole."""

import json
from collections.abc import Mapping
from itertools import groupby

from bot.intent.spoken import Spoken
from tools.kit.call import Call, Json

MOST_CALLS = 3
_MOST_SPOKEN = 30
_LONGEST = 20_000


def parse_answer(text: str, tools: Mapping[str, Spoken]) -> tuple[Call, ...] | None:
    """The calls of an answer, or None for anything that is not exactly what the schema allows.

    Neighbouring calls of a tool that takes a list are joined; after that there are one to three.
    """
    raw = _load(text)
    if not isinstance(raw, dict) or set(raw) != {"calls"}:
        return None
    spoken = raw["calls"]
    if not isinstance(spoken, list) or not 1 <= len(spoken) <= _MOST_SPOKEN:
        return None
    fields = {"tool"}.union(*(tool.slots for tool in tools.values()))
    if any(isinstance(each, dict) and not fields.issuperset(each) for each in spoken):
        return None
    calls = [_call(each, tools) for each in spoken]
    known = [call for call in calls if call is not None]
    if len(known) < len(calls):
        return None
    joined = join(known, tools)
    return joined if len(joined) <= MOST_CALLS else None


def join(calls: list[Call], tools: Mapping[str, Spoken]) -> tuple[Call, ...]:
    """Neighbouring calls of one tool, alike but for their list, become one with the whole list."""

    def alike(call: Call) -> tuple[str, str, bool]:
        listed = tools[call.tool].listed
        rest = {name: value for name, value in call.args.items() if name != listed}
        return call.tool, json.dumps(rest, sort_keys=True), listed in call.args

    joined: list[Call] = []
    for (tool, _, lists), group in groupby(calls, alike):
        same = list(group)
        listed = tools[tool].listed
        if not lists or listed is None:
            joined += same
            continue
        whole = [element for call in same for element in _elements(call, listed)]
        joined.append(Call(tool, {**same[0].args, listed: whole}))
    return tuple(joined)


def _elements(call: Call, listed: str) -> list[Json]:
    value = call.args[listed]
    return value if isinstance(value, list) else []


def _load(text: str) -> Json:
    if len(text) > _LONGEST:
        return None
    try:
        loaded: Json = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return loaded


def _call(raw: Json, tools: Mapping[str, Spoken]) -> Call | None:
    if not isinstance(raw, dict):
        return None
    name = raw.get("tool")
    tool = tools.get(name) if isinstance(name, str) else None
    if tool is None:
        return None
    said = {key: value for key, value in raw.items() if key != "tool" and _is_said(value)}
    if not all(key in tool.slots and tool.slots[key].fits(value) for key, value in said.items()):
        return None
    meant = {tool.named.get(key, key): value for key, value in said.items()}
    return _listed(tool, meant) if tool.listed else Call(tool.tool.name, meant)


def _listed(tool: Spoken, said: dict[str, Json]) -> Call | None:
    element = {key: value for key, value in said.items() if key in tool.element}
    rest = {key: value for key, value in said.items() if key not in tool.element}
    if not element:
        return Call(tool.tool.name, rest) if tool.plain else None
    one: Json = next(iter(element.values())) if tool.plain else element
    return Call(tool.tool.name, {**rest, tool.listed or "": [one]})


def _is_said(value: Json) -> bool:
    return value is not None and value != "" and value != []
