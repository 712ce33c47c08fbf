"""Words about the dish just ordered: "masala dosa (well done)", "masala dosa, note: crispy".

They are never a command. Where the dish has such an option they are that, else a note.
"""

import re
from collections.abc import Callable, Mapping

from bot.intent.rules.menu.menu_words import MenuWords
from tools.kit.call import Call, Json

Reader = Callable[[str], tuple[Call, ...]]

_BRACKETS = re.compile(r"(?P<before>[^()]+)\((?P<aside>[^()]+)\)(?P<after>[^()]*)")
_NOTED = re.compile(
    r"(?P<before>.+?)[\s,;.]+(?:and |with )?(?:an? |the )?"
    r"(?:(?:note|instructions?)(?: (?:saying|that says))?\s*[: ]|(?:message|comment)\s*:)\s*"
    r"(?P<aside>\S.*)(?P<after>)",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"(?P<before>.+?),? (?:(?P<aside>well done|medium rare|piping hot)"
    r"|with (?P<beside>\S+(?: \S+)? on the side))(?P<after>,? please)?",
    re.IGNORECASE,
)
_LONGEST = 200


def read_aside(text: str, menu: MenuWords, read: Reader) -> tuple[Call, ...] | None:
    """The order of a cleaned text with what stands aside; None for any other text."""
    for shape in (_BRACKETS, _NOTED, _MANNER):
        found = shape.fullmatch(text)
        if not found:
            continue
        parts = found.groupdict()
        before, aside = found["before"].strip(), (parts["aside"] or parts["beside"]).strip()
        after = (found["after"] or "").strip()
        about = _lines(read(before))
        every = _lines(read(f"{before}, {after}")) if after else about
        if shape is _MANNER and _lines(read(text)) not in ([], about):
            continue
        if not about or len(every) < len(about) or every[: len(about)] != about:
            continue
        told = _told(before, about, aside, menu, read) if shape is not _NOTED else None
        lines = [*(told or _noted(about, aside)), *every[len(about) :]]
        return (Call("add_to_cart", {"lines": lines}),)
    return None


def _told(
    before: str, about: list[Json], aside: str, menu: MenuWords, read: Reader
) -> list[Json] | None:
    """The lines where what stands aside is an option of the last dish or a removal."""
    lines = _lines(read(f"{before} with {aside}")) or _lines(read(f"{before}, {aside}"))
    if len(lines) != len(about) or lines[:-1] != about[:-1]:
        return None
    with_it, without = lines[-1], about[-1]
    if not isinstance(with_it, dict) or not isinstance(without, dict):
        return None
    same = all(with_it.get(name) == without.get(name) for name in ("item", "quantity"))
    known = all("#" in choice or menu.knows_option(choice.split()) for choice in _choices(with_it))
    return lines if same and known and with_it != without else None


def _choices(line: Mapping[str, Json]) -> list[str]:
    every = [line.get("options"), line.get("without")]
    return [str(one) for choices in every if isinstance(choices, list) for one in choices]


def _noted(about: list[Json], aside: str) -> list[Json]:
    last = about[-1]
    noted = {**last, "note": aside[:_LONGEST]} if isinstance(last, dict) else last
    return [*about[:-1], noted]


def _lines(calls: tuple[Call, ...]) -> list[Json]:
    """The lines of a plain order; none of anything else."""
    if len(calls) != 1 or calls[0].tool != "add_to_cart":
        return []
    lines = calls[0].args["lines"]
    return lines if isinstance(lines, list) else []
