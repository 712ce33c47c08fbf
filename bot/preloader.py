"""The menus of the shops that are being ordered from, in memory."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from uuid import UUID
from weakref import WeakValueDictionary

from tools.kit.turn import Database, Tenant
from tools.menu import Menu

MEGABYTE = 1 << 20
_NO_VERSION = -1


class Preloader:
    """Loads a shop's menu on first use and keeps it until it is stale or others need the room.

    The menus together take at most `max_bytes`, by their own account; the one used last stays even
    when it takes more. `clock` is in seconds since 1970.
    """

    def __init__(
        self,
        database: Database,
        *,
        max_bytes: int = 256 * MEGABYTE,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._database = database
        self._max_bytes = max_bytes
        self._clock = clock
        self._held = 0
        self._menus: OrderedDict[UUID, Menu] = OrderedDict()
        self._loading: WeakValueDictionary[UUID, _Loading] = WeakValueDictionary()

    @property
    def held_bytes(self) -> int:
        """What the menus take."""
        return self._held

    @property
    def held_menus(self) -> int:
        """How many menus there are."""
        return len(self._menus)

    async def get(self, tenant: Tenant) -> Menu:
        """The shop's menu. All who ask at once wait for one load. Raises as the database does."""
        loading = self._loading.setdefault(tenant.tenant_id, _Loading())
        async with loading.lock:
            menu = self._menus.get(tenant.tenant_id)
            if menu is not None and self._is_stale(menu):
                self._drop(tenant.tenant_id)
                menu = None
            if menu is None:
                menu = await self._load(tenant.tenant_id, loading)
                self._menus[tenant.tenant_id] = menu
                self._held += menu.size
                self._make_room()
            else:
                self._menus.move_to_end(tenant.tenant_id)
        return menu

    async def _load(self, tenant: UUID, loading: "_Loading") -> Menu:
        """The menu as it is: read again if another version was seen while it was being read."""
        while True:
            loading.seen = None
            menu = Menu.parse(await self._database.call("load_menu", tenant))
            if loading.seen in (None, menu.version):
                return menu

    def _is_stale(self, menu: Menu) -> bool:
        return menu.stale_at is not None and menu.stale_at.timestamp() <= self._clock()

    def note_version(self, tenant: Tenant, version: int) -> None:
        """Tell the version a turn has just seen; another one here is dropped and loaded anew.

        Any other, not only an older one: after a restore the version can be lower.
        """
        self._note(tenant.tenant_id, version)

    def note_change(self, notice: str) -> None:
        """Tell what `app.menu_changed` has just notified: a shop's id and its menu's version."""
        tenant, _, version = notice.partition(" ")
        self._note(UUID(tenant), int(version))

    def forget_all(self) -> None:
        """Drop every menu: what has been changed is not known."""
        for tenant in {*self._menus, *self._loading}:
            self._note(tenant, _NO_VERSION)

    def _note(self, tenant: UUID, version: int) -> None:
        if (loading := self._loading.get(tenant)) is not None:
            loading.seen = version
        menu = self._menus.get(tenant)
        if menu is not None and menu.version != version:
            self._drop(tenant)

    def _make_room(self) -> None:
        while self._held > self._max_bytes and len(self._menus) > 1:
            self._drop(next(iter(self._menus)))

    def _drop(self, tenant: UUID) -> None:
        self._held -= self._menus.pop(tenant).size


class _Loading:
    """A shop whose menu is being asked for, and the version `seen` meanwhile."""

    __slots__ = ("__weakref__", "lock", "seen")

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.seen: int | None = None
