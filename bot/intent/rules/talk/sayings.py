"""Sentences that need no menu: "view my cart", "checkout please", "cash", "where is my order"."""

from bot.intent.rules.talk.abroad import ABROAD
from bot.intent.rules.talk.saying import Sayings, saying
from bot.intent.rules.words.numbers import read_number
from bot.intent.rules.words.tokens import Tokens
from bot.intent.rules.words.vocabulary import POLITE, word_set
from tools.kit.call import Call

_LOOK = "view show see check display open look review list what whats tell"
_PAY = (
    "pay paying payment by with using via through on for this prefer use delivery in to take accept"
    " available possible ok okay better give mode method option fine go choose arrival only my"
    " rather id wed when it food arrives instead"
)
_AS = "for make as order get this that to change switch instead"
_TO_ORDER = (
    "i id im want would like to can could we you me let lets food something some now please pls"
    " start new an a here hi hello hey need may now want"
)
_AGAIN = "as time order orders last previous what had again same this that for"
_LATER = "order for time pickup pick up schedule some another make an my advance"
_PROMPT = "right it please make order ready as soon"
_ASKS = word_set("can could do does is are may")
_NUMBERED = frozenset({"cancel_order", "change_order", "order_status", "reorder"})
_TAKE_AWAY = {"order_type": "take away"}
_DINE_IN = {"order_type": "dine in"}
_DELIVERY = {"order_type": "delivery"}
_HELLO = "hi hii hello hey hai"
_DAY = "morning afternoon evening"
_ALL = "there all sir madam bro anna boss"
_WITH_THANKS = "very much lot for help great good nice cool fine awesome thats"
_WAITING = (
    "wait hold need on fine no moment minute second sec min one more still thinking for give me"
    " some time"
)
_DROP = "cancel delete scrap drop stop forget abort discard void withdraw"
_STOPPING = "please go it that this pls now talking"
_NAY = "no nope nah"
_STOP = {"kind": "stop"}
_BRING = "bring get give have need ready now may"
_ON_TAB = {"method": "tab"}
_GREETING = {"kind": "greeting"}
_THANKS = {"kind": "thanks"}
_GOODBYE = {"kind": "goodbye"}

SAYINGS = Sayings(
    (
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
        saying("view_cart", "cart basket bag", may=f"{_LOOK} inside in total at"),
        saying("ask_for_bill", "bill cheque check", "the", "please", may=_BRING),
        saying("ask_for_bill", "check cheque", "please", may=_BRING),
        saying("ask_for_bill", "bill cheque check", "we us our", may=f"{_BRING} table pay settle"),
        saying("ask_for_bill", "bill", "table", may=f"{_BRING} pay settle for"),
        saying(
            "view_tab", "table tab", "our we", may=f"{_LOOK} so far have got has on ordered all"
        ),
        saying("view_tab", "tab", "the", may=f"{_LOOK} so far have got has on"),
        saying(
            "choose_payment",
            "table tables",
            "bill tab",
            "put add charge pay on",
            may="put add charge pay on to it this that all everything order with",
            args=_ON_TAB,
        ),
        saying("choose_payment", "tab", "put add charge", may="on to it this order", args=_ON_TAB),
        saying(
            "view_cart",
            "total bill",
            may=f"{_LOOK} how much order current far for get bring make give final",
        ),
        saying("view_cart", "check receipt invoice", terse=True, may="please pls the my our"),
        saying("view_cart", "how", "much", may="does cost come to in total that altogether this"),
        saying("view_cart", "order", _LOOK, may="current far at"),
        saying("view_cart", "what", "did", "order ordered"),
        saying("view_cart", "change modify edit alter", "order", may="this my to some need"),
        saying("view_cart", "changed", "mind"),
        saying("view_cart", "clear", terse=True, may="please"),
        saying("checkout", "checkout", may="ready proceed go for to"),
        saying("checkout", "check", "out", may="ready proceed go for to"),
        saying(
            "checkout",
            "done finished finish finalize proceed",
            may="ordering order eating with am are",
        ),
        saying("checkout", "all", "set done", may="no nope nah thats were thanks"),
        saying("checkout", "pay", "i we ready can id", may="now to bill ready for this want let"),
        saying("checkout", "place confirm submit complete", "order", may="this"),
        saying("checkout", "thats thatll", "all it everything do", may="for no thanks thank"),
        saying("checkout", "just only", "this that", terse=True, may="much please for now"),
        saying("checkout", "that", "is", "all it", may="for no thanks thank"),
        saying("checkout", "nothing", "else more", may="no thanks thank"),
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
        saying("choose_payment", "pay", "here online", may=_PAY, args={"method": "pay here"}),
        saying(
            "choose_payment",
            "card cards",
            "here online",
            may=f"{_PAY} credit debit",
            args={"method": "pay here"},
        ),
        saying(
            "choose_payment",
            "card cards",
            may=f"{_PAY} credit debit swipe",
            args={"method": "card"},
        ),
        saying("small_talk", "good ready", "go", "to", args={"kind": "yes"}),
        saying("choose_order_type", "takeaway takeout parcel pickup", may=_AS, args=_TAKE_AWAY),
        saying("choose_order_type", "take", "away out", may=_AS, args=_TAKE_AWAY),
        saying("choose_order_type", "pick", "up", may=_AS, args=_TAKE_AWAY),
        saying("choose_order_type", "go", "to", terse=True, may=_AS, args=_TAKE_AWAY),
        saying("choose_order_type", "dine eat dining eating", "in here", may=_AS, args=_DINE_IN),
        saying("choose_order_type", "here", "for", terse=True, may="it is", args=_DINE_IN),
        saying(
            "choose_order_type", "delivery deliver delivered", may=f"{_AS} home", args=_DELIVERY
        ),
        saying("clear_cart", "clear empty reset", "cart basket bag all everything", may="out"),
        saying("clear_cart", "cancel delete remove", "everything all", may="from cart items order"),
        saying("clear_cart", _DROP, "order orders", may="this whole entire full to anymore"),
        saying("clear_cart", "dont", "want need", "order orders", may="this anymore any more"),
        saying("cancel_order", "cancel", "order", may="this whole entire full number no placed to"),
        saying("change_order", "change", "order", may="number no this placed to"),
        saying("clear_cart", "start", "over", may="again"),
        saying(
            "order_status", "where wheres track status", "order orders food", may="check what whats"
        ),
        saying("help", "ready", "order", "to", may="am are were"),
        saying("order_status", "order food", "ready coming", may="when how long"),
        saying("order_status", "ready", "when is how", may="soon yet"),
        saying("order_status", "status", may="what whats current check tell"),
        saying("order_status", "how", "long", may="will does it that this take more much"),
        saying("order_status", "how", "longer", may="much many will does it take"),
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
        saying("small_talk", "thanks thank thx ty thankyou", may=_WITH_THANKS, args=_THANKS),
        saying("small_talk", "bye goodbye goodnight", may="good for now", args=_GOODBYE),
        saying("small_talk", "see", "later soon tomorrow around ya u you", args=_GOODBYE),
        saying("small_talk", _DAY, terse=True, may=_ALL, args=_GREETING),
        saying("small_talk", "minute moment sec", may=_WAITING, args={"kind": "wait"}),
        saying("small_talk", "wait hold", may=_WAITING, args={"kind": "wait"}),
        saying(
            "small_talk", "stop cancel undo back abort quit", terse=True, may=_STOPPING, args=_STOP
        ),
        saying("small_talk", "never", "mind", terse=True, args=_STOP),
        saying("small_talk", "forget", "it", terse=True, args=_STOP),
        saying("small_talk", _NAY, may="thanks thank fine great thats", args={"kind": "no"}),
        *ABROAD,
    )
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
    for each in SAYINGS.fitting(words):
        if not numbers:
            return each.call
        if each.call.tool in _NUMBERED and len(numbers) == 1:
            order = read_number(numbers, 0)
            return Call(each.call.tool, {"order_no": order.value if order else None})
    return None
