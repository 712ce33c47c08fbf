"""What the conversations share."""

from tests.bot.telegram.conftest import close_at_once

__all__ = ["close_at_once"]
