"""The questions of `analytics/sql` as functions, so that the bot asks what analysts ask.

Each file becomes `app.question_<name>`, and `app.answer_question` asks any of them by its name.
"""

import re
from dataclasses import dataclass
from importlib.resources import files

FOLDER = files("analytics") / "sql"
_FIELD = re.compile(r"--   (\w+) +(\w+) +\S")
_PLACE = re.compile(r"(?<![:\w]):([a-z_]+)")
_EXACT = "numeric"


class BadQuestion(ValueError):
    """A file whose header does not say what its select needs; the text names both."""


@dataclass(frozen=True, slots=True)
class Question:
    """A file: what it asks, the types of its parameters and columns, and its one select."""

    name: str
    about: str
    parameters: dict[str, str]
    columns: dict[str, str]
    select: str

    @property
    def function(self) -> str:
        """The name of its function in schema `app`."""
        return f"question_{self.name}"


def questions() -> list[Question]:
    """Every question there is, by name. Raises BadQuestion."""
    names = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".sql"))
    return [
        _read(name.removesuffix(".sql"), (FOLDER / name).read_text(encoding="utf-8"))
        for name in names
    ]


def question_functions() -> dict[str, str]:
    """The text of the functions made of them, by the functions' names. Raises BadQuestion."""
    known = questions()
    made = {one.function: _function(one) for one in known}
    return {**made, "answer_question": _asks_any(known)}


def _read(name: str, text: str) -> Question:
    header, _, select = text.partition("\n-- caveats\n")
    about, _, fields = header.partition("\n--\n-- parameters\n")
    parameters, _, columns = fields.partition("\n-- columns\n")
    select = "\n".join(line for line in select.splitlines() if not line.startswith("--"))
    taken, given = _fields(parameters), _fields(columns)
    if not given or set(taken) != set(_PLACE.findall(select)):
        raise BadQuestion(f"analytics/sql/{name}.sql: its header has other parameters or none")
    return Question(name, about.removeprefix("-- "), taken, given, select.strip())


def _fields(lines: str) -> dict[str, str]:
    found = (_FIELD.match(line) for line in lines.splitlines())
    return {field[1]: field[2] for field in found if field}


def _function(one: Question) -> str:
    takes = ", ".join(f"p_{name} {kind}" for name, kind in one.parameters.items())
    gives = ", ".join(f"{name} {kind}" for name, kind in one.columns.items())
    select = _PLACE.sub(r"p_\1", one.select)
    return f"""-- {one.about} It is analytics/sql/{one.name}.sql, whose header says what comes back.
create or replace function app.{one.function}({takes})
  returns table ({gives})
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
{select}
$$;
"""


def _asks_any(known: list[Question]) -> str:
    cases = "\n".join(f"    when '{one.name}' then ({_rows(one)})" for one in known)
    return f"""-- The rows of a question of analytics/sql by its name, as objects; decimals as text.
-- p_args: what it takes besides the shop. Null where there is no such question.
create or replace function app.answer_question(p_tenant uuid, p_question text, p_args jsonb)
  returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case p_question
{cases}
  end;
end
$$;
"""


def _rows(one: Question) -> str:
    told = ", ".join(
        f"'{name}', q.{name}{'::text' if kind == _EXACT else ''}"
        for name, kind in one.columns.items()
    )
    takes = ", ".join(
        "p_tenant" if name == "tenant" else f"(p_args ->> '{name}')::{kind}"
        for name, kind in one.parameters.items()
    )
    return (
        f"\n      select coalesce(jsonb_agg(jsonb_build_object({told})), '[]')"  # noqa: S608
        f"\n      from app.{one.function}({takes}) q"
    )
