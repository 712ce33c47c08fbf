"""The corpus of bad menu files: each is refused whole, with all its problems, at their places."""

from collections.abc import Callable
from pathlib import Path

import pytest
from psycopg import Connection

from db.menu.import_file import import_menu
from db.menu.problems import MenuFileError
from db.tenants import add_tenant
from tests.db.menu_corpus import CASES, TEXT, BadFile
from tests.support.records import everything


def test_there_are_enough() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_bad_file_is_refused_whole(
    dsn: str, db: Connection, tmp_path: Path, case: BadFile | Callable[[], BadFile]
) -> None:
    bad = case if isinstance(case, BadFile) else case()
    add_tenant(dsn, slug="cafe", name="Café", currency="EUR", time_zone="Europe/Paris")
    good = tmp_path / "good.json"
    good.write_text(TEXT.replace('"Dosa"', '"Plain Dosa"'), "utf-8")
    import_menu(dsn, "cafe", good)
    before = everything(db)

    file = tmp_path / bad.name
    file.write_bytes(bad.content)
    with pytest.raises(MenuFileError) as refusal:
        import_menu(dsn, "cafe", file)

    problems = refusal.value.problems
    assert sorted(map(place_of, problems)) == sorted(bad.places)
    assert bad.says in "\n".join(problems)
    assert all(line.isprintable() for line in str(refusal.value).splitlines())
    assert everything(db) == before


def place_of(problem: str) -> str:
    """Where it is."""
    return problem.partition(": ")[0]
