"""The base of whatever is read from PostgreSQL."""

from pydantic import BaseModel, ConfigDict


class Row(BaseModel):
    """A row read from PostgreSQL. Unknown columns are ignored so that a function may grow first."""

    model_config = ConfigDict(frozen=True, extra="ignore")
