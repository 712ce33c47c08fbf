"""What a turn walks through."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.answers import Answers
from bot.intent.budget import Budgets
from bot.intent.reading import Classifier
from bot.intent.rules import RuleParser
from bot.languages import Languages
from bot.preloader import Preloader
from tools.kit.registry import Registry
from tools.kit.speech import Speech
from tools.kit.turn import Database, Tenant


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of one process. Built once, in bot/cli/build.py.

    `rules` read what `classifier` may not: that of a shop whose budget for models is used up.
    """

    database: Database
    tenants: Mapping[str, Tenant]
    menus: Preloader
    answers: Answers
    classifier: Classifier
    registry: Registry
    speech: Callable[[str | None, Tenant], Speech]
    clock: Callable[[], datetime]
    strict: bool = False
    languages: Languages = field(default_factory=Languages)
    budgets: Budgets = field(default_factory=Budgets)
    rules: Classifier = field(default_factory=RuleParser)
    public_url: str | None = None
