"""rate_order: "5 stars", "the dosa was cold, 2 stars", and the answer to "Want to say why?"."""

from tools.kit.params import Handle, OpenWords, Stars
from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.resolve.order_ref import order_id
from tools.results.review import Rated


@tool()
async def rate_order(
    turn: Turn, stars: Stars = None, words: OpenWords = "", order: Handle = None
) -> Rated:
    """Rate an order the customer has had, or say why.

    Without stars and words it asks.

    Raises OrderNotFound, NothingToRate.
    """
    view = await turn.call("rate_order", stars, words, order_id(order))
    said = bool(words)
    unknown = view.review is None or view.review.stars is None
    return Rated(view=view, said=said, asks=unknown or not said)
