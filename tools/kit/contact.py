"""To whom a delivery goes."""

from tools.kit.row import Row


class Contact(Row):
    """Where a delivery goes, and to whom. `place` is "latitude,longitude", where it was shared."""

    name: str | None = None
    address: str | None = None
    phone: str | None = None
    place: str | None = None
