"""The composition root: the only place that builds things, and that joins the rooms."""

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from pydantic import TypeAdapter

import tools.customer
import tools.staff
from bot.answers import Answers
from bot.changes import MENUS, ROOMS, Changes
from bot.cli.errors import CommandError
from bot.cli.models import budgets, providers
from bot.intent.chain import Chain
from bot.intent.provider import Provider
from bot.intent.reading import Classifier
from bot.intent.rules import RuleParser
from bot.pg import Postgres
from bot.preloader import MEGABYTE, Preloader
from bot.rooms import Rooms
from bot.settings import Settings, load_settings
from bot.speech import Voices
from bot.staff_rooms import StaffRooms
from db.demo import load_demo
from db.embedded import embedded_server, ensure_running
from db.health import require_head
from db.migrate import migrate
from tools.kit.registry import discover
from tools.kit.speech import Speech
from tools.kit.turn import Tenant

# The channel that has rooms; its own file is not opened before it is served.
TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True)
class Server:
    """The PostgreSQL in use; `revive` brings the embedded one back when it has crashed."""

    dsn: str
    revive: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class House:
    """Everything that answers customers, and what has to be closed in the end."""

    postgres: Postgres
    rooms: Rooms
    voices: Voices
    changes: Changes
    staff: StaffRooms
    models: Sequence[Provider] = ()

    async def close(self) -> None:
        """Close every connection; a call under way finishes first."""
        for model in self.models:
            await model.close()
        await self.changes.close()
        await self.postgres.close()

    def speech(self, slug: str, language: str | None) -> Speech:
        """The voice of a shop for a customer's language tag. Raises CommandError."""
        return self.voices(language, self.shop(slug))

    def shop(self, slug: str) -> Tenant:
        """The shop of that short name. Raises CommandError."""
        try:
            return self.rooms.tenants[slug]
        except KeyError:
            raise CommandError(
                f"there is no shop {slug!r}; see `hotcart tenant list`, or `hotcart tenant add`"
            ) from None


def settings(*, log_level: str = "WARNING") -> Settings:
    """Read the settings and start the log, on standard error. Raises ConfigurationError."""
    chosen = load_settings()
    logging.basicConfig(
        level=chosen.log_level or log_level,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    # httpx logs whole addresses, and Telegram's hold the bot token; asyncpg logs a traceback for
    # every attempt to reach a server that is just being brought back.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("asyncpg").setLevel(logging.ERROR)
    return chosen


@contextmanager
def server(chosen: Settings) -> Iterator[Server]:
    """The database to work on: DATABASE_URL at head, else the embedded one, made ready."""
    if chosen.database_url is not None:
        require_head(chosen.database_url.get_secret_value())
    with raw_server(chosen) as opened:
        if chosen.database_url is None:
            migrate(opened.dsn)
            load_demo(opened.dsn)
        yield opened


@contextmanager
def raw_server(chosen: Settings) -> Iterator[Server]:
    """The database as it is, whatever its schema."""
    if chosen.database_url is not None:
        yield Server(chosen.database_url.get_secret_value())
        return
    home = chosen.hotcart_home
    if not home.exists():
        _note(f"Setting up the embedded PostgreSQL in {home}; only the first time takes a moment.")
    with embedded_server(home, pg_bin=chosen.pg_bin) as embedded:
        if embedded.notice:
            _note(embedded.notice)
        yield Server(embedded.dsn, partial(ensure_running, embedded))


async def open_house(
    chosen: Settings, opened: Server, *, behind: Classifier | None = None
) -> House:
    """Build what a turn walks through; `behind` reads what no model did, else the rules do.

    Raises DatabaseDown.
    """
    postgres = await Postgres.connect(opened.dsn, revive=opened.revive)
    registry = discover(customer=tools.customer, staff=tools.staff)
    voices = Voices()
    menus = Preloader(postgres, max_bytes=chosen.hotcart_menu_memory_mb * MEGABYTE)
    models = providers(chosen)
    rules = behind or RuleParser()
    rooms = Rooms(
        database=postgres,
        tenants=await _tenants(postgres),
        menus=menus,
        answers=Answers(),
        classifier=Chain(
            models,
            rules,
            registry,
            deadline=chosen.intent_deadline,
            fast_path=chosen.intent_fast_path,
        ),
        registry=registry,
        speech=voices,
        clock=partial(datetime.now, UTC),  # noqa: TID251 - this is the clock the others are given
        strict=chosen.strict,
        budgets=await budgets(postgres, chosen),
        rules=rules,
        public_url=chosen.public_url,
    )
    staff = StaffRooms(postgres, TELEGRAM)
    changes = Changes(postgres, {MENUS: menus, ROOMS: staff})
    return House(postgres, rooms, voices, changes, staff, models)


async def _tenants(postgres: Postgres) -> Mapping[str, Tenant]:
    rows = await postgres.call("list_tenants")
    return {shop.slug: shop for shop in TypeAdapter(list[Tenant]).validate_python(rows)}


def _note(text: str) -> None:
    sys.stderr.write(f"hotcart: {text}\n")
