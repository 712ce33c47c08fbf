"""A line of a cart or an order in words."""

from collections.abc import Iterable

from tools.kit.speech import Speech
from tools.kit.view import CartLine, ChosenOption


def with_quantity(say: Speech, line: CartLine, quantity: int | None = None) -> str:
    """ "2x Masala Dosa (Spicy, no Onion)"; `quantity` in place of the line's own."""
    count = line.quantity if quantity is None else quantity
    return say("{quantity}x {item}", quantity=count, item=described(say, line))


def all_with_quantity(say: Speech, lines: Iterable[CartLine]) -> str:
    """ "2x Idly, 1x Masala Dosa"."""
    return ", ".join(with_quantity(say, line) for line in lines)


def described(say: Speech, line: CartLine) -> str:
    """The dish with what was chosen of it in brackets."""
    details = [_option(say, option) for option in line.options]
    details += [say("no {thing}", thing=removed.name) for removed in line.without]
    if line.note:
        details.append(f'"{line.note}"')
    return f"{line.item_name} ({', '.join(details)})" if details else line.item_name


def _option(say: Speech, option: ChosenOption) -> str:
    name = option.name
    if option.amount == "extra":
        name = say("extra {thing}", thing=name)
    elif option.amount == "light":
        name = say("light {thing}", thing=name)
    elif option.amount:
        name = f"{option.amount} {name}"
    return name if option.count == 1 else f"{option.count}x {name}"
