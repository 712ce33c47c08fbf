"""Refusals about the money of an order."""

from decimal import Decimal

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech, Word
from tools.kit.staff.errors import StaffRefusal
from tools.kit.staff.order_errors import AboutStaffOrder


class SumChanged(AboutStaffOrder):
    """Nothing was booked: the money of order #{number} has changed, it is {sum} now."""

    sqlstate = "OC077"

    def told(self, say: Speech) -> dict[str, Word]:
        """The words, the sum as money."""
        return super().told(say) | {"sum": Decimal(str(self.words["sum"]))}


class OnTheBill(StaffRefusal):
    """Order #{number} is on the bill of table {table}: it is paid with that. Nothing was booked."""

    sqlstate = "OC078"

    def buttons(self, say: Speech) -> Rows:
        """The bill."""
        call = Call("bill_tab", {"table": str(self.words["table"])})
        return ((Button(say("Bill of table {table}", table=str(self.words["table"])), call),),)
