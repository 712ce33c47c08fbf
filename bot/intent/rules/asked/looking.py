"""A noun phrase that orders nothing: "dosa under 60", "vegan food", "desserts", or mere "pizza".

What the menu has not is searched for as well: the answer is a polite no with the nearest dishes.
"""

from collections.abc import Sequence

from bot.intent.rules.asked.field import FIELD
from bot.intent.rules.asked.question import KINDS
from bot.intent.rules.clause.chunks import Chunk, cut
from bot.intent.rules.clause.lines import fold_lines
from bot.intent.rules.clause.order import split_verb
from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import (
    ADD,
    ARTICLES,
    BRING,
    CHANGE,
    FILLERS,
    JOINERS,
    MORE,
    NEGATIONS,
    NO,
    NOT_AN_ORDER,
    ORDINALS,
    POINTED,
    POINTERS,
    POLITE,
    REMOVE,
    WITH,
    word_set,
)
from tools.kit.call import Call, Json
from tools.menu import Menu, normalise, search, words_of
from tools.menu.diets import diet_in
from tools.menu.prices import Prices, prices_in

_SEEKING = word_set("find search look looking browse")
_LEADS = _SEEKING | word_set("show list any what whats which anything something see do there got")
_NOUNS = word_set(
    "food foods dish dishes menu option options item items thing things stuff choices"
)
_BESIDE = FILLERS | ARTICLES | ADD | _LEADS | _NOUNS | word_set("is are all have serve sell good")
_PRICED = word_set("under below over above cheaper cheapest cheap expensive costliest")
_OF_PRICES = word_set("at in from to for")
_LONGEST = 4
_MOST_UNKNOWN = 2
_PLEASE = word_set("please pls plz kindly")
"""All that may stand beside what nobody knows: "hi sam" and "ok thankyou" name no dish."""
_SHORTEST = 3
_TALK = word_set(
    "good bad nice wow lol haha joke weather test testing bye stupid idiot love hate sad happy"
    " agent human manager person staff owner refund complaint complain address phone number wifi"
    " parking hours open closed timing timings location discount offer coupon receipt invoice"
    " spam play call book turn close start talk speak translate calculate convert define sing"
    " dance ring text email message sell schedule remind wake switch watch read write come back"
    " next wrong right correct account password card balance money total price prices"
)
"""Said alone these are about something else than a dish."""
_NO_DISH = (
    (NOT_AN_ORDER | ADD | BRING | CHANGE | REMOVE | NEGATIONS | WITH | POINTERS | POINTED)
    | (ORDINALS | MORE | NO | FILLERS | JOINERS | ARTICLES | _LEADS | _NOUNS | _TALK)
) | POLITE


def read_looking(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The search for what a price, a diet, a meal or a kind of dish describes."""
    content = _phrase(tokens)
    if not content or menu.is_dish(content):
        return None
    words = [token.word for token in content]
    leads = not _LEADS.isdisjoint(words)
    prices, text = prices_in(said(content))
    if prices != Prices() and not (leads or not _PRICED.isdisjoint(words)):
        return None
    rest = tuple(word for word in words_of(text) if word not in _BESIDE)
    named, diet = diet_in(rest)
    if any(token.kind == "number" for token in content) and prices == Prices():
        return None
    if _describes(menu.menu, named, leads=leads, diet=diet, priced=prices != Prices()):
        return Call("search_menu", {"query": said(_trimmed(content))})
    if words[0] in _SEEKING and 0 < len(rest) <= _LONGEST and all(map(menu.knows, rest)):
        return Call("search_menu", {"query": " ".join(rest)})
    return None


def read_unknown(tokens: Tokens) -> Call | None:
    """The search for one or two words nobody knows: "pizza", "one pizza please"."""
    content = [token for token in _phrase(tokens) if token.word not in _PLEASE]
    counted = read_number(content, 0) if content else None
    wanted = content[counted.length :] if counted else content
    while wanted and wanted[0].word in ARTICLES | {"some", "any"}:
        wanted = wanted[1:]
    names = all(
        token.kind == "word" and token.word.isalpha() and len(token.word) >= _SHORTEST
        for token in wanted
    )
    if not names or not 0 < len(wanted) <= _MOST_UNKNOWN:
        return None
    if any(token.word in _NO_DISH | FIELD for token in wanted):
        return None
    return Call("search_menu", {"query": said(wanted)})


def read_partly_known(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The order of counted things of which one is a dish: "2 pizzas and 1 idly"."""
    if any(token.word in NOT_AN_ORDER for token in tokens):
        return None
    chunks = cut(split_verb(tokens, menu)[1], menu)
    if len(chunks) < 2 or not all(map(_is_counted, chunks)):
        return None
    if not any(menu.is_dish(chunk.words) for chunk in chunks):
        return None
    lines = fold_lines(chunks, menu)
    ordered: list[Json] = [line.args() for line in lines or ()]
    return Call("add_to_cart", {"lines": ordered}) if ordered else None


def _phrase(tokens: Tokens) -> Tokens:
    """The tokens without a sign at their end; none when there is one within."""
    end = len(tokens)
    while end and tokens[end - 1].kind == "break":
        end -= 1
    return () if any(token.kind == "break" for token in tokens[:end]) else tokens[:end]


def _trimmed(content: Tokens) -> Tokens:
    """Without the words around it that only ask; "at most 50" keeps its "at"."""
    begin, end = 0, len(content)
    while begin < end and content[begin].word in _BESIDE - _OF_PRICES:
        begin += 1
    while end > begin and content[end - 1].word in _BESIDE:
        end -= 1
    return content[begin:end] or content


def _describes(
    menu: Menu, named: Sequence[str], *, leads: bool, diet: str | None, priced: bool
) -> bool:
    """Whether these words, with the diet and price told beside them, describe dishes."""
    if not named:
        return diet is not None or priced
    if set(named) <= KINDS:
        return True
    if diet is None and not priced and not _may_be_meal(menu, named):
        return False
    hits = search(menu, " ".join(named), with_near=False)
    if hits.period:
        return True
    if hits.near or not hits.items:
        return False
    return priced or (diet is not None and (leads or bool(hits.categories)))


def _may_be_meal(menu: Menu, named: Sequence[str]) -> bool:
    """Whether the words of a meal period's name are among these."""
    sounds = set(normalise(" ".join(named)).split())
    return any(sounds.issuperset(normalise(period.name).split()) for period in menu.periods)


def _is_counted(chunk: Chunk) -> bool:
    plain = chunk.joint in {"start", "and"} and not chunk.points
    return plain and chunk.quantity is not None and 0 < len(chunk.words) <= _MOST_UNKNOWN
