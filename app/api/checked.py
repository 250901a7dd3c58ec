"""A JSON value as one of our models, or refused in words that name the field and say what would be right."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from app.api.json_value import Flaw, Refused, pointer

_Model = TypeVar("_Model", bound=BaseModel)


def checked(model: type[_Model], value: object, named: str) -> _Model:
    """The value as this model, which words call `named`, as in "an article". Raises Refused with all that is wrong."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        fields = ", ".join(model.model_fields)
        raise Refused(tuple(_flaw(found, named, fields) for found in error.errors())) from error


def _flaw(found: Any, named: str, fields: str) -> Flaw:  # one of pydantic's own error dictionaries
    return Flaw(pointer(found["loc"]), _words(found, named, fields), found["type"])


def _words(found: Any, named: str, fields: str) -> str:  # as above
    match found["type"]:
        case "missing":
            return "is needed"
        case "extra_forbidden":
            return f"is not a field of {named}; these are: {fields}"
        case "string_type":
            return "must be a text"
        case "enum":
            return f"must be {found['ctx']['expected']}"
        case "string_too_long" | "too_long":
            return f"must have at most {found['ctx']['max_length']:,} characters, not {len(found['input']):,}"
        case "model_type":
            return f"must be a JSON object with the fields of {named}: {fields}"
        case _:
            return str(found["msg"])
