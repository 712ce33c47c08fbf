"""What heads an order: where it goes, when it is wanted, the customer's rules and exceptions."""

from datetime import datetime

from tools.kit.speech import Speech
from tools.kit.view import Order
from tools.results.alerts import banner, tag_name
from tools.results.lines import described
from tools.results.moments import spoken_moment
from tools.results.ways import destination


def ticket_head(say: Speech, order: Order, now: datetime) -> list[str]:
    """ "To: 12 Lake Road.", "For tomorrow 08:00.", "⚠ ALLERGY: peanut", and what was accepted."""
    told = [*destination(say, order)]
    if order.pickup_at is not None:
        told.append(say("For {when}.", when=spoken_moment(say, order.pickup_at, now)))
    if order.dietary:
        told.append(banner(say, order.dietary))
    for line in order.lines:
        if line.accepted:
            what = [tag_name(say, tag) for tag in line.accepted]
            told.append(
                say("Accepted for {item}: {what}.", item=described(say, line), what=say.join(what))
            )
    return told
