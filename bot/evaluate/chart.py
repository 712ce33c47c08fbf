"""The figures as a picture: one SVG that needs nothing else, on light paper and on dark."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count, zip_longest

from bot.evaluate.figures import AVERAGE, Figures, Share

WIDTH = 1040
_LEFT, _GAP, _TOP = 24, 40, 112
_COLUMN = (WIDTH - 2 * _LEFT - _GAP) // 2
_NAMES, _VALUES = 168, 62
_BARS = _COLUMN - _NAMES - _VALUES
_BAR, _ROW, _HEAD = 9, 30, 68
_STYLE = """
svg{--paper:#fff;--ink:#1b1f24;--soft:#5b6570;--grid:#e3e7eb;--first:#1f5fbf;--second:#8db4ec;--bad:#c62f2f}
@media(prefers-color-scheme:dark){svg{--paper:#15181c;--ink:#e8ebee;--soft:#9aa5b1;--grid:#2b3138;
--first:#6ea8ff;--second:#3a5f96;--bad:#ff6b61}}
text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:var(--ink)}
.soft{fill:var(--soft)}.big{font-size:21px;font-weight:600}.head{font-size:14px;font-weight:600}
.num{font-variant-numeric:tabular-nums;font-size:11px}.end{text-anchor:end}.mid{text-anchor:middle}
.strong{font-weight:600}.first{fill:var(--first)}.second{fill:var(--second)}.bad{fill:url(#wrong)}
.grid{stroke:var(--grid)}.aim{stroke:var(--ink);stroke-width:2}
"""
_WRONG = (
    '<pattern id="wrong" width="5" height="5" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--bad)"/>'
    '<rect width="1.6" height="5" fill="var(--paper)"/></pattern>'
)
_SIDES = ("first", "second")
# What is aimed at: on menus with aliases, and on those without.
_AIMS: Mapping[str, tuple[float, ...]] = {
    AVERAGE: (0.95, 0.78),
    "cart edits": (0.85, 0.70),
    "dialogs": (0.80, 0.65),
    "intents accepted": (0.93, 0.90),
}
_MOST_HARM: Mapping[str, tuple[float, ...]] = {
    "orders": (0.03, 0.07),
    "off topic": (0.005, 0.005),
    "off topic with a dish": (0.05, 0.05),
}


@dataclass(frozen=True, slots=True)
class _Panel:
    """Bars under a heading, from 0 to `most`. `harm`: the bars are of what is wrong."""

    heading: str
    told: str
    rows: Sequence[tuple[str, tuple[Share | None, ...]]]
    most: float = 1.0
    harm: bool = False

    @property
    def height(self) -> int:
        return _HEAD + _ROW * len(self.rows) + 34


def draw(runs: Mapping[str, Figures], told: str) -> str:
    """The SVG of one run, or of two side by side; `told` says what was measured and how."""
    every = list(runs.values())
    menus = _Panel(
        "Orders: the cart is exactly right", "by menu", _rows([each.menus for each in every])
    )
    kinds = _Panel("And besides", "by kind of sentence", _rows([each.kinds for each in every]))
    harms = _Panel(
        "A cart nobody asked for",
        "the less, the better",
        _rows([each.harms for each in every]),
        most=0.1,
        harm=True,
    )
    sources = _Panel("Understood", "by source", _rows([each.sources for each in every]))
    left, right = (menus, kinds, harms), (sources,)
    columns = [[panel for panel in panels if panel.rows] for panels in (left, right)]
    height = _TOP + max(sum(panel.height for panel in panels) for panels in columns)
    body = [line for at, panels in enumerate(columns) for line in _column(at, panels)]
    title = "How well hotcart understands what people type"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" role="img" aria-labelledby="title desc">',
            f'<title id="title">{title}</title><desc id="desc">{escape(told)}</desc>',
            f"<style>{_STYLE}</style><defs>{_WRONG}</defs>",
            f'<rect width="{WIDTH}" height="{height}" style="fill:var(--paper)"/>',
            f'<text x="{_LEFT}" y="38" class="big">{title}</text>',
            f'<text x="{_LEFT}" y="60" class="soft">{escape(told)}</text>',
            *_legend(list(runs)),
            *body,
            "</svg>\n",
        ]
    )


def _rows(shares: Sequence[dict[str, Share]]) -> list[tuple[str, tuple[Share | None, ...]]]:
    names = dict.fromkeys(name for each in shares for name in each)
    return [(name, tuple(each.get(name) for each in shares)) for name in names]


def _legend(runs: Sequence[str]) -> Iterator[str]:
    x = _LEFT
    for name, look in [*zip(runs, _SIDES, strict=False), ("cart made wrong", "bad")]:
        yield f'<rect x="{x}" y="76" width="14" height="10" class="{look}"/>'
        yield f'<text x="{x + 20}" y="85">{escape(name)}</text>'
        x += 44 + 7 * len(name)
    yield f'<path d="M{x} 75v12" class="aim"/><text x="{x + 8}" y="85">target</text>'


def _column(place: int, panels: Sequence[_Panel]) -> Iterator[str]:
    x, y = _LEFT + place * (_COLUMN + _GAP), _TOP
    for panel in panels:
        yield from _panel(panel, x, y)
        y += panel.height


def _panel(panel: _Panel, x: int, y: int) -> Iterator[str]:
    begin, end = y + _HEAD, y + _HEAD + _ROW * len(panel.rows)
    yield f'<text x="{x}" y="{y + 22}" class="head">{escape(panel.heading)}</text>'
    yield f'<text x="{x}" y="{y + 39}" class="soft">{escape(panel.told)}</text>'
    aims = _MOST_HARM if panel.harm else _AIMS
    for quarter in range(5):
        at = x + _NAMES + _BARS * quarter // 4
        told = f"{panel.most * 25 * quarter:g} %"
        yield f'<path d="M{at} {begin - 6}V{end}" class="grid"/>'
        yield f'<text x="{at}" y="{begin - 10}" class="num soft mid">{told}</text>'
    for row, (name, shares) in zip(count(begin, _ROW), panel.rows, strict=False):
        strong = " strong" if name == AVERAGE else ""
        yield (
            f'<text x="{x + _NAMES - 10}" y="{row + 14}" class="end{strong}">{escape(name)}'
            f' <tspan class="num soft">{_cases(shares)}</tspan></text>'
        )
        for bar, (share, aim) in enumerate(zip_longest(shares, aims.get(name, ()))):
            if share and bar < len(_SIDES):
                yield from _bar(panel, name, share, aim, x + _NAMES, row + bar * (_BAR + 2), bar)


def _bar(
    panel: _Panel, name: str, share: Share, aim: float | None, x: int, y: int, side: int
) -> Iterator[str]:
    shown = share.wrong if panel.harm else share.right
    long = _length(panel, shown)
    wrong = _percent(share.wrong)
    told = f"{name}: {_percent(share.right)} right, {wrong} wrong, of {share.cases:,} cases"
    yield f"<g><title>{escape(told)}</title>"
    look = _SIDES[side]
    yield f'<rect x="{x}" y="{y}" width="{long:.1f}" height="{_BAR}" class="{look}"/>'
    if not panel.harm and share.wrong:
        rest = _length(panel, share.wrong)
        yield f'<rect x="{x + long:.1f}" y="{y}" width="{rest:.1f}" height="{_BAR}" class="bad"/>'
    if aim is not None:
        yield f'<path d="M{x + _length(panel, aim):.1f} {y - 1}v{_BAR + 2}" class="aim"/>'
    yield f'<text x="{x + _BARS + 8}" y="{y + 9}" class="num">{_percent(shown)}</text></g>'


def _cases(shares: Sequence[Share | None]) -> str:
    return f"{max(share.cases for share in shares if share):,}"


def _length(panel: _Panel, share: float) -> float:
    return min(1.0, share / panel.most) * _BARS


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
