"""What a process of the service does, when it is split over several."""

from enum import StrEnum


class Role(StrEnum):
    """`all` does everything in one process; else one `worker` stands behind any number of `web`."""

    ALL = "all"
    WEB = "web"
    WORKER = "worker"
