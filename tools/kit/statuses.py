"""The steps in the life of an order, by name."""

from tools.kit.speech import Speech


def status_name(say: Speech, status: str) -> str:
    """ "accepted", "being prepared"."""
    known = {
        "placed": say("placed"),
        "accepted": say("accepted"),
        "preparing": say("being prepared"),
        "ready": say("ready"),
        "out_for_delivery": say("on its way"),
        "completed": say("completed"),
        "rejected": say("declined"),
        "cancelled": say("cancelled"),
    }
    return known.get(status, status.replace("_", " "))
