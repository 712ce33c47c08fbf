"""Where an order goes, in words, and what can be changed about it."""

from collections.abc import Iterator

from tools.kit.call import Call
from tools.kit.result import Button, Rows
from tools.kit.speech import Speech
from tools.kit.view import Order, Way
from tools.results.problems import another_address, other_way


def destination(say: Speech, way: Way | Order) -> Iterator[str]:
    """ "Table 4.", "To: 12 Lake Road."; nothing for what is picked up."""
    if way.table_no and way.order_type == "dine_in":
        yield say("Table {number}.", number=way.table_no)
    elif way.order_type != "delivery":
        return
    elif way.address and way.is_located:
        yield say("To: {address}, at the location you shared.", address=way.address)
    elif way.address:
        yield say("To: {address}.", address=way.address)
    elif way.is_located:
        yield say("To the location you shared.")


def change_rows(say: Speech, way: Way | None) -> Rows:
    """Another way to have it where the shop offers several, another address, another table."""
    if way is None:
        return ()
    buttons = []
    if len(way.offered) > 1:
        buttons.append(other_way(say))
    if way.order_type == "delivery":
        buttons.append(another_address(say))
    elif way.table_no and way.order_type == "dine_in":
        buttons.append(Button(say("Another table"), Call("choose_table")))
    return (tuple(buttons),) if buttons else ()
