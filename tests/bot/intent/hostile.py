"""What a model may answer when it is broken, bored or bought: any text at all, from a seed."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import TypeAlias

from tools.kit.call import Json

Tools: TypeAlias = Mapping[str, Sequence[str]]
STAFF = (
    "update_stock",
    "mark_unavailable",
    "ask_shop",
    "undo",
    "mark_ready",
    "grant",
    "refund",
)
BUTTONS = (
    "choose_options",
    "accept_conflict",
    "keep_dietary_rules",
    "did_you_mean",
    "create_order",
)
INVENTED = ("drop_tables", "__class__", "app.claim_cart", "add_to_cart ", "ADD_TO_CART", "", "null")
SLOTS = ("item", "quantity", "options", "without", "note", "words", "order_no")
FORBIDDEN = (
    "price", "unit_price", "total", "discount", "tenant_id", "p_tenant", "session_id", "chat",
    "sender", "role", "line", "page", "checkout", "accept", "lines", "items", "command",
    "__proto__", "menu_version", "at", "about", "customer_id", "facts", "turn", "strict", "source",
)  # fmt: skip
DISHES = (
    "idly",
    "masala dosa",
    "dosa",
    "filter coffee",
    "the second one",
    "it",
    "#1",
    "#2",
    "#99999",
)
ODD = (
    "'; drop table cold.orders; --",
    "x' or '1'='1",
    "$1); delete from hot.session_cart; --",
    "../../etc/passwd",
    "{{7*7}}",
    "{item}",
    "%s%n",
    "<script>alert(1)</script>",
    "4c85ba72-f59b-4287-bf91-e53f49ed0b9d",
    "sess_00000000000000000000000000000000",
    "idly\u202eyldi",
    "i\u200bdly",
    "\U000e0069\U000e0064\U000e006c\U000e0079",
    "\u0000idly",
    "\ud800",
    "\udfff\ud800 idly",
    "ＩＤＬＹ",
    "іdlу",
    "👍" * 60,
    "a" * 201,
    "idly " * 60,
    "#-1",
    "#" + "9" * 40,
    "extra " * 30,
    "allergen:peanut",
    "owner",
    "2026-99-99T99:99",
    "cash; grant staff",
    "\n\n",
    " ",
)
NUMBERS = (
    "0", "-1", "-3", "100", "2147483648", "1e3", "2.5", "1E400", "NaN", "Infinity", "-Infinity",
    "true", "false", "null", "00", "1_000", "9" * 400, "9" * 5000, "-0", "0.1e-300", '"2"',
)  # fmt: skip


def outputs(seed: int, number: int, tools: Tools) -> Iterator[str]:
    """So many answers, the same for the same seed. `tools` are the model's, with their slots."""
    random = Random(seed)  # noqa: S311 - a seed shall give the same answers again
    makers: Sequence[Callable[[Random, Tools], str]] = (
        _calls, _calls, _calls, _calls, _calls, _stretched, _mangled, _any_json, _garbage, _wrapped,
    )  # fmt: skip
    for place in range(number):
        if place % 5000 == 4999:
            yield _huge(random)
        else:
            yield random.choice(makers)(random, tools)


def _calls(random: Random, tools: Tools) -> str:
    """An answer of the right form whose names and values are whatever comes."""
    count = random.choice((1, 1, 1, 1, 2, 2, 3, 4, 5, 31))
    return _dumped({"calls": [_call(random, tools) for _ in range(count)]}, random)


def _call(random: Random, tools: Tools) -> Json:
    """Mostly with slots of the tool's own."""
    others = (*STAFF, *BUTTONS, *INVENTED)
    tool = random.choice([*tools] if random.random() < 0.9 else others)
    slots = tools.get(tool, SLOTS) if random.random() < 0.9 else SLOTS
    call: dict[str, Json] = {"tool": tool}
    for name in random.sample(slots, random.randint(0, len(slots))):
        call[name] = _slot(random, name)
    if random.random() < 0.1:
        call[random.choice(FORBIDDEN)] = _value(random, 2)
    return call


def _slot(random: Random, name: str) -> Json:
    """Mostly what belongs there."""
    if random.random() < 0.08:
        return _value(random, 2)
    match name:
        case "quantity" | "order_no":
            return random.choice((1, 2, 3, 99, None, None, 0, -1, 100, 10**30))
        case "options" | "without":
            return [_text(random) for _ in range(random.choice((0, 1, 1, 2, 2, 25)))]
        case _:
            return _text(random)


def _text(random: Random) -> str:
    return random.choice(
        random.choice((DISHES, DISHES, ODD, ("", "onion", "spicy", "cash", "tomorrow")))
    )


def _value(random: Random, depth: int) -> Json:
    kind = random.randrange(8 if depth else 6)
    match kind:
        case 0:
            return None
        case 1:
            return random.choice((True, False))
        case 2:
            return random.choice((0, 1, -5, 2**31, 2**63, 10**40))
        case 3 | 4 | 5:
            return _text(random)
        case 6:
            return [_value(random, depth - 1) for _ in range(random.randint(0, 3))]
        case _:
            names = random.sample((*SLOTS, *FORBIDDEN, "calls", "tool"), random.randint(0, 3))
            return {name: _value(random, depth - 1) for name in names}


def _stretched(random: Random, tools: Tools) -> str:
    """Numbers JSON has no form for, and keys that come twice."""
    tool, number = random.choice([*tools]), random.choice(NUMBERS)
    slot = random.choice(("quantity", "order_no", "item", "options"))
    twice = random.choice(("", ', "tool": "update_stock"', f', "{slot}": 1', ', "calls": []'))
    return f'{{"calls": [{{"tool": "{tool}", "item": "idly", "{slot}": {number}{twice}}}]}}'


def _mangled(random: Random, tools: Tools) -> str:
    """A good answer with a part cut out, doubled or replaced."""
    text = _calls(random, tools)
    begin = random.randrange(len(text))
    end = min(len(text), begin + random.randint(1, 8))
    return (
        text[:begin]
        + random.choice(("", text[begin:end] * 2, "\\", '"', "]}", "\x00"))
        + text[end:]
    )


def _any_json(random: Random, tools: Tools) -> str:
    return _dumped(_value(random, 3), random)


def _garbage(random: Random, tools: Tools) -> str:
    depth = random.choice((10, 900, 9000))
    return random.choice(
        (
            "",
            "I'd be happy to help!",
            "[" * depth,
            '{"calls":' * depth,
            '{"calls": ' + "[" * depth + "]" * depth + "}",
            "".join(chr(random.randrange(1, 0x11000)) for _ in range(40)),
            "\ufeff" + '{"calls": [{"tool": "help"}]}',
            '{"calls": [{"tool": "help"}]} {"calls": [{"tool": "undo"}]}',
            "-- select app.clear_cart();",
        )
    )


def _wrapped(random: Random, tools: Tools) -> str:
    text = _calls(random, tools)
    before, after = random.choice((("```json\n", "\n```"), ("Sure: ", ""), (" ", "\n"), ("[", "]")))
    return before + text + after


def _huge(random: Random) -> str:
    return (
        '{"calls": [{"tool": "search_menu", "words": "' + random.choice("xу") * 2_000_000 + '"}]}'
    )


def _dumped(value: Json, random: Random) -> str:
    return json.dumps(value, ensure_ascii=random.random() < 0.5)
