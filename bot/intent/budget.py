"""How many tokens a shop may spend on models in a day of its own."""

import logging
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from tools.kit.turn import Tenant
from tools.kit.view import Spent


class Budgets:
    """What each shop has spent today, as PostgreSQL counted it with the turn before.

    PostgreSQL adds up the turns of every process, and tells with each turn that asked a model; so a
    shop goes over its budget by the calls under way when it is used up, and by those of a process
    that has not taken a turn of this shop since. `daily_tokens` holds for shops without a number of
    their own; None is no bound, 0 no model.
    """

    def __init__(
        self, daily_tokens: int | None = None, spent: Mapping[UUID, Spent] | None = None
    ) -> None:
        self._daily_tokens = daily_tokens
        self._spent = dict(spent or {})
        self._told: dict[UUID, date] = {}
        self._log = logging.getLogger(__name__)

    def admits(self, tenant: Tenant, today: date) -> bool:
        """Whether a model may be asked for the shop; `today` is its own date."""
        spent = self._spent.get(tenant.tenant_id)
        own = spent.daily_tokens if spent else None
        bound = self._daily_tokens if own is None else own
        used = spent.tokens if spent and spent.day >= today else 0
        if bound is None or used < bound:
            return True
        self._tell(tenant, today, bound)
        return False

    def note(self, tenant: Tenant, spent: Spent) -> None:
        """Tell what a turn has just counted; an earlier count comes too late."""
        known = self._spent.get(tenant.tenant_id)
        if known is None or (known.day, known.tokens) <= (spent.day, spent.tokens):
            self._spent[tenant.tenant_id] = spent

    def _tell(self, tenant: Tenant, today: date, bound: int) -> None:
        """Once a day, of a budget that is used up; of a shop that has none nothing is told."""
        if bound and self._told.get(tenant.tenant_id) != today:
            self._told[tenant.tenant_id] = today
            self._log.warning(
                "%s has used up its %d tokens of %s: the rules read until its next day",
                tenant.slug,
                bound,
                today,
            )
