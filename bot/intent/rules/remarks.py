"""What is asked and told beside ordering, in many words: "where is my food", "take my order".

A saying leaves no word over; a remark may, because what it calls for adds nothing to the cart.
"""

from bot.intent.rules.courtesies import COURTESIES
from bot.intent.rules.menu_words import MenuWords
from bot.intent.rules.saying import Saying, remark
from bot.intent.rules.tokens import Tokens
from tools.kit.call import Call

_ORDER = (
    "order orders ordered food meal purchase purchases package delivery parcel takeaway goods"
    " item items stuff shipment driver dinner lunch takeout product products"
)
_STATUS = (
    "where wheres status track tracking arrive arrives arrived arriving delivered shipped update"
    " brought along ready coming way find progress delayed late far eta ship ships left dispatched"
    " sent expect expected almost minutes soon here reach reached comes hasnt havent didnt"
    " processed location address received started making cooking route longer until gets"
)
_SOON = "soon long yet time when wheres where has have was is been did check see latest last"
_ASKABLE = (
    "questions question subjects topics things stuff info information kinds kind types type"
    " areas capabilities sort sorts different commands tasks functions features"
)
_MEALS = "food meal dinner lunch breakfast something items item takeaway takeout online"
_PLACE = (
    "complete finish confirm conform confrim place proceed submit finalize final end close"
    " process continue"
)
_MONEY = "pay total bill cost owe charge amount price"
_CHANGES = "change changes changing modify edit alter correct fix correction"
_THINGS = "order item items thing things toppings topping something size crust small mistake"

REMARKS: tuple[Saying, ...] = (
    # How the order comes along: the order, and a word of time, place or state.
    remark("order_status", _ORDER, _STATUS, may=_SOON, spare=3, never="menu change"),
    remark("order_status", "check track", "status"),
    remark("order_status", "when", "arrive deliver delivered delivery come get", may=_ORDER),
    remark("order_status", "how", "long", "take wait time", _ORDER, spare=2),
    remark("order_status", "whats what", "with happened happening", _ORDER, spare=1),
    # What there is to say here, and how to begin.
    remark(
        "help",
        _ASKABLE,
        "ask answer answering help know do familiar capable assist discuss",
        may="allowed able",
        spare=1,
        never="thank thanks",
    ),
    remark(
        "help",
        "what whats how",
        "ask do help assist answering answer",
        "can could allowed able capable",
        spare=1,
    ),
    remark("help", "take", "order", may="ready"),
    remark(
        "help",
        "order ordering",
        _MEALS,
        may=f"place some make start new {_MEALS}",
        spare=1,
        never="change changes",
    ),
    remark("help", "place start make begin", "order", may="new another"),
    remark("help", "assist assistance", may="help", spare=1, never="thank thanks"),
    # The order read back, what it comes to, and changes that do not say what.
    remark(
        "view_cart",
        "repeat read tell confirm go check review summarize recap list",
        "order orders ordered",
        "what again back repeat read through whether so once recap summarize review list",
        may="ordered details",
        spare=2,
    ),
    remark("view_cart", "how what", "many much did", "order ordered cart", spare=1),
    remark(
        "view_cart",
        "how howmuch whats what total",
        _MONEY,
        spare=1,
        may="much order orders altogether final whole bill total amount",
        never="day when",
    ),
    remark("view_cart", "howmuch", spare=2),
    remark("view_cart", _CHANGES, _THINGS, may="minute wait moment little", spare=1),
    remark("view_cart", "bill check invoice receipt", may="final total bring", spare=1),
    remark("view_cart", "total amount", may=f"{_MONEY} order tell know all", spare=1),
    remark(
        "view_cart",
        "repeat recap summarize summary reconfirm details",
        "order orders ordered",
        spare=2,
    ),
    remark("view_cart", "how", "much", "that it everything all altogether", may=_MONEY),
    # That was all, or it is to be paid.
    remark("checkout", _PLACE, "order orders it", may=f"finally with {_PLACE}", spare=1),
    remark(
        "checkout",
        "thats that thatll will thata this",
        "all it everything order",
        spare=1,
        may="now end fine finished for be final",
        never="what which looks look right correct",
    ),
    remark("checkout", "enough", may="hope nothing now"),
    remark("checkout", "all", "set done good", may="no nope nothing"),
    remark(
        "checkout",
        "pay payment paid",
        may="ready can cc card online bill by method",
        never="what whats when",
    ),
    remark("checkout", "were", "ready done finished"),
    *(
        remark(
            "choose_payment",
            words,
            may="delivery pay paying payment mode method option prefer choose hand arrives door"
            " bill credit debit swipe money",
            args={"method": method},
            never="do does what which how can could is are",
        )
        for words, method in {"cash cod": "cash", "card cards": "card"}.items()
    ),
    *COURTESIES,
)


def read_remark(tokens: Tokens, menu: MenuWords) -> Call | None:
    """The call of a whole message that names no dish; the first remark that fits."""
    words = frozenset(token.word for token in tokens if token.kind == "word")
    if not words or menu.holds_dish(tokens):
        return None
    return next((each.call for each in REMARKS if each.fits(words)), None)


def is_courtesy(tokens: Tokens, menu: MenuWords) -> bool:
    """Whether a clause is only a yes, no or thanks, which asks for nothing beside the others."""
    call = read_remark(tokens, menu)
    return call is not None and call.tool == "small_talk"
