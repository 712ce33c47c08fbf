"""Who leaves a group, the bot too, and a group that goes on under another id."""

from dataclasses import dataclass

from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberRestricted as Restricted
from aiogram.types import ChatMemberUpdated, Message

from bot.channels import KnowStaff
from bot.channels.telegram.config import BotConfig

GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.KICKED})


@dataclass(frozen=True, slots=True)
class Membership:
    """Tells the shop of it."""

    config: BotConfig
    staff: KnowStaff

    async def is_notice(self, message: Message, command_id: str) -> bool:
        """Whether it only tells that the group goes on under another id, or that somebody left."""
        tenant, group = self.config.tenant_id, str(message.chat.id)
        if message.migrate_to_chat_id is not None:
            await self.staff.moved(tenant, group, str(message.migrate_to_chat_id))
            return True
        if message.migrate_from_chat_id is not None:
            await self.staff.moved(tenant, str(message.migrate_from_chat_id), group)
            return True
        if (gone := message.left_chat_member) is not None:
            # That the bot itself is gone it is told apart.
            if gone.id != self.config.bot_id:
                await self.staff.departed(tenant, group, str(gone.id), command_id)
            return True
        return False

    async def change(self, change: ChatMemberUpdated, command_id: str, *, itself: bool) -> None:
        """Note that somebody is no member any more; `itself`: the bot."""
        now = change.new_chat_member
        if now.status not in GONE and not (isinstance(now, Restricted) and not now.is_member):
            return
        group, tenant = str(change.chat.id), self.config.tenant_id
        if itself:
            await self.staff.removed(tenant, group, str(change.from_user.id), command_id)
        else:
            await self.staff.departed(tenant, group, str(now.user.id), command_id)
