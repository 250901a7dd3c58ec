"""A column that is one of a list of ids. The list is one bound value: else each length would be another statement."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import ARRAY, BindParameter, Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class Ids(TypeDecorator[Sequence[str]]):
    """A list of ids going in: a JSON array on SQLite, an array on PostgreSQL."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:  # Any: the type differs by engine
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else ARRAY(Text))

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> object:
        return orjson.dumps(value).decode() if dialect.name == "sqlite" else list(value or ())


class _Listed(FunctionElement[bool]):
    inherit_cache = True
    type = Boolean()
    name = "listed"

    def self_group(self, against: object = None) -> "_Listed":  # noqa: ARG002 - as it is called
        """A condition as it stands: grouped, it would be compared with 1, and then no index serves."""
        return self


def listed(column: ColumnElement[str]) -> ColumnElement[bool]:
    """The column is one of the parameter `ids`."""
    ids: BindParameter[Sequence[str]] = bindparam("ids", type_=Ids)
    return _Listed(column, ids)


@compiles(_Listed, "sqlite")
def _in_json(element: _Listed, compiler: SQLCompiler, **more: Any) -> str:  # Any: the compiler's own
    column, ids = (compiler.process(clause, **more) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - a column and a parameter's name


@compiles(_Listed, "postgresql")
def _in_array(element: _Listed, compiler: SQLCompiler, **more: Any) -> str:  # Any: the compiler's own
    column, ids = (compiler.process(clause, **more) for clause in element.clauses)
    return f"{column} = ANY({ids})"
