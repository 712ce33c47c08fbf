"""The menus of the shops that are being ordered from, in memory."""

import asyncio
from collections import OrderedDict
from uuid import UUID
from weakref import WeakValueDictionary

from tools.kit.turn import Database, Tenant
from tools.menu import Menu


class Preloader:
    """Loads a shop's menu on first use and keeps it until it is stale or others need the room.

    The bound is a number of items over all menus: 365 of them take about 2 MB.
    """

    def __init__(self, database: Database, *, max_items: int = 20_000) -> None:
        self._database = database
        self._max_items = max_items
        self._menus: OrderedDict[UUID, Menu] = OrderedDict()
        self._loading: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()

    async def get(self, tenant: Tenant) -> Menu:
        """The shop's menu. All who ask at once wait for one load. Raises as the database does."""
        lock = self._loading.setdefault(tenant.tenant_id, asyncio.Lock())
        async with lock:
            menu = self._menus.get(tenant.tenant_id)
            if menu is None:
                menu = Menu.parse(await self._database.call("load_menu", tenant.tenant_id))
                self._menus[tenant.tenant_id] = menu
                self._make_room()
            else:
                self._menus.move_to_end(tenant.tenant_id)
        return menu

    def note_version(self, tenant: Tenant, version: int) -> None:
        """Tell the version a turn has just seen; another one here is dropped and loaded anew.

        Any other, not only an older one: after a restore the version can be lower.
        """
        menu = self._menus.get(tenant.tenant_id)
        if menu is not None and menu.version != version:
            del self._menus[tenant.tenant_id]

    def _make_room(self) -> None:
        held = sum(len(menu.items) for menu in self._menus.values())
        while held > self._max_items and len(self._menus) > 1:
            _, dropped = self._menus.popitem(last=False)
            held -= len(dropped.items)
