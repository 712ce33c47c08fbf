"""How the commands about stock and prices are written. Which call each makes is in
bot/stock_commands.py.
"""

from collections.abc import Mapping

from tools.kit.speech import sentence

STOCK_USAGE: Mapping[str, str] = {
    "stock": sentence(
        "/stock — all that is counted. /stock idly: one dish or ingredient. /stock idly 20: there "
        "are 20; +20: 20 came in; -5: 5 are gone. /stock milk 3 l: with its unit. "
        "/stock idly low 5: warn when fewer are left; low off: never."
    ),
    "86": sentence("/86 masala dosa — sold out until /back. /86 masala dosa till 6: until then."),
    "back": sentence("/back masala dosa — it is on sale again."),
    "price": sentence("/price masala dosa 90 — its new price, once you have confirmed it."),
}
