"""The embedded server: a private PostgreSQL of one folder, shared by the processes that use it."""

from db.embedded.errors import EmbeddedError
from db.embedded.server import Embedded, embedded_server, ensure_running

__all__ = ["Embedded", "EmbeddedError", "embedded_server", "ensure_running"]
