"""A line of a cart or an order in words."""

from collections.abc import Iterable

from tools.kit.speech import Speech
from tools.kit.view import CartLine
from tools.results.alerts import warnings


def with_quantity(say: Speech, line: CartLine, quantity: int | None = None) -> str:
    """ "2x Masala Dosa (Spicy, no Onion)"; `quantity` in place of the line's own."""
    count = line.quantity if quantity is None else quantity
    return say("{quantity}x {item}", quantity=count, item=described(say, line))


def all_with_quantity(say: Speech, lines: Iterable[CartLine]) -> str:
    """ "2x Idly, 1x Masala Dosa"."""
    return ", ".join(with_quantity(say, line) for line in lines)


def described(say: Speech, line: CartLine) -> str:
    """The dish with what was chosen of it in brackets."""
    told = details(say, line)
    return f"{line.item_name} ({', '.join(told)})" if told else line.item_name


def details(say: Speech, line: CartLine) -> list[str]:
    """What was chosen and left out, and the note: "extra Ghee", "no Onion", '"crisp please"'."""
    told = [measured(say, one.name, one.amount, one.count) for one in line.options]
    told += [say("no {thing}", thing=removed.name) for removed in line.without]
    return [*told, f'"{line.note}"'] if line.note else told


def measured(say: Speech, name: str, amount: str | None, count: int) -> str:
    """An option and how much of it: "extra Ghee", "2x Espresso Shot"; a name may say it itself."""
    if amount and name.casefold().split()[:1] == [amount]:
        pass
    elif amount == "extra":
        name = say("extra {thing}", thing=name)
    elif amount == "light":
        name = say("light {thing}", thing=name)
    elif amount:
        name = f"{amount} {name}"
    return name if count == 1 else f"{count}x {name}"


def priced(say: Speech, line: CartLine) -> str:
    """ "2x Idly (₹80)", and what is to be warned of."""
    total = f"{with_quantity(say, line)} ({say.money(line.line_total)})"
    return " ".join([total, *warnings(say, line)])
