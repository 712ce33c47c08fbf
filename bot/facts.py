"""Who says what, as SQL is told; and a tool's turn."""

from zoneinfo import ZoneInfo

from bot.inbound import Inbound
from bot.intent.reading import Reading
from bot.reply import Usage
from bot.rooms import Rooms
from tools.kit.call import Json
from tools.kit.speech import Speech
from tools.kit.turn import Tenant, Turn
from tools.menu import Menu


def turn_for(
    inbound: Inbound,
    tenant: Tenant,
    menu: Menu,
    say: Speech,
    rooms: Rooms,
    reading: Reading,
    index: int,
) -> Turn:
    """The turn of the `index`-th call of a message."""
    facts = facts_of(inbound, rooms, reading, index)
    now = rooms.clock().astimezone(ZoneInfo(tenant.time_zone))
    return Turn(
        tenant, menu, say, now, facts, rooms.database, inbound.role, public_url=rooms.public_url
    )


def facts_of(inbound: Inbound, rooms: Rooms, reading: Reading, index: int) -> dict[str, Json]:
    """Who has sent the message, and how its `index`-th call was understood.

    What the LLM cost is booked on the first.
    """
    usage = reading.usage if index == 0 else Usage()
    return {
        "channel": inbound.channel,
        "chat": inbound.chat,
        "sender": inbound.sender,
        "name": inbound.sender_name,
        "language": inbound.language,
        "command": f"{inbound.command_id}:{index}",
        "tool": reading.calls[index].tool,
        "source": reading.source,
        "provider": usage.provider,
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "llm_ms": round(usage.ms),
        "llm_cost": None if usage.cost is None else f"{usage.cost:f}",
        "strict": rooms.strict,
    }
