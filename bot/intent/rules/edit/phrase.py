"""What a stretch of an edit speaks of: which dish, how many, in what way."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Phrase:
    """A thing in the customer's words. Nothing in it is resolved: that is for the tools.

    `every`: all there is of it; `share`: a number of pieces of it ("one of them"); `more`: on top
    of what there is; `fewer`: so many less; `counted`: the number is called a quantity; `dish` is
    the name with what is said before it, `bare` the name alone; `behind` are options said after it.
    """

    every: bool = False
    number: int | str | None = None
    share: int | str | None = None
    more: bool = False
    fewer: bool = False
    counted: bool = False
    points: bool = False
    order: bool = False
    usual: bool = False
    heading: bool = False
    rest: bool = False
    article: bool = False
    mine: bool = False
    place: str = ""
    dish: str = ""
    bare: str = ""
    options: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    but: list[str] = field(default_factory=list)
    begin: int = 0
    end: int = 0

    @property
    def how(self) -> bool:
        """Whether it says how something shall be made."""
        return bool(self.options or self.without)

    @property
    def empty(self) -> bool:
        """Whether it speaks of nothing by itself."""
        named = self.dish or self.place or self.points or self.every or self.order
        named = named or self.rest or self.usual
        return not (named or self.how or self.number is not None or self.share)

    @property
    def ref(self) -> str | None:
        """The words a tool finds the line by; None: what was last mentioned."""
        if self.every:
            words = f"all {self.bare}".strip()
            return f"{words} except {' and '.join(self.but)}" if self.but else words
        return self.place or self.dish or None

    @property
    def named(self) -> str | None:
        """As `ref`, where all options tell which line it is: "the latte iced"."""
        return self.ref if self.every or self.place else " ".join([self.dish, *self.behind]) or None
