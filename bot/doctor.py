"""What is configured, what is reachable and what is missing, with the remedy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import httpx
from pydantic import SecretStr
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.intent.transport import OPENAI_PATH, SDK_PATH, api_of
from bot.settings import Settings

TELEGRAM = "https://api.telegram.org"
GROQ = "https://api.groq.com"
TIMEOUT = 10.0


class Finding(Protocol):
    """One thing that was looked at. `good` is None for what may be missing."""

    @property
    def name(self) -> str: ...
    @property
    def good(self) -> bool | None: ...
    @property
    def detail(self) -> str: ...
    @property
    def remedy(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Check:
    """A Finding about the settings and what they reach."""

    name: str
    good: bool | None
    detail: str
    remedy: str = ""


def check_settings(settings: Settings, *, online: bool) -> Iterator[Check]:
    """Look at what is set; with `online`, ask the services whether they know us."""
    yield _understanding(settings, online=online)
    yield _telegram(settings, online=online)
    if settings.public_url:
        address = f"{settings.public_url} -> {settings.host}:{settings.port}"
        yield Check("Webhook", True, address)


def report(findings: Iterable[Finding], console: Console) -> bool:
    """Draw the findings and tell whether nothing is wrong."""
    table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False)
    for heading in ("", "What", "State", "Remedy"):
        table.add_column(heading, overflow="fold")
    fine = True
    for finding in findings:
        fine = fine and finding.good is not False
        mark, style = {True: ("ok", "green"), False: ("wrong", "red"), None: ("-", "dim")}[
            finding.good
        ]
        words = (finding.name, finding.detail, finding.remedy)
        table.add_row(Text(mark, style=style), *(Text(word) for word in words))
    console.print(table)
    return fine


@dataclass(frozen=True, slots=True)
class _Model:
    """A model that is asked, where its API is, and the settings to look at when it is not."""

    name: str
    api: httpx.URL
    key: SecretStr | None
    remedy: str

    def problem(self) -> str | None:
        """Why it cannot be asked, or None."""
        headers = {"Authorization": f"Bearer {self.key.get_secret_value()}"} if self.key else {}
        problem = _problem(f"{self.api}/models", headers)
        return f"{self.name} {problem}" if problem else None


def _understanding(settings: Settings, *, online: bool) -> Check:
    """Who reads free text, in this order, and how much of it a day."""
    name, models = "Understanding", [*_models(settings)]
    if not models:
        remedy = "set GROQ_API_KEY or LLM_BASE_URL to have a model read"
        return Check(name, None, "the built-in rules", remedy)
    problems = {model: model.problem() for model in models} if online else {}
    wrong = [(problem, model.remedy) for model, problem in problems.items() if problem]
    if wrong:
        return Check(name, False, *map("; ".join, zip(*wrong, strict=True)))
    order = ", then ".join([*(model.name for model in models), "the built-in rules"])
    reached = "all reachable; " if online else ""
    bound = f"{settings.intent_daily_tokens:,} tokens a day a shop"
    return Check(name, True, f"{order}; {reached}{bound}")


def _models(settings: Settings) -> Iterator[_Model]:
    if settings.uses_groq:
        yield _Model(
            settings.groq_model,
            api_of(settings.groq_base_url or GROQ, SDK_PATH),
            settings.groq_api_key,
            "check GROQ_API_KEY and GROQ_BASE_URL",
        )
    if settings.uses_llm and settings.llm_base_url is not None:
        yield _Model(
            settings.llm_model or "",
            api_of(settings.llm_base_url, OPENAI_PATH),
            settings.llm_api_key,
            "check LLM_BASE_URL and LLM_API_KEY",
        )


def _telegram(settings: Settings, *, online: bool) -> Check:
    name, token = "Telegram", settings.telegram_bot_token
    if token is None:
        return Check(name, None, "no bot", "set TELEGRAM_BOT_TOKEN, from @BotFather")
    way = "webhook" if settings.public_url else "polling"
    problem = _problem(_get_me(settings, token), {}) if online else None
    if problem:
        return Check(name, False, problem, "check TELEGRAM_BOT_TOKEN and TELEGRAM_API_BASE")
    return Check(name, True, f"a bot for {settings.hotcart_tenant}, by {way}")


def _get_me(settings: Settings, token: SecretStr) -> str:
    return f"{settings.telegram_api_base or TELEGRAM}/bot{token.get_secret_value()}/getMe"


def _problem(url: str, headers: dict[str, str]) -> str | None:
    """Why a service does not welcome us, or None. The address is not told: it may hold a token."""
    try:
        status = httpx.get(url, headers=headers, timeout=TIMEOUT).status_code
    except httpx.HTTPError as error:
        return f"cannot be reached ({type(error).__name__})"
    return None if status == httpx.codes.OK else f"answers HTTP {status}"
