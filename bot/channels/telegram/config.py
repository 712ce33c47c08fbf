"""Which shop a bot belongs to, and its secrets."""

from dataclasses import dataclass, field
from uuid import UUID

from bot.settings import BOT_TOKEN, WEBHOOK_SECRET


@dataclass(frozen=True, slots=True)
class BotConfig:
    """One shop's bot. Raises ValueError for a token or secret Telegram could not have agreed to.

    `webhook_secret` is what Telegram must send with every update; there is no bot without one.
    """

    tenant_slug: str
    tenant_id: UUID
    token: str = field(repr=False)
    webhook_secret: str = field(repr=False)

    def __post_init__(self) -> None:
        if not BOT_TOKEN.fullmatch(self.token):
            raise ValueError(f"The bot token of {self.tenant_slug!r} is not one from @BotFather.")
        if not WEBHOOK_SECRET.fullmatch(self.webhook_secret):
            raise ValueError(
                f"The webhook secret of {self.tenant_slug!r} must be 1 to 256 of A-Z a-z 0-9 _ -."
            )

    @property
    def bot_id(self) -> int:
        """Telegram's number for the bot; not a secret."""
        return int(self.token.partition(":")[0])
