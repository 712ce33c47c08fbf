"""Makes rows of a shop's table equal to what is wanted, touching none that is equal already."""

from collections.abc import Iterable, Mapping, Sequence
from typing import LiteralString, TypeAlias
from uuid import UUID

from psycopg import Connection, sql
from psycopg.types.json import Jsonb

Row: TypeAlias = Mapping[str, object]
Types: TypeAlias = Mapping[str, LiteralString]
"""The columns of a table, but for the tenant, with their types."""

UPSERT = """
insert into {table} as t (tenant_id, {columns})
select {tenant}, {columns} from jsonb_to_recordset({rows}) as r({typed})
on conflict (tenant_id, {key}) do """
CHANGE = "update set {changes} where ({ours}) is distinct from ({theirs})"
# A dish that comes back is available, whatever it was when it went.
BACK = """, is_available = t.is_available or t.is_removed,
  unavailable_until = case when not t.is_removed then t.unavailable_until end"""
DELETE = """
delete from {table} t where tenant_id = {tenant} and not exists (
  select from jsonb_to_recordset({rows}) as r({typed}) where ({ours}) = ({theirs}))
"""
REMOVE = """
update {table} t set is_removed = true
where tenant_id = {tenant} and not is_removed and not exists (
  select from jsonb_to_recordset({rows}) as r({typed}) where ({ours}) = ({theirs}))
"""


class Table:
    """A table of a shop; `key` names it within the shop, `fixed` never changes once written."""

    def __init__(
        self, name: str, key: Sequence[str], types: Types, *, fixed: Sequence[str] = ()
    ) -> None:
        self.name = name
        self.key = key
        self.types = types
        self.free = [name for name in types if name not in key and name not in fixed]

    def upsert(self, connection: Connection, tenant: UUID, rows: Sequence[Row]) -> None:
        """Insert the rows, or change those that are there and differ."""
        changes = sql.SQL(", ").join(
            sql.SQL("{0} = excluded.{0}").format(sql.Identifier(name)) for name in self.free
        )
        if "is_removed" in self.types:
            changes += sql.SQL(BACK)
        conflict = sql.SQL(CHANGE if self.free else "nothing").format(
            changes=changes, ours=_names(self.free, "t"), theirs=_names(self.free, "excluded")
        )
        insert = self._statement(UPSERT, tenant, rows, self.types)
        connection.execute(insert + conflict)

    def delete_others(self, connection: Connection, tenant: UUID, rows: Sequence[Row]) -> None:
        """Delete the shop's rows that are not among these."""
        connection.execute(self._statement(DELETE, tenant, rows, self._keys()))

    def remove_others(self, connection: Connection, tenant: UUID, rows: Sequence[Row]) -> None:
        """Mark the shop's rows that are not among these as removed: orders refer to them."""
        connection.execute(self._statement(REMOVE, tenant, rows, self._keys()))

    def numbers(
        self, connection: Connection, tenant: UUID, column: str
    ) -> dict[tuple[str, ...], int]:
        """The number of every row there ever was, by its key."""
        query = sql.SQL("select {}, {} from {} where tenant_id = {}").format(
            sql.Identifier(column), _names(self.key), self._identifier(), tenant
        )
        return {tuple(map(str, key)): int(no) for no, *key in connection.execute(query).fetchall()}

    def _statement(
        self, text: LiteralString, tenant: UUID, rows: Sequence[Row], types: Types
    ) -> sql.Composed:
        typed = [
            sql.SQL("{} ").format(sql.Identifier(name)) + sql.SQL(kind)
            for name, kind in types.items()
        ]
        return sql.SQL(text).format(
            table=self._identifier(),
            columns=_names(self.types),
            key=_names(self.key),
            typed=sql.SQL(", ").join(typed),
            ours=_names(self.key, "t"),
            theirs=_names(self.key, "r"),
            tenant=tenant,
            rows=sql.Literal(Jsonb([{name: row[name] for name in types} for row in rows])),
        )

    def _keys(self) -> Types:
        return {name: self.types[name] for name in self.key}

    def _identifier(self) -> sql.Identifier:
        return sql.Identifier("cold", self.name)


def _names(names: Iterable[str], table: str | None = None) -> sql.Composable:
    return sql.SQL(", ").join(
        sql.Identifier(name) if table is None else sql.Identifier(table, name) for name in names
    )
