"""Remarks about an order: where it is, what is in it, that it is to be paid or done."""

from bot.intent.rules.talk.saying import Saying, remark

_ORDER = (
    "order orders ordered food meal purchase purchases package delivery parcel takeaway goods"
    " item items stuff shipment driver dinner lunch takeout product products"
)
_STATUS = (
    "where wheres status track tracking arrive arrives arrived arriving delivered shipped update"
    " brought along ready coming way find progress delayed late far eta ship ships left dispatched"
    " sent expect expected almost minutes soon here reach reached comes hasnt havent didnt"
    " processed send waiting address received started making cooking route longer until gets"
)
_NO_STATUS = "menu change new recipe recipes show nearest nearby weather"
_SOON = "soon long yet time when wheres where has have was is been did check see latest last"
_PLACE = (
    "complete finish confirm conform confrim place proceed submit finalize final end close"
    " process continue prepare completed ahead"
)
_MONEY = "pay total bill cost costs owe charge charges amount price"
_CHANGES = (
    "change changes changing modify edit alter correct fix correction remove delete cancel replace"
)
_THINGS = (
    "order item items thing things toppings topping something size crust small mistake drink drinks"
    " dish dishes quantity"
)
_QUESTIONED = "do does what which how can could is are may"
_PAYING = "pay paying payment accept take credit debit delivery option method available possible by"
_FEELS = "hope feel guess think suppose this could now for enough"


HOW_PAID: tuple[Saying, ...] = (
    remark(
        "choose_payment",
        "cash cod",
        "pay paying payment delivery door give mode",
        may=f"arrives arrive comes delivery hand mode method option when by {_ORDER}",
        args={"method": "cash"},
        never=_QUESTIONED,
    ),
    remark("choose_payment", "cod", spare=2, args={"method": "cash"}, never=_QUESTIONED),
    remark(
        "checkout",
        "cash cod card cards upi gpay",
        "pay paying payment accept take",
        _QUESTIONED,
        may=_PAYING,
    ),
    remark(
        "checkout",
        "how what which where when",
        "pay payment payments paying",
        may="method methods option options mode modes accept types available",
        never="much many total amount",
    ),
    remark(
        "checkout",
        "pay paying",
        "later deliver arrive arrives pickup collect",
        may="when",
    ),
)
"""How it is to be paid, which may be told with when."""

STATUS: tuple[Saying, ...] = (
    remark("order_status", _ORDER, _STATUS, may=_SOON, spare=3, never=_NO_STATUS),
    remark("order_status", "ordered", "when where", "here arrive come get delivered", spare=5),
    remark("order_status", "when", "pick pickup collect", _ORDER, spare=1),
    remark("order_status", "check track", "status"),
    remark("order_status", "check", "on", _ORDER),
    remark("order_status", "eta"),
    remark("order_status", "how whats what", "long soon", "take taking be", may="come reach here"),
    remark("order_status", "still", "waiting", _ORDER),
    remark("order_status", "when", "arrive deliver delivered delivery come get", may=_ORDER),
    remark("order_status", "how", "long", "take wait time", _ORDER, spare=2),
    remark("order_status", "whats what", "with happened happening", _ORDER, spare=1),
)
"""How the order comes along: the order, and a word of time, place or state."""

CART: tuple[Saying, ...] = (
    remark(
        "view_cart",
        "repeat read tell confirm go check review summarize recap know say says clarify",
        "order orders ordered",
        "what again back repeat read through whether so once recap summarize review list",
        may="ordered details",
        spare=2,
    ),
    remark("view_cart", "what whats", "in far", "order orders we i"),
    remark("view_cart", "summary recap summarize", may="order"),
    remark("view_cart", "list show tell say", "ordered", may="what"),
    remark("view_cart", "how what", "many much did", "order ordered cart", spare=1),
    remark(
        "view_cart",
        "confirm confrim tell say says know clarify check repeat",
        "order orders",
        "total price amount",
        may=_MONEY,
        spare=1,
    ),
    remark(
        "view_cart",
        "tell say says know clarify repeat",
        "what whats",
        "order orders ordered",
        may="clear clarify once check confirm",
        spare=1,
    ),
    remark(
        "view_cart",
        "how howmuch whats what total",
        _MONEY,
        may="much order orders altogether final whole bill total amount good fine nothing",
        never="day when delivery shipping",
    ),
    remark("view_cart", "howmuch", spare=2),
    remark(
        "view_cart",
        _CHANGES,
        _THINGS,
        may=f"minute wait moment little {_CHANGES}",
        spare=1,
        never="is are looks",
    ),
    remark(
        "view_cart",
        "bill check invoice receipt",
        "can could may get bring give make want like need send have ready",
        may="final total",
        spare=1,
        never="let will wait how use used new more last no out",
    ),
    remark("view_cart", "change edit modify", "it this that one"),
    remark("view_cart", "mistake wrong", "order", may="made"),
    remark("view_cart", "total amount", may=f"{_MONEY} order tell know all"),
    remark(
        "view_cart",
        "repeat recap summarize summary reconfirm details",
        "order orders ordered",
        spare=2,
    ),
    remark("view_cart", "how", "much", "that it everything all altogether", may=_MONEY),
)
"""The order read back, what it comes to, and changes that do not say what."""

DONE: tuple[Saying, ...] = (
    remark(
        "checkout",
        _PLACE,
        "order orders it",
        may=f"finally with soon payment bill {_FEELS} {_PLACE}",
        spare=1,
    ),
    remark(
        "checkout",
        "thats that thatll thata this",
        "all it everything order",
        spare=1,
        may="now end fine finished for be final",
        never="any offer offers what which looks look right correct day evening night",
    ),
    remark("checkout", "enough", may="hope nothing now"),
    remark("checkout", "all", "set done good", may="no nope nothing"),
    remark("checkout", "no nothing dont", "need want", "more else", may="item items thing things"),
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
            never=_QUESTIONED,
        )
        for words, method in {"cash cod": "cash", "card cards": "card"}.items()
    ),
)
"""That was all, or it is to be paid."""
