"""What a room can be told of by itself: the kinds of alert, and the words that mean them."""

from collections.abc import Iterable, Mapping

from tools.kit.row import Row
from tools.kit.speech import Speech
from tools.menu.normalise import words_of

_STOCK = ("stock_out", "stock_low")
_MONEY = ("order_paid", "payment_failed", "refund_due")
_KINDS: Mapping[str, tuple[str, ...]] = {
    "order paid": ("order_paid",),
    "paid": ("order_paid",),
    "payment failed": ("payment_failed",),
    "payment fails": ("payment_failed",),
    "failed": ("payment_failed",),
    "fails": ("payment_failed",),
    "payment": _MONEY,
    "payments": _MONEY,
    "money": _MONEY,
    "refund": ("refund_due",),
    "refunds": ("refund_due",),
    "late": ("order_late",),
    "cancelled": ("order_cancelled",),
    "canceled": ("order_cancelled",),
    "cancels": ("order_cancelled",),
    "cancellation": ("order_cancelled",),
    "cancellations": ("order_cancelled",),
    "bill": ("bill_asked",),
    "bills": ("bill_asked",),
    "review": ("bad_review",),
    "reviews": ("bad_review",),
    "rating": ("bad_review",),
    "ratings": ("bad_review",),
    "stock": _STOCK,
    "low": ("stock_low",),
    "running low": ("stock_low",),
    "out": ("stock_out",),
    "runs out": ("stock_out",),
    "stock out": ("stock_out",),
    "stock low": ("stock_low",),
}
_ALL = frozenset({"all", "everything", "every"})


class Alerts(Row):
    """What a room hears of (`heard`), of `all` there is. Not `changed`: it was only looked at."""

    all: tuple[str, ...]
    heard: tuple[str, ...]
    changed: bool = False


def alert_name(say: Speech, kind: str) -> str:
    """A kind of alert on a button and in a list."""
    return {
        "order_paid": say("order paid"),
        "order_late": say("order late"),
        "order_cancelled": say("order cancelled"),
        "payment_failed": say("payment failed"),
        "refund_due": say("refund due"),
        "bill_asked": say("bill asked for"),
        "bad_review": say("bad review"),
        "stock_out": say("stock out"),
        "stock_low": say("stock low"),
    }.get(kind, kind)


def alerts_meant(words: str) -> tuple[str, ...]:
    """The kinds these words mean: "payment alerts", "stock_low", "when stock is low"; () : none.

    "Stock" are two kinds, "stock is low" is one.
    """
    said = words_of(words.replace("_", " "))
    if not _ALL.isdisjoint(said):
        return tuple(dict.fromkeys(kind for kinds in _KINDS.values() for kind in kinds))
    named = [kinds for name, kinds in _KINDS.items() if _says(name.split(), said)]
    least = [kinds for kinds in named if not any({*other} < {*kinds} for other in named)]
    return tuple(dict.fromkeys(kind for kinds in least for kind in kinds))


def _says(name: Iterable[str], said: Iterable[str]) -> bool:
    return {*name} <= {*said}
