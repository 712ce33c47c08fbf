"""What a page of dishes leaves out, and why a dish on it cannot be had."""

from tools.kit.speech import Speech
from tools.kit.view import Refusal, SessionView
from tools.kit.when import spoken_when
from tools.results.dietary import rule_words


def fits_only(say: Speech, view: SessionView) -> str:
    """ "Showing only what fits: no peanut, Jain (12 left out)."; nothing without rules."""
    rules = view.dietary
    if not (rules.allergens or rules.diets) or view.shown is None:
        return ""
    words = ", ".join(rule_words(say, rules))
    if not view.shown.left_out:
        return say("Showing only what fits: {rules}.", rules=words)
    return say(
        "Showing only what fits: {rules} ({number} left out).",
        rules=words,
        number=view.shown.left_out,
    )


def remark(say: Speech, refusal: Refusal | None) -> str:
    """Why a dish of the page cannot be had, in a word; of a closed shop the page tells itself."""
    match refusal:
        case Refusal(reason="not_served", when=str() as when):
            return say("served {when}", when=spoken_when(say, when))
        case Refusal(reason="not_served"):
            return say("not served now")
        case Refusal(reason="sold_out", when=str() as when):
            return say("sold out, back {when}", when=spoken_when(say, when))
        case Refusal(reason="stock", left=int() as left):
            return say("only {left} left", left=left)
        case Refusal(reason="order_type"):
            return say("not for this kind of order")
        case Refusal(reason="closed") | None:
            return ""
        case _:
            return say("sold out")
