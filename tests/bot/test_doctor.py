"""The doctor's look at the settings, with services on this machine in place of the real ones."""

import io
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from pydantic import SecretStr
from rich.console import Console

from bot.doctor import Check, check_settings, report
from bot.settings import Settings

TOKEN = SecretStr("7:valid")
KEY = SecretStr("key")


class Service(BaseHTTPRequestHandler):
    """Welcomes one bot token and one API key."""

    def do_GET(self) -> None:
        known = self.path == "/bot7:valid/getMe" or (
            self.path == "/v1/models" and self.headers["Authorization"] == "Bearer key"
        )
        self.send_response(200 if known else 401)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


@pytest.fixture
def service() -> Iterator[str]:
    """The address of a Service."""
    with HTTPServer(("127.0.0.1", 0), Service) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def looked_at(settings: Settings, *, online: bool = False) -> dict[str, Check]:
    return {check.name: check for check in check_settings(settings, online=online)}


def test_nothing_set_is_nothing_wrong() -> None:
    checks = looked_at(Settings(_env_file=None))
    assert checks["Understanding"].good is None
    assert "GROQ_API_KEY" in checks["Understanding"].remedy
    assert checks["Telegram"].good is None
    assert "TELEGRAM_BOT_TOKEN" in checks["Telegram"].remedy


def test_what_is_set_is_told_without_asking_anybody() -> None:
    checks = looked_at(
        Settings(
            _env_file=None,
            groq_api_key=KEY,
            groq_base_url="http://127.0.0.1:1",
            telegram_bot_token=TOKEN,
            public_url="https://shop.example",
        )
    )
    assert [check.good for check in checks.values()] == [True, True, True]
    assert checks["Telegram"].detail == "a bot for demo, by webhook"
    assert checks["Webhook"].detail == "https://shop.example -> 127.0.0.1:8080"


@pytest.mark.parametrize(
    ("key", "token", "good"),
    [("key", "7:valid", True), ("wrong", "7:stolen", False)],
)
def test_online_the_services_are_asked(service: str, key: str, token: str, *, good: bool) -> None:
    settings = Settings(
        _env_file=None,
        groq_api_key=SecretStr(key),
        groq_base_url=f"{service}/v1",
        telegram_bot_token=SecretStr(token),
        telegram_api_base=service,
    )
    checks = looked_at(settings, online=True)
    assert [check.good for check in checks.values()] == [good, good]
    assert not any(secret in str(checks) for secret in (key + "'", token))


def test_the_models_are_told_in_their_order_with_what_a_shop_may_spend() -> None:
    settings = Settings(
        _env_file=None,
        groq_api_key=KEY,
        llm_base_url="http://127.0.0.1:1",
        llm_model="qwen",
        intent_daily_tokens=1000,
    )
    check = looked_at(settings)["Understanding"]
    assert check.detail == (
        "openai/gpt-oss-20b, then qwen, then the built-in rules; 1,000 tokens a day a shop"
    )


@pytest.mark.parametrize(("key", "good"), [("key", True), ("wrong", False)])
def test_online_a_server_of_ones_own_is_asked_too(service: str, key: str, *, good: bool) -> None:
    settings = Settings(
        _env_file=None, llm_base_url=service, llm_model="qwen", llm_api_key=SecretStr(key)
    )
    check = looked_at(settings, online=True)["Understanding"]
    assert check.good is good
    if not good:
        assert check.detail == "qwen answers HTTP 401"
        assert check.remedy == "check LLM_BASE_URL and LLM_API_KEY"


def test_online_a_service_that_is_not_there_is_told_without_its_address() -> None:
    settings = Settings(
        _env_file=None, telegram_bot_token=TOKEN, telegram_api_base="http://127.0.0.1:1"
    )
    check = looked_at(settings, online=True)["Telegram"]
    assert (check.good, check.detail) == (False, "cannot be reached (ConnectError)")


def test_the_report_fits_80_columns_and_tells_what_is_wrong() -> None:
    paper = io.StringIO()
    console = Console(file=paper, width=80)
    good, missing = Check("A", True, "fine"), Check("B", None, "x" * 100, "set B")
    assert report([good, missing], console)
    assert not report([good, Check("C", False, "down", "start it")], console)
    assert max(len(line) for line in paper.getvalue().splitlines()) <= 80
