"""What a line, and a whole cart, is warned of: the customer's rules, and what is not to be had."""

from collections.abc import Sequence

from tools.kit.checkout_errors import NotForOrderType
from tools.kit.errors import ItemUnavailable, NotServedNow, OutOfStock, ToolError
from tools.kit.speech import Speech
from tools.kit.view import CartLine, Conflict, Dietary, Refusal
from tools.kit.when import spoken_when

SIGN = "\N{WARNING SIGN}"


def banner(say: Speech, rules: Dietary) -> str:
    """ "⚠ ALLERGY: peanut. DIET: Jain"; nothing for a customer without rules."""
    if not rules:
        return ""
    parts = []
    if allergies := [spoken(say, one) for one in (*rules.allergens, *rules.unchecked)]:
        parts.append(say("ALLERGY: {things}", things=", ".join(allergies)))
    if diets := [diet_name(say, one) for one in rules.diets]:
        parts.append(say("DIET: {things}", things=", ".join(diets)))
    return f"{SIGN} {'. '.join(parts)}"


def warnings(say: Speech, line: CartLine) -> list[str]:
    """What stands beside a line: "⚠ peanut accepted", "⚠ only served 07:00-11:30"."""
    told = [say("{what} accepted", what=tag_name(say, tag)) for tag in line.accepted]
    told += [_conflict(say, one) for one in line.conflicts]
    if line.refusal:
        told.append(refused(say, line.refusal))
    return [f"{SIGN} {one}" for one in told]


def troubled(line: CartLine) -> bool:
    """Whether the line keeps the cart from being ordered."""
    return bool(line.refusal or line.conflicts)


def refused(say: Speech, refusal: Refusal) -> str:
    """Why a dish cannot be had, in a few words."""
    match refusal.reason:
        case "not_served" if refusal.when:
            return say("only served {when}", when=spoken_when(say, refusal.when))
        case "not_served":
            return say("not served at that time")
        case "closed" if refusal.when:
            return say("we are closed (open {when})", when=spoken_when(say, refusal.when))
        case "closed":
            return say("we are closed")
        case "order_type":
            return say("not for this kind of order")
        case "stock" if refusal.left:
            return say("only {left} left", left=refusal.left)
        case _:
            return _gone(say, refusal)


def _gone(say: Speech, refusal: Refusal) -> str:
    match refusal.reason:
        case "option":
            return say("{option} can no longer be had", option=refusal.item)
        case "unknown":
            return say("no longer on the menu")
        case _:
            return say("sold out")


def refusal_of(error: ToolError) -> Refusal | None:
    """A refusal that is about one dish, as a line of the cart has it; None for any other."""
    words = error.words
    item, when, left = str(words.get("item", "")), words.get("when"), words.get("left")
    match error:
        case ItemUnavailable():
            return Refusal(reason="sold_out", item=item)
        case NotServedNow():
            return Refusal(reason="not_served", item=item, when=str(when) if when else None)
        case OutOfStock():
            return Refusal(reason="stock", item=item, left=left if isinstance(left, int) else None)
        case NotForOrderType():
            return Refusal(reason="order_type", item=item)
        case _:
            return None


def against(say: Speech, item: str, conflicts: Sequence[Conflict]) -> str:
    """ "Idly with Peanut Chutney contains peanut, which you told me to avoid."."""
    return " ".join(_sentence(say, item, one) for one in conflicts)


def _sentence(say: Speech, item: str, one: Conflict) -> str:
    dish = item
    if one.because and one.because != item:
        dish = say("{item} with {option}", item=item, option=one.because)
    what = spoken(say, one.what)
    if one.kind == "allergen":
        return say("{dish} contains {what}, which you told me to avoid.", dish=dish, what=what)
    diet = diet_name(say, one.what)
    if dish == item:
        return say("{dish} is not marked as {diet}.", dish=dish, diet=diet)
    return say("{dish} is not {diet}.", dish=dish, diet=diet)


def _conflict(say: Speech, one: Conflict) -> str:
    if one.kind == "allergen":
        return say("contains {what}", what=spoken(say, one.what))
    return say("not {diet}", diet=diet_name(say, one.what))


def spoken(say: Speech, canonical: str) -> str:
    """An allergen or a diet as people say it: "tree_nut" -> "tree nut"."""
    return say(spoken_name(canonical))


def spoken_name(canonical: str) -> str:
    """Its key in the catalogues."""
    return canonical.replace("_", " ")


def tag_name(say: Speech, tag: str) -> str:
    """What was accepted: "allergen:tree_nut" -> "tree nut", "diet:jain" -> "Jain"."""
    kind, _, what = tag.partition(":")
    return diet_name(say, what) if kind == "diet" else spoken(say, what)


def diet_name(say: Speech, diet: str) -> str:
    """A diet as it is written on a sign: "Jain", "vegetarian"."""
    known = {"veg": say("vegetarian"), "egg": say("vegetarian with egg"), "jain": say("Jain")}
    return known.get(diet) or spoken(say, diet)
