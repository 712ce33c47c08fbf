"""Remarks about the shop: what there is to eat, what can be said here."""

from bot.intent.rules.talk.saying import Saying, remark

_ASKABLE = (
    "questions question subjects topics things stuff info information kinds kind types type"
    " areas capabilities sort sorts different commands tasks functions features"
)
_MEALS = "food meal dinner lunch breakfast something items item takeaway takeout online"
_CHOICE = (
    "ingredient ingredients size sizes price prices rate rates brand brands variety varieties"
    " flavor flavors flavour flavours combo combos special specials kinds types"
)
_OF_IT = "no dont nothing show list info menu price cost what which how where when"

FOOD: tuple[Saying, ...] = (
    remark("search_menu", "menu menus", may=f"card {_CHOICE} {_MEALS}", spare=2),
    remark(
        "search_menu",
        "which what whats any some give",
        "best better tasty tastiest famous popular special recommended recommend suggest"
        " recommendation recommendations suggestion suggestions options",
        may=f"{_CHOICE} {_MEALS} drink drinks dish dishes nice good eat seller sellers selling",
    ),
    remark(
        "search_menu",
        _CHOICE,
        "what whats which have know tell give need want show list any",
        may=f"detail details available {_CHOICE} {_MEALS} dish dishes",
    ),
)
"""What there is to eat."""

HELP: tuple[Saying, ...] = (
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
    remark("help", "take note write", "order", may="down ready"),
    remark("help", "eat eating hungry starving craving", _MEALS, may="feel feeling", spare=1),
    remark("help", "lets want like need get give order have", f"eat {_MEALS}", never=_OF_IT),
    remark("help", "add", "more another else something", "order item items thing things cart"),
    remark(
        "help",
        "order ordering",
        _MEALS,
        may=f"place some make start new {_MEALS}",
        spare=1,
        never="change changes",
    ),
    remark("help", "place start make begin give", "order", may="new another"),
    remark("help", "assist assistance", may="help", spare=1, never="thank thanks"),
)
"""What there is to say here, and how to begin."""
