"""A notice in the language of whoever reads it and the time of its shop."""

from zoneinfo import ZoneInfo

from bot.rooms import Rooms
from tools.kit.notice import Notice, Told
from tools.results.notices import notice_in_words


class NoticeWords:
    """Finds the words at delivery, so that they tell how the order stands then."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._tenants = {tenant.tenant_id: tenant for tenant in rooms.tenants.values()}

    def __call__(self, notice: Notice) -> Told | None:
        """None: nothing is to be told.

        Raises NoWords, and KeyError for a shop that this process does not know.
        """
        tenant = self._tenants[notice.tenant_id]
        say = self._rooms.speech(notice.language, tenant)
        now = self._rooms.clock().astimezone(ZoneInfo(tenant.time_zone))
        return notice_in_words(say, notice, now)
