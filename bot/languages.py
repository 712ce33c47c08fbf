"""The languages people have chosen, as far as this process has met them."""

from collections import OrderedDict

Person = tuple[str, str, str]


class Languages:
    """What each person is answered in; who was met longest ago is forgotten first.

    The truth is in the database and comes with every turn. This only spares a turn that begins in
    the wrong language: the first one in a new process.
    """

    def __init__(self, *, max_people: int = 10_000) -> None:
        self._max_people = max_people
        self._chosen: OrderedDict[Person, str] = OrderedDict()

    def of(self, person: Person, tag: str | None) -> str | None:
        """What the person has chosen, else the `tag` the channel tells of him."""
        return self._chosen.get(person, tag)

    def note(self, person: Person, chosen: str | None) -> None:
        """Note what a turn has told of the person's choice."""
        self._chosen.pop(person, None)
        if chosen is None:
            return
        self._chosen[person] = chosen
        if len(self._chosen) > self._max_people:
            self._chosen.popitem(last=False)
