"""What a table has, and where: "move table 4 to 7", "close table 4", "table 4 remove one coke"."""

from bot.intent.rules.staff.table import called_at
from bot.intent.rules.staff.tabs.about import CLOSE, MERGE, MOVE, SHOW, SMALL, TABLES, About
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import POLITE, word_set
from tools.kit.call import Call, Json

_OFF = word_set("remove cancel delete drop off take minus return returned")


def of_all(about: About) -> tuple[Call, ...]:
    """ "which tables are open", "open tables"."""
    words = about.words
    if words & TABLES and words & word_set("open running") and about.only(TABLES, SHOW):
        return (Call("show_tab"),)
    return ()


def moved(about: About) -> Call | None:
    """ "move table 4 to 7", "join tables 4 and 5"."""
    words = about.words
    merges = not words.isdisjoint(MERGE)
    if not merges and words.isdisjoint(MOVE):
        return None
    tables = [*about.tables]
    rest = [one for one in about.rest if one.kind != "break" and one.word not in SMALL]
    left = [one for one in rest if one.word not in MERGE | MOVE | TABLES]
    if len(tables) == 1 and left:
        other = called_at(left, 0)
        if other is None or other[1] != len(left):
            return None
        tables, left = [*tables, other[0]], []
    if len(tables) != 2 or left:
        return None
    first, second = tables
    if merges:
        return Call("merge_tabs", {"table": first, "into": second})
    return Call("transfer_tab", {"table": first, "to": second})


def closed(about: About) -> Call | None:
    """ "close table 4", "table 4 has left"."""
    if len(about.tables) != 1 or not about.words or not about.only(CLOSE, word_set("tab")):
        return None
    if about.asks:
        return Call("show_tab", {"table": about.tables[0]})
    return Call("close_tab", {"table": about.tables[0]})


def shown(about: About) -> Call | None:
    """ "what does table 4 have", "table 4?"."""
    if len(about.tables) != 1 or not about.only(SHOW):
        return None
    return Call("show_tab", {"table": about.tables[0]})


def taken_off(about: About) -> Call | None:
    """ "table 4 remove one coke", "take 2 idly off table 4"."""
    if len(about.tables) != 1 or about.words.isdisjoint(_OFF):
        return None
    kept = [one for one in about.rest if one.kind != "break"]
    if not _says_so(kept):
        return None
    while kept and (kept[-1].word in _OFF or kept[-1].word in SMALL):
        kept.pop()
    while kept and (kept[0].word in _OFF or kept[0].word in SMALL):
        kept.pop(0)
    args: dict[str, Json] = {"table": about.tables[0]}
    number = read_number(kept, 0) if kept else None
    if number is not None and isinstance(number.value, int) and number.length < len(kept):
        args["quantity"] = number.value
        kept = kept[number.length :]
    if not kept or any(one.kind == "number" or one.word in ("and", "or") for one in kept):
        return None
    return Call("remove_from_table", {**args, "item": said(kept)})


def _says_so(tokens: Tokens) -> bool:
    """Whether the sentence, politeness apart, begins or ends with taking off."""
    words = [one.word for one in tokens if one.word not in POLITE]
    return bool(words) and (words[0] in _OFF or words[-1] in _OFF)
