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
    yield _groq(settings, online=online)
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


def _groq(settings: Settings, *, online: bool) -> Check:
    name = "Understanding"
    if not settings.uses_groq:
        return Check(name, None, "the built-in rules", "set GROQ_API_KEY to have a model read")
    if not online:
        return Check(name, True, f"{settings.groq_model}, then the built-in rules")
    base = (settings.groq_base_url or f"{GROQ}/openai").removesuffix("/v1")
    key = settings.groq_api_key
    headers = {"Authorization": f"Bearer {key.get_secret_value() if key else ''}"}
    problem = _problem(f"{base}/v1/models", headers)
    if problem:
        return Check(name, False, problem, "check GROQ_API_KEY and GROQ_BASE_URL")
    return Check(name, True, f"{settings.groq_model} is reachable")


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
