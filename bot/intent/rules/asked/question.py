"""Looking for dishes: "what dosas do you have", "show me desserts", "do you have coffee"."""

from bot.intent.rules.menu.menu_words import MenuWords
from bot.intent.rules.menu.target import strip
from bot.intent.rules.words.tokens import Tokens, said
from bot.intent.rules.words.vocabulary import ARTICLES, FILLERS, JOINERS, NO, POLITE, word_set
from tools.kit.call import Call
from tools.menu import words_of

_OPENERS = word_set(
    "what whats which show list any see is are do does got have price cost how tell describe"
)
_LEADS = (
    POLITE
    | NO
    | word_set(
        "can could would will you i im id like me tell know may wonder wondering curious if please"
        " actually and but then now so just also show explain oh ah hmm there again that want to"
        " need not dont problem we let see"
    )
)
"""What comes before the question itself: "no, but I was wondering …", "can you tell me …"."""
_MEANT = word_set("not meant mean")
_ALSO_ASK_FOR = word_set("have got see price cost")
"""They open a question only at its very beginning: "can I have a coffee" orders."""
_ASKING = POLITE | word_set(
    "what whats which show list any see is are do does got have price prices cost how much you me a"
    " an the all your of kind kinds type types sort sorts varieties options there serve sell make"
    " available today some in on menu for i can get want eat dish dishes items things other"
    " different about tell to and with anything something describe contain contains made come"
    " comes best good popular has guys yall folks carry offer offers offered served put use kinda"
    " assortment assortments variety selection all here right currently again one more time now"
    " very else rate rates costs many dollars"
    " rupees bucks will be would tasty these this carrying sold happen chance by choices range"
)
_OFFERS = word_set(
    "have serve served sell sold available there got menu carry offer offers offered make get eat"
)
_SORTS = word_set("kind kinds kinda type types sort sorts variety varieties assortment assortments")
KINDS = word_set(
    "dessert desserts sweets starter starters snack snacks side sides drink drinks beverages juices"
    " breakfast lunch dinner tiffin veg vegetarian nonveg special specials"
)
_PROPERTIES = word_set(
    "vegan gluten dairy lactose nut nuts peanut peanuts free allergen allergens allergy ingredient"
    " ingredients healthy halal jain calories spicy hot cold fresh sweet sour salty bitter strong"
    " mild crispy soft heavy filling big"
)
"""Not to be searched for: what a dish is like stands on its page, and nobody is told more."""
_NOT_SOLD = word_set(
    "name names nickname age birthday birthdays hobby hobbies pet pets friend friends family parent"
    " parents kid kids child children sibling siblings brother brothers sister sisters girlfriend"
    " boyfriend wife husband boss job feelings emotions dreams soul opinion question questions idea"
    " time plans table tables seat seats parking wifi toilet restroom bathroom event events night"
    " music job jobs language languages account information"
)
"""What people have and places have, and no kitchen sells."""
_INQUIRES = word_set(
    "what whats which tell know list show info information detail details describe ingredients"
    " available availability sizes recommend suggest suggestion suggestions recommendation price"
    " prices cost how much any varieties flavors flavours special specials menu menus choices have"
    " explain wondering curious see does offer serve contain contains"
)
_SHOWN = word_set(
    "menu menus specials dishes drinks desserts foods recommend types varieties suggest suggestion"
    " suggestions recommendation recommendations popular options choices flavors flavours"
)
_TALK = word_set(
    "am is was are were be been my our he she they with about into put puts take they went"
    " does do did any him her us kindly may bring give drink drinks eat food foods meal meals go"
    " goes good best popular recommend suggest suggestion suggestions recommendation detail details"
    " info information ingredients size sizes card list menu menus types before after order"
    " ordering out over looking look find something flavors flavours choose pick should available"
    " availability explain kindly current new nice specials special recipe as well both"
)
_PRICES = word_set("price prices rate rates cost costs")
_LONGEST_INQUIRY = 20
_LONGEST = 4
_LONGEST_UNKNOWN = 2
_ORDERED = word_set("order ordered")


def read_question(tokens: Tokens, menu: MenuWords) -> Call | None:
    """What a question asks for, whatever politeness leads to it; None for something else."""
    if priced := _price_of(tokens, menu):
        return priced
    polite = (at for at, token in enumerate(tokens) if token.word not in POLITE)
    first = next(polite, 0)
    for at, token in enumerate(tokens):
        opens = token.word in (_OPENERS if at == first else _OPENERS - _ALSO_ASK_FOR)
        if opens and _leads(tokens[:at], menu) and (asked := _asked(tokens[at:], menu)):
            return asked
    return None


def _price_of(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The search for the dish beside a word for its price: "idly price", "rate of dosa"."""
    words = [token for token in tokens if token.kind == "word"]
    if not any(token.word in _PRICES for token in words):
        return None
    asked = [token for token in words if token.word not in _ASKING | POLITE]
    known = 0 < len(asked) <= _LONGEST and all(_is_food(token.word, menu) for token in asked)
    return Call("search_menu", {"query": said(asked)}) if known else None


def _leads(before: Tokens, menu: MenuWords) -> bool:
    """Whether words only lead to a question; "no, not a latte, what …" names a dish as well."""
    words = [token.word for token in before if token.kind != "break"]
    strange = [word for word in words if word not in _LEADS]
    return not strange or (not _MEANT.isdisjoint(words) and menu.knows_exactly(strange))


def _asked(tokens: Tokens, menu: MenuWords) -> Call | None:
    content = [token for token in tokens if token.kind == "word" and token.word not in POLITE]
    if not content or len(content) < sum(token.kind != "break" for token in strip(tokens)):
        return None
    words = [token.word for token in content]
    if "did" in words and not _ORDERED.isdisjoint(words) and "i" in words:
        return Call("view_cart")
    if words[0] not in _OPENERS or (words[0] == "how" and words[1:2] != ["much"]):
        return None
    wanted = _dishes([token for token in content if token.word not in _ASKING], menu)
    offers = not _OFFERS.isdisjoint(words)
    if not wanted:
        about_all = _PROPERTIES.isdisjoint(words)
        return Call("search_menu") if offers and about_all else None
    known = all(_is_food(token.word, menu) for token in wanted)
    asks = known and len(wanted) <= _LONGEST
    what = words[0] in {"what", "which"} and words[-3:-1] == ["do", "you"]
    sorts = what or words[:2] == ["do", "you"] or not _SORTS.isdisjoint(words)
    sold = _NOT_SOLD.isdisjoint(words)
    asks_for_unknown = (
        sorts and sold and "you" in words and offers and len(wanted) <= _LONGEST_UNKNOWN
    )
    return Call("search_menu", {"query": said(wanted)}) if asks or asks_for_unknown else None


def read_inquiry(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The search for the food in a message that asks, in any words, to be told or shown of it."""
    words = [token for token in tokens if token.kind == "word"]
    if not any(token.word in _INQUIRES for token in words) or len(words) > _LONGEST_INQUIRY:
        return None
    content = [token for token in words if token.word not in _ASKING | FILLERS | _LEADS | _TALK]
    food = [token for token in content if _is_food(token.word, menu)]
    shown = any(token.word in _SHOWN for token in words)
    if len(content) - len(food) > (1 if food else 0) or not (food or shown):
        return None
    dishes = said([token for token in food if menu.knows(token.word)])
    return Call("search_menu", {"query": dishes} if dishes else {})


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
    known = menu.knows(word) or menu.knows_option([word]) or menu.knows_heading(word)
    return word in KINDS or (known and bool(words_of(word)))
