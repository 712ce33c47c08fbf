"""What is done only when a button says so."""

from tools.kit.call import Call
from tools.kit.result import Button
from tools.kit.speech import Speech


def nothing(say: Speech) -> Button:
    """Leaves everything as it is; only who was asked may press it."""
    return Button(say("No, leave it"), Call("never_mind"), own=True)
