"""A line of the cart or of an old order as a button that adds it again."""

from collections.abc import Iterable

from tools.kit.call import Call, Json
from tools.kit.view import CartLine, Conflict
from tools.menu import Chosen, Menu
from tools.resolve.payload import option_words


def add_again(menu: Menu, line: CartLine, conflicts: Iterable[Conflict]) -> Call | None:
    """The call that adds the line with these conflicts accepted; None: no longer on the menu.

    Options and removals the menu no longer has are left away.
    """
    item = menu.item(line.item_id)
    if item is None:
        return None
    options = {
        (group.id, option.id): (group, option)
        for group in menu.groups_of(item)
        for option in group.options
    }
    chosen = [
        Chosen(*options[one.group_id, one.option_id], one.amount, one.count)
        for one in line.options
        if (one.group_id, one.option_id) in options
    ]
    removed = [options.get((one.group_id, one.option_id)) for one in line.without]
    args: dict[str, Json] = {
        "item": f"#{item.no}",
        "quantity": line.quantity,
        "options": option_words(chosen),
        "without": [f"#{place[1].no}" for place in removed if place],
        "note": line.note,
        "accept": [*sorted({f"{one.kind}:{one.what}" for one in conflicts})],
    }
    return Call("add_to_cart", {"lines": [{name: value for name, value in args.items() if value}]})
