"""view_cart: "view my cart"."""

from tools.kit.tool import tool
from tools.kit.turn import Turn
from tools.results.cart import CartShown


@tool(says=("view my cart", "what's in my cart", "what is my total"))
async def view_cart(turn: Turn) -> CartShown:
    """Show the cart and its total."""
    return CartShown(view=await turn.call("view_cart"), now=turn.now)
