"""Refusals about what is counted and what it costs."""

from tools.kit.speech import Speech
from tools.kit.staff.errors import StaffRefusal


class NoSuchIngredient(StaffRefusal):
    """That is no ingredient of this shop any more. Nothing was changed."""

    sqlstate = "OC093"


class BadPrice(StaffRefusal):
    """A price is an amount of money from 0 to 9,999,999. Nothing was changed.

    Say for example "price of coffee to 30".
    """

    sqlstate = "OC094"

    def text(self, say: Speech) -> str:
        """That there are no cents, where there are none."""
        if self.words.get("digits") != 0:
            return StaffRefusal.text(self, say)
        return say("A price here is a whole amount from 0 to 9,999,999. Nothing was changed.")


class PricedByVariant(StaffRefusal):
    """What {item} costs depends on what is chosen of it, so I changed nothing.

    Such prices are changed in the menu file.
    """

    sqlstate = "OC095"


class NoLowMark(StaffRefusal):
    """{item} is not counted, so it cannot run low. Say "set {item} stock to 20" to count it."""

    sqlstate = "OC096"


class BadAmount(StaffRefusal):
    """Of {item} there can be 0 to 1,000,000,000 {unit}, with three decimals at most.

    Nothing was changed. Say for example "{item} 3 {unit}".
    """

    sqlstate = "OC097"


class OtherUnit(StaffRefusal):
    """{item} is counted in {unit}, so I changed nothing. Say for example "add 3 {unit} {item}"."""
