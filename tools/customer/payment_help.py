"""payment_help: /paysupport."""

from dataclasses import dataclass

from tools.kit.speech import Speech
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.kit.view import Payment
from tools.results.talk import Talk


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentHelp(Talk):
    """How the customer's payments stand, and who can help."""

    shop: str

    def text(self, say: Speech) -> str:
        """A payment a line."""
        told = [_told(say, payment) for payment in self.view.payments]
        if not told:
            told = [say("No payment of yours has arrived here.")]
        return "\n".join(
            [
                *told,
                say(
                    "If something is wrong with a payment, please call {shop}: "
                    "every payment is on record.",
                    shop=self.shop,
                ),
            ]
        )


@tool()
async def payment_help(turn: Turn) -> PaymentHelp:
    """Tell how the customer's payments stand."""
    return PaymentHelp(view=await turn.call("payment_help"), shop=turn.tenant.name)


def _told(say: Speech, payment: Payment) -> str:
    """ "₹240 (HC20261121-12): paid."; of what has to go back, only that."""
    amount = say.money(payment.to_refund or payment.amount)
    named = f"{amount} ({payment.reference})" if payment.reference else amount
    match payment.status:
        case "refund_due":
            return say("{payment}: the shop has to give it back to you.", payment=named)
        case "refunded":
            return say("{payment}: given back.", payment=named)
        case _:
            return say("{payment}: paid.", payment=named)
