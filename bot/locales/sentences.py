"""Every sentence the program can say: the keys of the catalogues.

They are the first arguments of `say(…)`, both forms of `say.count(…)`, what `sentence(…)` marks,
the refusals' docstrings, and the things people may not eat. What is for operators stays English.
"""

import ast
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.kit.errors import ToolError
from tools.resolve.food_words import ALLERGENS, DIETS
from tools.results.alerts import spoken_name

# Every refusal there is, of the staff's too, is known once this is.
importlib.import_module("tools.kit.sqlstates")
HOUSE = Path(__file__).parents[2]
ROOMS = ("bot", "tools")
_SPEECH = frozenset({"say", "_say"})


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file says. `unknown` are the lines on which a sentence is not a plain string."""

    sentences: tuple[str | tuple[str, str], ...]
    unknown: tuple[int, ...]


@cache
def sentences() -> tuple[str | tuple[str, str], ...]:
    """All of them, each once; one that depends on a number as (one, many)."""
    found: dict[str | tuple[str, str], None] = {}
    for path in source_files():
        found.update(dict.fromkeys(extract(path).sentences))
    found.update(dict.fromkeys(_refusals(ToolError)))
    foods = {name for names in (*ALLERGENS.values(), *DIETS.values()) for name in names}
    found.update(dict.fromkeys(map(spoken_name, sorted(foods))))
    singular = {one[0] for one in found if isinstance(one, tuple)}
    return tuple(one for one in found if one not in singular)


def source_files() -> Iterator[Path]:
    """The files that speak to customers and staff: not the command line."""
    for room in ROOMS:
        for path in sorted((HOUSE / room).rglob("*.py")):
            if "cli" not in path.parts:
                yield path


def extract(path: Path) -> Extracted:
    """The sentences in one file."""
    found: list[str | tuple[str, str]] = []
    unknown: list[int] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        if _counts(node.func):
            texts = [_text(one) for one in node.args[1:3]]
            forms = [text for text in texts if text is not None]
            if len(forms) == 2:
                found.append((forms[0], forms[1]))
            else:
                unknown.append(node.lineno)
        elif _says(node.func) or (isinstance(node.func, ast.Name) and node.func.id == "sentence"):
            text = _text(node.args[0]) if node.args else None
            if text is None:
                unknown.append(node.lineno)
            else:
                found.append(text)
    return Extracted(tuple(found), tuple(unknown))


def _says(function: ast.expr) -> bool:
    """`say`, `turn.say`, `self.turn.say`; a screen's `say` is the terminal's own."""
    if isinstance(function, ast.Name):
        return function.id in _SPEECH
    if not isinstance(function, ast.Attribute) or function.attr not in _SPEECH:
        return False
    owner = function.value
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return function.attr == "_say" or name == "turn"


def _counts(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute) and function.attr == "count" and _says(function.value)
    )


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _refusals(kind: type[ToolError]) -> Iterator[str]:
    """The docstrings of refusals; one that only gathers others is never raised itself."""
    kinds = kind.__subclasses__()
    if kind is ToolError or not kinds:
        yield kind.sentence()
    for more in kinds:
        yield from _refusals(more)
