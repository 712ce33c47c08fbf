"""Notices in the terminal: what has happened since the last line is said before the next prompt."""

from uuid import UUID

from bot.channels.console.screen import Screen
from bot.channels.notifier import Arrived
from tools.kit.notice import Notice, Told


class ConsoleNotifier:
    """Tells the one customer who sits here. What was said on a terminal is not edited."""

    channel = "console"

    def __init__(self, tenant_id: UUID, customer: str, screen: Screen) -> None:
        self.chat = customer
        self._tenant_id = tenant_id
        self._screen = screen

    def serves(self, tenant_id: UUID) -> bool:
        """Whether it is the shop of this chat."""
        return tenant_id == self._tenant_id

    async def deliver(self, notice: Notice, told: Told) -> Arrived:
        """Print it."""
        self._screen.say(f"{told.text}\n", "green")
        return Arrived()
