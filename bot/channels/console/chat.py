"""The interactive chat."""

from collections.abc import Callable

from bot.channels.console.choices import chosen
from bot.channels.console.conversation import Conversation
from bot.channels.console.screen import Screen
from bot.commands import COMMANDS
from bot.pg import DatabaseDown

PROMPT = "you> "


def chat(
    shop: str, conversation: Conversation, screen: Screen, read: Callable[[str], str] = input
) -> None:
    """Talk until the customer leaves, by /quit, Ctrl-D or Ctrl-C. `read` prompts and waits."""
    commands = " ".join(f"/{name}" for name in (*COMMANDS, "quit"))
    screen.say(f"Welcome to {shop}!", "bold")
    screen.say("Type what you would like, or a number that is on the screen.")
    screen.say(f"Commands: {commands}\n", "dim")
    try:
        while (text := read(PROMPT).strip()) != "/quit":
            if text:
                _answer(text, conversation, screen)
    except (EOFError, KeyboardInterrupt):
        screen.say("")
    screen.say("Goodbye! Your cart is kept for when you come back.", "dim")


def _answer(text: str, conversation: Conversation, screen: Screen) -> None:
    pressed = chosen(text, conversation.reply)
    try:
        screen.show(conversation.press(pressed) if pressed else conversation.hear(text))
    except DatabaseDown:
        screen.say("The shop cannot be reached at the moment. Please try again.\n", "red")
