"""Reads JSON as it is written, and finds what JSON parsers let pass in silence."""

import json
import math
from collections import Counter

from db.menu.problems import Findings, Json, Place, shown

DEEPEST = 20
HUGE = 20


class _Object(dict[str, Json]):
    """An object of the file, which remembers the names it was given twice."""

    twice: tuple[str, ...] = ()


def parse(text: str, findings: Findings) -> Json:
    """The document in the text. What cannot be read is a problem of the whole file."""
    try:
        document: Json = json.loads(text, object_pairs_hook=_object, parse_int=_whole)
    except json.JSONDecodeError as error:
        findings.problem(
            (), f"is not JSON: {error.msg} in line {error.lineno}, column {error.colno}"
        )
        return None
    except RecursionError:
        findings.problem((), f"is nested more than {DEEPEST} levels deep")
        return None
    _walk(document, findings)
    return document


def _walk(document: Json, findings: Findings) -> None:
    """Find names given twice, numbers that are none, and endless nesting."""
    waiting: list[tuple[Place, Json]] = [((), document)]
    while waiting:
        place, value = waiting.pop()
        if len(place) > DEEPEST:
            findings.problem(place[:3], f"is nested more than {DEEPEST} levels deep")
        elif isinstance(value, float) and not math.isfinite(value):
            findings.problem(place, "is not a number that can be counted with")
        elif isinstance(value, dict):
            for name in value.twice if isinstance(value, _Object) else ():
                findings.problem((*place, name), f"{shown(name)} is there twice; leave one of them")
            waiting += [((*place, name), inner) for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*place, number), inner) for number, inner in enumerate(value)]


def _object(pairs: list[tuple[str, Json]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        times = Counter(name for name, _ in pairs)
        made.twice = tuple(name for name in made if times[name] > 1)
    return made


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= HUGE else math.inf
