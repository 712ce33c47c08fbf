"""Why a promo code does not count, in words."""

from tools.kit.call import Call
from tools.kit.result import Button
from tools.kit.speech import Speech
from tools.kit.view import CouponRefusal
from tools.results.order_types import order_type_name


def coupon_refused(say: Speech, refused: CouponRefusal) -> str:
    """ "SAVE10 counts from ₹500: ₹120 more to go."."""
    code = refused.code
    match refused.reason:
        case "minimum" if refused.least is not None and refused.missing is not None:
            return say(
                "{code} counts from {least}: {missing} more to go.",
                code=code,
                least=refused.least,
                missing=refused.missing,
            )
        case "order_type":
            ways = say.join([order_type_name(say, one) for one in refused.offered])
            return say("{code} is for {ways} orders only.", code=code, ways=ways)
        case "item" if refused.item:
            return say(
                "{code} gives you one {item} free: add it to your cart.",
                code=code,
                item=refused.item,
            )
        case _:
            return _not_at_all(say, refused)


def remove_coupon_button(say: Speech, code: str) -> Button:
    """Takes the promo code back."""
    return Button(say("Without {code}", code=code), Call("remove_coupon"))


def _not_at_all(say: Speech, refused: CouponRefusal) -> str:
    code = refused.code
    match refused.reason:
        case "not_yet":
            return say("{code} is not valid yet.", code=code)
        case "expired":
            return say("{code} is no longer valid.", code=code)
        case "used_up":
            return say("{code} has been used up.", code=code)
        case "already_used":
            return say("You have used {code} already.", code=code)
        case "too_many":
            return say("That were many codes. Please try again in an hour, or ask the shop.")
        case _ if code:
            return say('We have no promo code "{code}". Please check how it is written.', code=code)
        case _:
            return say('Which promo code do you have? Say for example "code SAVE10".')
