"""Where a customer is and how he is called up: his words in the form they are kept."""

import re

_LONGEST_ADDRESS = 500
_PHONE = re.compile(r"[+]?[0-9]{5,20}")


def address_of(words: str) -> str:
    """The address on one line, at most 500 characters; nothing where there is no letter or digit.

    >>> address_of(" 12 Lake Road,\\n  Indiranagar ")
    '12 Lake Road, Indiranagar'
    """
    printable = "".join(one if one.isprintable() or one.isspace() else " " for one in words)
    lines = (" ".join(line.split()).strip(" ,") for line in printable.splitlines())
    address = ", ".join(line for line in lines if line)[:_LONGEST_ADDRESS].strip(" ,")
    return address if any(one.isalnum() for one in address) else ""


def phone_of(words: str) -> str:
    """The digits of a number, with the plus before a country's; nothing where it is none."""
    digits = re.sub(r"[^0-9]", "", words)
    number = f"+{digits}" if words.startswith("+") else digits
    return number if _PHONE.fullmatch(number) else ""
