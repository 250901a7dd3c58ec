"""Rows handed to a statement as one bound value: however many they are, it is one statement."""

from typing import Any

from sqlalchemy import JSON, ColumnElement, bindparam, column, func


def given(dialect: str) -> ColumnElement[Any]:  # Any: a row is a JSON object
    """The parameter `rows`, row by row: values of text and numbers by name."""
    rows = func.json_each if dialect == "sqlite" else func.json_array_elements
    return rows(bindparam("rows", type_=JSON)).table_valued(column("value", JSON)).c.value
