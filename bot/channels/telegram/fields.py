"""How one argument of a call is written in the few bytes a button has."""

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote
from uuid import UUID

from bot.channels.telegram.picks import MARK, pack, unpack
from tools.kit.call import Json

HANDLE = re.compile(r"#(0|[1-9][0-9]{0,8})")
MONEY = re.compile(r"[0-9]{1,12}\.[0-9]{2}")
CATEGORY = "#c:"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
TAGS = {"allergen:": "-", "diet:": "+"}
RESERVED = "%.;~,"
ESCAPES = str.maketrans({mark: f"%{ord(mark):02X}" for mark in RESERVED})


class NotForButtons(ValueError):
    """The call has an argument no button can carry."""


@dataclass(frozen=True, slots=True)
class Field:
    """The two ways of one kind of argument. `write` raises NotForButtons, `read` ValueError."""

    write: Callable[[Json], str]
    read: Callable[[str], Json]


def write_number(value: Json) -> str:
    """A whole number from 0, in base 36."""
    if type(value) is not int or value < 0:
        raise NotForButtons(f"{value!r} is not a whole number from 0")
    digits = ""
    while value >= 36:
        value, digit = divmod(value, 36)
        digits = DIGITS[digit] + digits
    return DIGITS[value] + digits


def read_number(text: str) -> int:
    """What write_number wrote."""
    return int(text, 36)


def write_words(value: Json) -> str:
    """Words: a handle `#12` as its number, a category handle as `:id`, anything else quoted."""
    if not isinstance(value, str):
        raise NotForButtons(f"{value!r} is not words")
    if HANDLE.fullmatch(value):
        return write_number(int(value[1:]))
    if value.startswith(CATEGORY):
        return ":" + value.removeprefix(CATEGORY).translate(ESCAPES)
    return "'" + value.translate(ESCAPES)


def read_words(text: str) -> str:
    """What write_words wrote."""
    if text.startswith("'"):
        return unquote(text[1:])
    if text.startswith(":"):
        return CATEGORY + unquote(text[1:])
    return f"#{read_number(text)}"


def write_tag(value: Json) -> str:
    """A conflict with the customer's rules: `allergen:peanut` is `-peanut`, `diet:jain` `+jain`."""
    for kind, sign in TAGS.items():
        if isinstance(value, str) and value.startswith(kind):
            return sign + value.removeprefix(kind).translate(ESCAPES)
    return write_words(value)


def read_tag(text: str) -> str:
    """What write_tag wrote."""
    for kind, sign in TAGS.items():
        if text.startswith(sign):
            return kind + unquote(text[1:])
    return read_words(text)


def write_money(value: Json) -> str:
    """Money with two decimals as its hundredths, in base 36."""
    if not isinstance(value, str) or not MONEY.fullmatch(value):
        raise NotForButtons(f"{value!r} is not money")
    return write_number(int(value.replace(".", "")))


def read_money(text: str) -> str:
    """What write_money wrote; older buttons have it in words."""
    if text.startswith("'"):
        return read_words(text)
    units, hundredths = divmod(read_number(text), 100)
    return f"{units}.{hundredths:02d}"


def write_uuid(value: Json) -> str:
    """A UUID's 32 hex digits as 22 letters."""
    if not isinstance(value, str) or not re.fullmatch("[0-9a-f]{32}", value):
        raise NotForButtons(f"{value!r} is not the hex of a UUID")
    return base64.urlsafe_b64encode(bytes.fromhex(value)).decode().rstrip("=")


def read_uuid(text: str) -> str:
    """What write_uuid wrote."""
    return UUID(bytes=base64.urlsafe_b64decode(text + "==")).hex


def write_flag(value: Json) -> str:
    """Yes as a letter, no as none."""
    return "1" if value is True else ""


def read_flag(text: str) -> bool:
    """What write_flag wrote."""
    if text != "1":
        raise ValueError("a flag is 1")
    return True


def many(each: Field, separator: str) -> Field:
    """A list. An empty one is written as nothing, and so is not there when read."""

    def write(value: Json) -> str:
        if not isinstance(value, list):
            raise NotForButtons(f"{value!r} is not a list")
        return separator.join(each.write(one) for one in value)

    def read(text: str) -> Json:
        return [each.read(one) for one in text.split(separator)]

    return Field(write, read)


def record(separator: str, fields: Mapping[str, Field]) -> Field:
    """Arguments by position. What is None or at its end missing takes no bytes."""

    def write(value: Json) -> str:
        if not isinstance(value, dict) or value.keys() - fields.keys():
            raise NotForButtons(f"{value!r} has more than {', '.join(fields)}")
        parts = [
            "" if (one := value.get(name)) is None else field.write(one)
            for name, field in fields.items()
        ]
        return separator.join(parts).rstrip(separator) or separator

    def read(text: str) -> Json:
        parts = text.split(separator)
        return {
            name: field.read(part)
            for (name, field), part in zip(fields.items(), parts, strict=False)
            if part
        }

    return Field(write, read)


def write_word_list(value: Json) -> str:
    """Words in a row; where all are choices of a dish, packed if that is shorter."""
    plain = many(words, ",").write(value)
    packed = pack(value) if isinstance(value, list) else None
    return packed if packed is not None and len(packed) < len(plain) else plain


def read_word_list(text: str) -> Json:
    """What write_word_list wrote."""
    return [*unpack(text)] if text.startswith(MARK) else many(words, ",").read(text)


number = Field(write_number, read_number)
words = Field(write_words, read_words)
money = Field(write_money, read_money)
uuid = Field(write_uuid, read_uuid)
flag = Field(write_flag, read_flag)
tag_list = many(Field(write_tag, read_tag), ",")
word_list = Field(write_word_list, read_word_list)
