"""To whom a delivery goes, for who brings it."""

from collections.abc import Iterator

from tools.kit.contact import Contact

MAP = "https://maps.google.com/?q={place}"


def contact_lines(contact: Contact) -> Iterator[str]:
    """Name, address, phone, and a link to the place on a map; as far as they are known."""
    yield from (one for one in (contact.name, contact.address, contact.phone) if one)
    if contact.place:
        yield MAP.format(place=contact.place)
