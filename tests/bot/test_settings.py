"""Settings: what the environment may say, and how it is told when it says something else."""

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import ConfigurationError, Settings, load_settings

TOKEN = "123456:ABC-def_0"  # noqa: S105


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_needs_to_be_set() -> None:
    settings = load_settings()
    assert settings.hotcart_tenant == "demo"
    assert settings.hotcart_home == Path(".hotcart")
    assert settings.intent_deadline == 2.5
    assert not settings.uses_groq


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROQ_API_KEY", "")
    monkeypatch.setenv("DATABASE_URL", "")
    settings = load_settings()
    assert settings.groq_api_key is None
    assert settings.database_url is None


def test_env_file_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("HOTCART_TENANT=idly_house\nPORT=9000\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("PORT", "9001")
    settings = load_settings()
    assert (settings.hotcart_tenant, settings.port) == ("idly_house", 9001)


@pytest.mark.parametrize(
    ("provider", "key", "address", "groq", "llm"),
    [
        ("auto", "k", "", True, False),
        ("auto", "", "", False, False),
        ("auto", "k", "http://host:8000", True, True),
        ("auto", "", "http://host:8000", False, True),
        ("groq", "k", "http://host:8000", True, False),
        ("llm", "k", "http://host:8000", False, True),
        ("rules", "k", "http://host:8000", False, False),
    ],
)
def test_who_understands_free_text(
    monkeypatch: pytest.MonkeyPatch, provider: str, key: str, address: str, *, groq: bool, llm: bool
) -> None:
    monkeypatch.setenv("INTENT_PROVIDER", provider)
    monkeypatch.setenv("GROQ_API_KEY", key)
    monkeypatch.setenv("LLM_BASE_URL", address)
    monkeypatch.setenv("LLM_MODEL", "qwen")
    settings = load_settings()
    assert (settings.uses_groq, settings.uses_llm) == (groq, llm)
    assert settings.uses_model is (groq or llm)


@pytest.mark.parametrize(("text", "on"), [("on", True), ("off", False), ("", False)])
def test_the_fast_path_is_switched_on(
    monkeypatch: pytest.MonkeyPatch, text: str, *, on: bool
) -> None:
    monkeypatch.setenv("INTENT_FAST_PATH", text)
    assert load_settings().intent_fast_path is on


def test_a_price_is_of_the_prompt_and_of_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROQ_PRICE", "0.075/0.30")
    settings = load_settings()
    assert settings.groq_price == (Decimal("0.075"), Decimal("0.30"))
    assert settings.llm_price is None


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("INTENT_PROVIDER", "gpt", "INTENT_PROVIDER: Input should be 'auto', 'groq', 'llm'"),
        ("INTENT_PROVIDER", "groq", "INTENT_PROVIDER is groq, so GROQ_API_KEY must be set"),
        ("INTENT_PROVIDER", "llm", "INTENT_PROVIDER is llm, so LLM_BASE_URL must be set"),
        ("LLM_BASE_URL", "http://host:8000", "LLM_BASE_URL is set, so LLM_MODEL must name a model"),
        ("LLM_BASE_URL", "host:8000", "LLM_BASE_URL: must start with http://"),
        ("GROQ_PRICE", "0.10", "GROQ_PRICE: must be US dollars a million tokens, prompt/answer"),
        ("GROQ_PRICE", "-1/2", "GROQ_PRICE: must be US dollars"),
        ("LLM_PRICE", "NaN/1", "LLM_PRICE: must be US dollars"),
        ("LLM_PRICE", "1e9/1", "LLM_PRICE: must be US dollars"),
        ("INTENT_DAILY_TOKENS", "-1", "INTENT_DAILY_TOKENS: "),
        ("INTENT_DAILY_TOKENS", "many", "INTENT_DAILY_TOKENS: "),
        ("INTENT_FAST_PATH", "sometimes", "INTENT_FAST_PATH: "),
        ("INTENT_DEADLINE", "nan", "INTENT_DEADLINE: "),
        ("INTENT_DEADLINE", "0", "INTENT_DEADLINE: "),
        ("PORT", "http", "PORT: "),
        ("PORT", "70000", "PORT: "),
        ("PUBLIC_URL", "http://shop.example", "PUBLIC_URL: must start with https://"),
        ("GROQ_BASE_URL", "localhost:8000", "GROQ_BASE_URL: must start with http://"),
        ("DATABASE_URL", "mysql://user:pw@host/db", "DATABASE_URL: must start with postgresql://"),
        ("TELEGRAM_BOT_TOKEN", "my-token", "TELEGRAM_BOT_TOKEN: must be the token @BotFather gave"),
        ("TELEGRAM_WEBHOOK_SECRET", "no spaces", "TELEGRAM_WEBHOOK_SECRET: must be 1 to 256"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL: "),
    ],
)
def test_bad_values_are_named_on_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, says: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as refused:
        load_settings()
    assert str(refused.value).startswith(says)
    assert "\n" not in str(refused.value)


def test_every_problem_is_listed_and_no_value_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "hunter2")
    monkeypatch.setenv("PORT", "hunter3")
    with pytest.raises(ConfigurationError) as refused:
        load_settings()
    assert "TELEGRAM_BOT_TOKEN" in str(refused.value)
    assert "PORT" in str(refused.value)
    assert "hunter" not in str(refused.value)


def test_an_unreadable_env_file_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"HOTCART_TENANT=\xff\xfe\n")
    with pytest.raises(ConfigurationError, match=r"\.env cannot be read"):
        load_settings()


def test_secrets_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROQ_API_KEY", "hunter2")
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql://shop:hunter2@host/db")
    shown = repr(load_settings())
    assert "hunter2" not in shown
    assert TOKEN not in shown


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(load_settings(), "port", 1)  # noqa: B010


def test_webhook_secret_is_derived_from_each_token_unless_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = load_settings()
    one, other = (settings.webhook_secret(SecretStr(token)) for token in (TOKEN, "7:other"))
    assert one != other
    assert TOKEN not in one.get_secret_value()
    assert one == settings.webhook_secret(SecretStr(TOKEN))
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "chosen")
    assert load_settings().webhook_secret(SecretStr(TOKEN)).get_secret_value() == "chosen"


def test_the_example_file_names_every_variable_with_its_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    example = Path(__file__).parents[2] / ".env.example"
    named = [line.partition("=")[0] for line in example.read_text().splitlines() if "=" in line]
    assert sorted(name for name in named if not name.startswith("#")) == sorted(
        name.upper() for name in Settings.model_fields
    )
    defaults = load_settings()
    (tmp_path / ".env").write_text(example.read_text())
    assert load_settings() == defaults


@pytest.mark.parametrize(
    "text", ['A=1\nTELEGRAM_BOT_TOKEN="111:AAA\n', 'A=1\nthis is not = an env "file\n']
)
def test_a_line_of_the_env_file_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / ".env").write_text(text)
    with pytest.raises(ConfigurationError, match=r"^\.env line 2 cannot be read; write NAME=value"):
        load_settings()


def test_an_env_folder_is_no_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    with pytest.raises(ConfigurationError, match=r"^\.env is a folder"):
        load_settings()
