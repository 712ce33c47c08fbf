"""Looking for dishes: "what dosas do you have", "show me desserts", "do you have coffee"."""

from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.target import strip
from bot.intent.rules.tokens import Tokens, said
from bot.intent.rules.vocabulary import ARTICLES, FILLERS, JOINERS, POLITE, word_set
from tools.kit.call import Call

_OPENERS = word_set(
    "what whats which show list any see is are do does got have price cost how tell describe"
)
_ASKING = POLITE | word_set(
    "what whats which show list any see is are do does got have price prices cost how much you me a"
    " an the all your of kind kinds type types sort sorts varieties options there serve sell make"
    " available today some in on menu for i can get want eat dish dishes items things other"
    " different about tell to and with anything something describe contain contains made come comes"
    " best good popular has"
)
_OFFERS = word_set("have serve sell available there got menu")
KINDS = word_set(
    "dessert desserts sweets starter starters snack snacks side sides drink drinks beverages juices"
    " breakfast lunch dinner tiffin veg vegetarian nonveg special specials"
)
_PROPERTIES = word_set(
    "vegan gluten dairy lactose nut nuts peanut peanuts free allergen allergens allergy ingredient"
    " ingredients healthy halal jain calories"
)
"""Not to be searched for: what a dish contains stands on its page, and nobody is told more."""
_LONGEST = 4
_LONGEST_UNKNOWN = 2


def read_question(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The search a question asks for, or None when it asks for something else."""
    content = [token for token in tokens if token.kind == "word" and token.word not in POLITE]
    if not content or len(content) < sum(token.kind != "break" for token in strip(tokens)):
        return None
    words = [token.word for token in content]
    if words[0] not in _OPENERS or (words[0] == "how" and words[1:2] != ["much"]):
        return None
    wanted = _dishes([token for token in content if token.word not in _ASKING], menu)
    offers = not _OFFERS.isdisjoint(words)
    if not wanted:
        about_all = _PROPERTIES.isdisjoint(words)
        return Call("search_menu") if offers and about_all else None
    known = all(_is_food(token.word, menu) for token in wanted)
    asks = known and len(wanted) <= _LONGEST
    asks_for_unknown = words[:2] == ["do", "you"] and offers and len(wanted) <= _LONGEST_UNKNOWN
    return Call("search_menu", {"query": said(wanted)}) if asks or asks_for_unknown else None


def read_wondering(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The search for a dish that is nothing but named, with a question mark: "and sambar?"."""
    if not tokens or tokens[-1].text != "?":
        return None
    beside = FILLERS | JOINERS | ARTICLES
    named = [token for token in tokens if token.kind != "break" and token.word not in beside]
    return Call("search_menu", {"query": said(named)}) if menu.is_dish(named) else None


def _dishes(wanted: Tokens, menu: MenuWords) -> Tokens:
    """What is asked about, without the property asked for: "is the dosa vegan" is about dosa."""
    if menu.is_dish(wanted):
        return wanted
    return [token for token in wanted if token.word not in _PROPERTIES]


def _is_food(word: str, menu: MenuWords) -> bool:
    return word in KINDS or menu.knows(word) or menu.knows_option([word])
