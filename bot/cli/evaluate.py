"""`hotcart eval`: cases through the real pipeline, and how well they were understood."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import Progress

from bot.cli.build import Server, open_house, settings
from bot.cli.errors import CommandError
from bot.cli.trial import open_trial_shops, trial_server, without_aliases
from bot.evaluate.cases import Case, read_cases, spread
from bot.evaluate.chart import draw
from bot.evaluate.figures import figures_of
from bot.evaluate.judge import Judged, judge
from bot.evaluate.predictions import Prediction, write_predictions
from bot.evaluate.run import run_cases
from bot.evaluate.summary import print_summary
from bot.intent.reading import Reading
from bot.reply import Source
from bot.settings import Settings
from db.menu.file import read_menu
from db.menu.format import MenuFile
from tools.kit.call import Call
from tools.kit.turn import Role
from tools.menu import Menu

Who = Literal["rules", "groq", "chain"]
# More tokens than any trial takes: no customer of it is to be sent to the rules.
NO_BOUND = 2**31 - 1
READERS: Mapping[Who, str] = {
    "rules": "the rules alone",
    "groq": "a model alone",
    "chain": "a model, with the rules behind it",
}
WITH_ALIASES, WITHOUT = "menus with aliases", "the same without aliases"
# As many chats side by side as there are connections; few where a model has to keep up.
AT_ONCE: Mapping[Who, int] = {"rules": 10, "groq": 4, "chain": 4}


class Silence:
    """Stands where the rules are behind a model that is to be measured alone."""

    async def read(
        self, text: str, menu: Menu, role: Role, may: frozenset[str] | None = None
    ) -> Reading:
        """Nothing is understood."""
        return Reading((Call("not_understood"),), "rules")


@dataclass(frozen=True, slots=True)
class Written:
    """Where it goes: what came of each case, that on menus without aliases, and the chart."""

    out: Path
    bare: Path | None = None
    chart: Path | None = None


def evaluate(
    paths: Sequence[Path], menus: Path, written: Written, who: Who, limit: int | None
) -> None:
    """Run the cases, write what came of them, and draw the figures.

    Raises CommandError, CasesError and MenuFileError; then nothing is written.
    """
    chosen = _settings(who)
    for file in (written.out, written.bare, written.chart):
        if file and not file.parent.is_dir():
            raise CommandError(f"there is no folder {file.parent} to write {file.name} to")
    named = [file.resolve() for file in (*paths, written.out, written.bare, written.chart) if file]
    if len({*named}) < len(named):
        raise CommandError("each file needs a name of its own: cases, --out, --bare and --chart")
    cases = spread(read_cases(paths), limit)
    on_sale = _menus(menus, cases)
    runs = {WITH_ALIASES: _measured(chosen, who, cases, on_sale, written.out)}
    if written.bare:
        print(f"\nThe same without a single alias on the menus\n{'=' * 44}")
        bare = {name: without_aliases(menu) for name, menu in on_sale.items()}
        runs[WITHOUT] = _measured(chosen, who, cases, bare, written.bare)
    if written.chart:
        told = f"{len(cases):,} cases through the real bot, read by {READERS[who]}"
        figures = {name: figures_of(judged) for name, judged in runs.items()}
        written.chart.write_text(draw(figures, told), "utf-8")
        print(f"The chart is {written.chart}.")
    _refuse_broken([each for judged in runs.values() for each in judged])


def _measured(
    chosen: Settings, who: Who, cases: Sequence[Case], menus: Mapping[str, MenuFile], out: Path
) -> list[Judged]:
    began = time.perf_counter()
    with trial_server(chosen.pg_bin) as opened:
        slugs = open_trial_shops(opened.dsn, menus)
        predictions = asyncio.run(_run(chosen, opened, who, cases, slugs))
    write_predictions(predictions, out)
    judged = [
        judge(case, prediction, _defaults(menus[case.runs_on]))
        for case, prediction in zip(cases, predictions, strict=True)
    ]
    print_summary(judged, Console(highlight=False, markup=False))
    seconds = time.perf_counter() - began
    print(f"\n{len(cases):,} cases, {_turns(predictions)}, in {seconds:.0f} s. They are in {out}.")
    return judged


def _settings(who: Who) -> Settings:
    """The operator's own, but for who reads. Raises CommandError where there is nobody to ask."""
    provider = {"rules": "rules", "groq": "groq", "chain": "auto"}[who]
    chosen = settings(log_level="ERROR").model_copy(
        update={
            "intent_provider": provider,
            "intent_daily_tokens": NO_BOUND,
            "hotcart_strict": False,
        }
    )
    missing = {
        "groq": not chosen.uses_groq and "GROQ_API_KEY",
        "chain": not chosen.uses_model and "GROQ_API_KEY or LLM_BASE_URL",
    }
    if needed := missing.get(who):
        raise CommandError(f"--provider {who} asks a model: set {needed}, or take rules")
    return chosen


def _menus(folder: Path, cases: Sequence[Case]) -> dict[str, MenuFile]:
    """The menus the cases run on, checked. Raises CommandError, MenuFileError."""
    if not folder.is_dir():
        raise CommandError(f"there is no folder {folder} with the menus")
    files = {path.stem: path for path in folder.glob("*.json")}
    needed = Counter(case.runs_on for case in cases)
    for name in sorted({*needed} - {*files}):
        cases_are = "1 case is" if needed[name] == 1 else f"{needed[name]} cases are"
        raise CommandError(f"{folder} has no {name}.json, which {cases_are} for")
    return {name: read_menu(files[name]) for name in sorted(needed)}


def _defaults(menu: MenuFile) -> dict[str, str | None]:
    return {group.id: group.default for group in menu.option_groups}


async def _run(
    chosen: Settings, opened: Server, who: Who, cases: Sequence[Case], slugs: Mapping[str, str]
) -> list[Prediction]:
    house = await open_house(chosen, opened, behind=Silence() if who == "groq" else None)
    try:
        with _progress(len(cases)) as done:
            return await run_cases(cases, slugs, house.rooms, at_once=AT_ONCE[who], done=done)
    finally:
        await house.close()


@contextmanager
def _progress(cases: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error, where somebody sees it."""
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        bar = progress.add_task("hotcart eval", total=cases)
        yield lambda: progress.advance(bar)


def _turns(predictions: Sequence[Prediction]) -> str:
    """How many turns there were, and who read them."""
    sources = Counter(turn.source for each in predictions for turn in each.turns)
    named: Mapping[Source | None, str] = {
        "llm": "a model",
        "rules": "the rules",
        "button": "the question before them",
        None: "nobody",
    }
    read = [f"{sources[source]:,} by {named[source]}" for source in named if sources[source]]
    return f"{sources.total():,} turns ({', '.join(read)})"


def _refuse_broken(judged: Sequence[Judged]) -> None:
    broken = [each for each in judged if each.broken]
    if broken:
        raise CommandError(f"{len(broken)} cases broke the program; they are told above")
