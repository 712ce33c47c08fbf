"""What roles and rooms are called."""

from collections.abc import Mapping

from tools.kit.speech import Speech

ROLES = ("owner", "manager", "kitchen", "counter", "waiter", "inventory", "rider")
ROOMS = ("kitchen", "counter", "inventory", "riders", "owner")

_ALSO: Mapping[str, str] = {
    "admin": "owner",
    "boss": "owner",
    "office": "owner",
    "owners": "owner",
    "managers": "manager",
    "chef": "kitchen",
    "cook": "kitchen",
    "cooks": "kitchen",
    "cashier": "counter",
    "till": "counter",
    "front": "counter",
    "server": "waiter",
    "service": "counter",
    "waiters": "waiter",
    "stock": "inventory",
    "store": "inventory",
    "storekeeper": "inventory",
    "courier": "rider",
    "delivery": "rider",
    "deliveries": "rider",
    "driver": "rider",
    "drivers": "rider",
    "riders": "rider",
}


def role_of(words: str) -> str | None:
    """The role these words name: "cook" is kitchen. None: they name none."""
    said = _plain(words)
    return said if said in ROLES else _ALSO.get(said)


def room_of(words: str) -> str | None:
    """The kind of room these words name. None: they name none."""
    said = _plain(words)
    role = role_of(said)
    if role in ("rider", "manager"):
        return {"rider": "riders", "manager": "owner"}[role]
    return role if role in ROOMS else None


def room_name(say: Speech, kind: str) -> str:
    """A kind of room in a sentence."""
    return {
        "kitchen": say("the kitchen"),
        "counter": say("the counter"),
        "inventory": say("the store room"),
        "riders": say("the riders' room"),
        "owner": say("the owner's room"),
        "new": say("no room yet"),
        "private": say("a private chat"),
    }.get(kind, kind)


def _plain(words: str) -> str:
    said = words.strip().strip("\"'.,!").casefold().removeprefix("the ").removesuffix(" room")
    return said.removesuffix("'s")
