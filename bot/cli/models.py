"""The models that read before the rules do, as the settings have them."""

from decimal import Decimal
from uuid import UUID

from pydantic import TypeAdapter

from bot.intent.budget import Budgets
from bot.intent.provider import Price, Provider
from bot.settings import Settings
from tools.kit.turn import Database
from tools.kit.view import Spent

NO_KEY = "none"
"""A server of one's own needs no key, but the SDK does."""


async def budgets(database: Database, chosen: Settings) -> Budgets:
    """What the shops may spend on models, and have spent today; nothing is asked without models."""
    if not chosen.uses_model:
        return Budgets()
    rows = await database.call("list_budgets")
    spent = TypeAdapter(dict[UUID, Spent]).validate_python(rows)
    return Budgets(chosen.intent_daily_tokens, spent)


def providers(chosen: Settings) -> list[Provider]:
    """Who is asked, in this order: Groq, then the OpenAI-compatible server."""
    if not chosen.uses_model:
        return []
    from bot.intent.groq import GroqProvider  # the SDK takes half a second to import

    models: list[Provider] = []
    if chosen.uses_groq and chosen.groq_api_key is not None:
        models.append(
            GroqProvider(
                chosen.groq_api_key.get_secret_value(),
                model=chosen.groq_model,
                base_url=chosen.groq_base_url,
                price=_price(chosen.groq_price),
                timeout=chosen.intent_deadline,
            )
        )
    if chosen.uses_llm and chosen.llm_model is not None:
        key = chosen.llm_api_key
        models.append(
            GroqProvider(
                key.get_secret_value() if key else NO_KEY,
                model=chosen.llm_model,
                base_url=chosen.llm_base_url,
                compatible=True,
                price=_price(chosen.llm_price),
                timeout=chosen.intent_deadline,
            )
        )
    return models


def _price(pair: tuple[Decimal, Decimal] | None) -> Price | None:
    return None if pair is None else Price(*pair)
