"""What a plain yes, no or "cancel it" stands for, in any of the languages it is said in."""

from collections.abc import Sequence

from bot.answers.open import Open
from tools.kit.call import Call
from tools.menu.normalise import vocabulary

_YES = vocabulary(
    "yes yeah yep yup ok okay sure haan han haanji aama aamaa aamam aam sari seri"
    " हाँ हां हा ठीक ओके ஆம் ஆமா ஆமாம் சரி ஓகே అవును సరే ಹೌದು ಸರಿ അതെ ശരി"
)
_NO = vocabulary(
    "no nope nah nahi nahin nothing illa illai vendam venda venam"
    " नहीं नही ना मत இல்லை இல்ல வேண்டாம் வேணாம் లేదు వద్దు ಇಲ್ಲ ಬೇಡ ഇല്ല വേണ്ട"
)
_POLITE = vocabulary("please thanks thank you sir madam bro anna ji hai जी है அண்ணா சார்")
_AGREES = (
    _YES
    | _POLITE
    | vocabulary(
        "absolutely add ahead all alright correct course definitely do exactly fine go good great i"
        " id it is like looks love of perfect put right sounds that thats them then this would"
    )
)
_DECLINES = (
    _NO
    | _POLITE
    | vocabulary(
        "all am at be as dont do else fine for good i im is it its leave like moment need never now"
        " ok okay not sorry thats that them this want would anything more really"
    )
)
_AGREED = _YES | vocabulary("absolutely definitely correct exactly right perfect")
_DECLINED = _NO | vocabulary("dont never")
_CANCEL = vocabulary("cancel undo radd raddu रद्द कैंसल कैंसिल ரத்து கேன்சல்")
_IT = vocabulary(
    "it that this can could you i want to now sorry no actually all everything kar karo do kardo"
    " pannu pannunga pannidunga ise isko adhai इसे इसको यह ये कर करो दो दें कीजिए दीजिए अब अभी"
    " இதை அதை செய் செய்யுங்கள் செய்யவும் பண்ணு பண்ணுங்க"
)
"""What is said around it."""


def yes_or_no(words: Sequence[str], asked: Open) -> Call | None:
    """What a yes or no stands for, also in many words: "yes please go ahead", "no I'm fine"."""
    said = [word for word in words if word not in _POLITE]
    if not said:
        return None
    if said[0] in _AGREED and _AGREES.issuperset(said):
        return asked.yes
    return asked.no if said[0] in _DECLINED and _DECLINES.issuperset(said) else None


def cancels(words: Sequence[str], asked: Open) -> Call | None:
    """What "cancel it" stands for, as far as it says no more than that."""
    plain = not _CANCEL.isdisjoint(words) and (_CANCEL | _IT | _POLITE).issuperset(words)
    return asked.cancel if plain else None
