"""Sentences that need no menu: "view my cart", "checkout please", "cash", "where is my order"."""

from bot.intent.rules.numbers import read_number
from bot.intent.rules.saying import Saying, saying
from bot.intent.rules.tokens import Tokens
from bot.intent.rules.vocabulary import POLITE, word_set
from tools.kit.call import Call

_LOOK = "view show see check display open look review list what whats tell"
_PAY = (
    "pay paying payment by with using via through on for this prefer use delivery in to take accept"
)
_AS = "for make as order get this that to change switch"
_TO_ORDER = (
    "i id im want would like to can could we you me let lets food something some now please pls"
    " start new an a here hi hello hey"
)
_AGAIN = "as time order orders last previous what had again same this that for"
_LATER = "order for time pickup pick up schedule some another make an my advance"
_PROMPT = "right it please make order ready as soon"
_ASKS = word_set("can could do does is are may")
_NUMBERED = frozenset({"order_status", "reorder"})
_TAKE_AWAY = {"order_type": "take away"}
_DINE_IN = {"order_type": "dine in"}
_DELIVERY = {"order_type": "delivery"}
_HELLO = "hi hii hello hey hai vanakkam namaste namaskaram"
_DAY = "morning afternoon evening"
_ALL = "there all sir madam bro anna boss"
_GREETING = {"kind": "greeting"}
_THANKS = {"kind": "thanks"}
_GOODBYE = {"kind": "goodbye"}

SAYINGS: tuple[Saying, ...] = (
    saying(
        "search_menu",
        "menu menus",
        may=f"{_LOOK} give send full today todays on card at need get bring one more time drink"
        " drinks food again for order just only no problem",
    ),
    saying("search_menu", "what whats", "have serve got sell", may="today there food to eat"),
    saying("search_menu", "what whats", "available eat", may="there today to food"),
    saying("search_menu", "recommend suggest popular", may="what whats something most dishes"),
    saying("search_menu", "what whats", "best good tasty", may="should get eat there today"),
    saying("search_menu", "hungry", may="am very so"),
    saying("search_menu", "menu", "dikhao kaatu katu chupinchu torisu", may="zara"),
    saying("view_cart", "cart basket bag", may=f"{_LOOK} inside in total at"),
    saying(
        "view_cart",
        "total bill",
        may=f"{_LOOK} how much order current far for get bring make give final",
    ),
    saying("view_cart", "how", "much", may="does cost come to in total that altogether this"),
    saying("view_cart", "order", _LOOK, may="current far at"),
    saying("view_cart", "what", "did", "order ordered"),
    saying("view_cart", "kitna evlo evvalavu entha eshtu", may="hua total aachu ayindi bill"),
    saying("view_cart", "bill", "kodu kodunga dena dedo do ivvu", may="konjam zara"),
    saying("view_cart", "cancel stop back undo clear", terse=True, may="please go"),
    saying("view_cart", "change", "order", may="this"),
    saying("view_cart", "never", "mind", terse=True),
    saying("view_cart", "forget", "it", terse=True),
    saying("view_cart", "changed", "mind"),
    saying("checkout", "checkout", may="ready proceed go for to"),
    saying("checkout", "check", "out", may="ready proceed go for to"),
    saying("checkout", "done finished finish finalize proceed", may="ordering order with am"),
    saying("checkout", "place confirm submit complete", "order", may="this"),
    saying("checkout", "thats thatll", "all it everything", may="for no thanks thank"),
    saying("checkout", "that", "is", "all it", may="for no thanks thank"),
    saying("checkout", "nothing", "else more", may="no thanks thank"),
    saying("checkout", "bas podhum pothum poathum chaalu saaku", may="itna hi itni"),
    *(
        saying("choose_payment", words, may=_PAY, args={"method": method})
        for words, method in {
            "cash cod": "cash",
            "upi bhim": "upi",
            "gpay googlepay": "gpay",
            "phonepe": "phonepe",
            "paytm": "paytm",
        }.items()
    ),
    saying("choose_payment", "google", "pay", may=_PAY, args={"method": "gpay"}),
    saying(
        "choose_payment", "card cards", may=f"{_PAY} credit debit swipe", args={"method": "card"}
    ),
    saying("choose_order_type", "takeaway takeout parcel pickup", may=_AS, args=_TAKE_AWAY),
    saying("choose_order_type", "take", "away out", may=_AS, args=_TAKE_AWAY),
    saying("choose_order_type", "pick", "up", may=_AS, args=_TAKE_AWAY),
    saying("choose_order_type", "go", "to", terse=True, may=_AS, args=_TAKE_AWAY),
    saying("choose_order_type", "dine eat dining eating", "in here", may=_AS, args=_DINE_IN),
    saying("choose_order_type", "here", "for", terse=True, may="it is", args=_DINE_IN),
    saying("choose_order_type", "delivery deliver delivered", may=f"{_AS} home", args=_DELIVERY),
    saying("clear_cart", "clear empty reset", "cart basket bag all everything", may="out"),
    saying("clear_cart", "cancel delete remove", "everything all", may="from cart items order"),
    saying("clear_cart", "cancel", "order", may="this whole entire full to"),
    saying("order_status", "cancel change", "order", may="number no this placed to"),
    saying("clear_cart", "start", "over", may="again"),
    saying(
        "order_status", "where wheres track status", "order orders food", may="check what whats"
    ),
    saying("order_status", "order food", "ready coming", may="when how long"),
    saying("order_status", "ready", "when is how", may="soon yet"),
    saying("order_status", "did", "order", "go placed received", may="through get"),
    saying("reorder", "usual", may="get give order again have"),
    saying("reorder", "same repeat", "last previous yesterday", may=_AGAIN),
    saying("reorder", "reorder", may=_AGAIN),
    saying("reorder", "order", "again", may=f"{_AGAIN} number no"),
    saying("choose_pickup_time", "later schedule preorder", may=_LATER, args={"when": "later"}),
    saying("choose_pickup_time", "now", terse=True, may=_PROMPT, args={"when": "now"}),
    saying("order_status", "orders", may=f"{_LOOK} past previous last old recent"),
    saying("help", "help", may="need with this how"),
    saying("help", "what", "can", "do", may="how"),
    saying("help", "how", "order work works", may="does this to"),
    saying("help", "order start", terse=True, may=_TO_ORDER),
    saying("small_talk", _HELLO, terse=True, may=_ALL, args=_GREETING),
    saying("small_talk", "good", _DAY, terse=True, may=f"{_HELLO} {_ALL}", args=_GREETING),
    saying("small_talk", "thanks thank thx nandri", may="very much lot for help no", args=_THANKS),
    saying("small_talk", "bye goodbye", may="good for", args=_GOODBYE),
    saying("small_talk", "see", "later soon tomorrow", may="ya", args=_GOODBYE),
)


def read_saying(tokens: Tokens) -> Call | None:
    """The call these tokens mean as a whole. Asking whether one can pay so is not paying yet."""
    call = _fitting(tokens)
    asked = next((token.word for token in tokens if token.word not in POLITE), "") in _ASKS
    return Call("checkout") if call and call.tool == "choose_payment" and asked else call


def _fitting(tokens: Tokens) -> Call | None:
    """The call of the first saying that fits; a number only names an order."""
    numbers = [token for token in tokens if token.kind == "number"]
    words = frozenset(token.word for token in tokens if token.kind == "word")
    for each in SAYINGS:
        if words and each.fits(words):
            if not numbers:
                return each.call
            if each.call.tool in _NUMBERED and len(numbers) == 1:
                order = read_number(numbers, 0)
                return Call(each.call.tool, {"order_no": order.value if order else None})
    return None
