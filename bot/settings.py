"""The one settings model, and the only reader of the environment."""

import hashlib
import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from dotenv.parser import parse_stream
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

BOT_TOKEN = re.compile(r"[0-9]{1,18}:[A-Za-z0-9_-]+")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PRICE = re.compile(r"[0-9]{1,5}(\.[0-9]{1,6})?")


class ConfigurationError(Exception):
    """The environment or .env holds something unusable. One line names every problem."""


def _web_address(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise ValueError("must start with http:// or https://")
    return url.rstrip("/")


def _public_address(url: str) -> str:
    if not url.startswith("https://"):
        raise ValueError("must start with https://, as Telegram calls nothing else")
    return url.rstrip("/")


def _postgresql(url: SecretStr) -> SecretStr:
    if not url.get_secret_value().startswith(("postgresql://", "postgres://")):
        raise ValueError("must start with postgresql://")
    return url


def _bot_token(token: SecretStr) -> SecretStr:
    if not BOT_TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError("must be the token @BotFather gave, such as 123456:ABC-DEF")
    return token


def _header_safe(secret: SecretStr) -> SecretStr:
    if not WEBHOOK_SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("must be 1 to 256 of the characters A-Z a-z 0-9 _ -")
    return secret


def _price(text: object) -> object:
    """ "0.075/0.30": US dollars for a million tokens of a prompt, and of an answer."""
    if not isinstance(text, str):
        return text
    parts = text.split("/")
    if len(parts) != 2 or not all(PRICE.fullmatch(part.strip()) for part in parts):
        raise ValueError("must be US dollars a million tokens, prompt/answer, such as 0.10/0.50")
    return Decimal(parts[0].strip()), Decimal(parts[1].strip())


Prices = Annotated[tuple[Decimal, Decimal] | None, NoDecode, BeforeValidator(_price)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


class Settings(BaseSettings):
    """What the environment says. A field is the variable of the same name; empty means not set."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
    )

    groq_api_key: SecretStr | None = None
    groq_model: str = "openai/gpt-oss-20b"
    groq_base_url: WebAddress | None = None
    groq_price: Prices = None
    llm_base_url: WebAddress | None = None
    llm_model: str | None = None
    llm_api_key: SecretStr | None = None
    llm_price: Prices = None
    intent_provider: Literal["auto", "groq", "llm", "rules"] = "auto"
    intent_deadline: float = Field(default=2.5, gt=0, le=60)
    intent_fast_path: bool = False
    intent_daily_tokens: int = Field(default=500_000, ge=0, le=2**31 - 1)

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_bot_token)] | None = None
    telegram_api_base: WebAddress | None = None
    telegram_webhook_secret: Annotated[SecretStr, AfterValidator(_header_safe)] | None = None
    public_url: Annotated[str, AfterValidator(_public_address)] | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)

    database_url: Annotated[SecretStr, AfterValidator(_postgresql)] | None = None
    hotcart_home: Path = Path(".hotcart")
    pg_bin: Path | None = None
    hotcart_tenant: str = "demo"
    hotcart_strict: bool | None = None
    hotcart_debug: bool = False
    hotcart_menu_memory_mb: int = Field(default=256, ge=1)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] | None = None

    @model_validator(mode="after")
    def _models_are_whole(self) -> Self:
        if self.intent_provider == "groq" and self.groq_api_key is None:
            raise ValueError("INTENT_PROVIDER is groq, so GROQ_API_KEY must be set")
        if self.intent_provider == "llm" and self.llm_base_url is None:
            raise ValueError("INTENT_PROVIDER is llm, so LLM_BASE_URL must be set")
        if self.llm_base_url is not None and self.llm_model is None:
            raise ValueError("LLM_BASE_URL is set, so LLM_MODEL must name a model it serves")
        return self

    @property
    def strict(self) -> bool:
        """Whether every turn waits for the disk: as set, else on the embedded server only.

        There the wait was measured at 0.15 ms a turn, and a person at his own machine kills it.
        """
        return self.database_url is None if self.hotcart_strict is None else self.hotcart_strict

    @property
    def uses_groq(self) -> bool:
        """Whether free text goes to Groq, or the server standing in for it."""
        return self.intent_provider in ("auto", "groq") and self.groq_api_key is not None

    @property
    def uses_llm(self) -> bool:
        """Whether free text goes to an OpenAI-compatible server, behind Groq if both are set."""
        return self.intent_provider in ("auto", "llm") and self.llm_base_url is not None

    @property
    def uses_model(self) -> bool:
        """Whether any model reads free text before the rules do."""
        return self.uses_groq or self.uses_llm

    def webhook_secret(self, token: SecretStr) -> SecretStr:
        """The secret in the bot's webhook calls: as set, else one made from the bot's token."""
        if self.telegram_webhook_secret is not None:
            return self.telegram_webhook_secret
        text = f"hotcart webhook {token.get_secret_value()}"
        return SecretStr(hashlib.sha256(text.encode()).hexdigest())


def load_settings() -> Settings:
    """Read the environment, then .env in the working directory. Raises ConfigurationError."""
    _check_env_file(Path(".env"))
    try:
        return Settings()
    except ValidationError as error:
        raise ConfigurationError(_problems(error)) from error
    except (SettingsError, UnicodeDecodeError, OSError) as error:
        raise ConfigurationError(f".env cannot be read: {error}") from error


def _check_env_file(path: Path) -> None:
    """Refuse what the reader of .env would pass over: a line it cannot read is a setting lost."""
    if path.is_dir():
        raise ConfigurationError(".env is a folder; it must be a file of NAME=value lines")
    if not path.exists():
        return
    try:
        lines = list(parse_stream(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f".env cannot be read: {error}") from error
    bad = [str(line.original.line) for line in lines if line.error]
    if bad:
        raise ConfigurationError(
            f".env line {', '.join(bad)} cannot be read; write NAME=value, and close every quote"
        )


def _problems(error: ValidationError) -> str:
    """Every problem by its variable. No value is shown: it may be a secret."""
    problems = []
    for problem in error.errors(include_url=False, include_input=False):
        name = ".".join(str(part) for part in problem["loc"]).upper()
        message = problem["msg"].removeprefix("Value error, ")
        problems.append(f"{name}: {message}" if name else message)
    return "; ".join(problems)
