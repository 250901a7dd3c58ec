"""What comes in over HTTP as JSON: checked and refused here, a domain value afterwards."""

import re
from typing import Annotated, NoReturn, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from app.api.checked import checked
from app.api.json_value import Flaw, Refused, json_value, pointer
from app.api.published import published, zone_name
from app.domain.article import Article

TEXT_LIMIT = 1_000_000  # bytes of UTF-8
_WIDEST = 4  # bytes of UTF-8 that a character may take
# JSON may escape what takes two bytes of UTF-8 in six, as many writers do: three times the text, and the other fields.
BODY_LIMIT = 3_200_000
_URL_LIMIT = 2_048
# NUL is no text to PostgreSQL; U+001F separates the parts of what identifies an article; surrogates alone are no UTF-8.
_UNSTORABLE = re.compile("[\x00\x1f\ud800-\udfff]")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:-[A-Za-z0-9]{1,8}){0,4}", re.ASCII)


class TextTooLong(Exception):
    """Text past the limit; the message says by how much."""


def _storable(text: str) -> str:
    if found := _unstorable(text):
        _refuse("character", f"U+{ord(found[0]):04X} at offset {found.start()} can't be stored: remove it")
    return text


def _unstorable(text: str) -> re.Match[str] | None:
    """The first character that can't be stored. Nearly every text has none, and that is told in a tenth of the time."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _UNSTORABLE.search(text)
    return _UNSTORABLE.search(text) if "\x00" in text or "\x1f" in text else None


def _filled(text: str) -> str:
    if not text.strip():
        _refuse("empty", "must hold more than white space")
    return text


def _web_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        usable = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"]", text)
    except ValueError:
        usable = None
    if not usable:
        _refuse("url", f"{text[:80]!r} is not a web address: write one with http or https and a host")
    return text


def _zone(text: str) -> str:
    try:
        return zone_name(text)
    except ValueError as error:
        _refuse("timezone", str(error))


def _language(text: str) -> str:
    found = _LANGUAGE.fullmatch(text)
    if found is None:
        _refuse("language", f"{text[:20]!r} is not a language: write ISO 639-1, as in 'en'")
    return found[1].lower()


def _refuse(code: str, detail: str) -> NoReturn:
    raise PydanticCustomError(code, "{detail}", {"detail": detail})


Text = Annotated[str, AfterValidator(_storable), AfterValidator(_filled)]


class ArticleIn(BaseModel):
    """A news article to store or to extract from."""

    model_config = ConfigDict(extra="forbid", strict=True, title="Article")

    title: Annotated[str, Field(max_length=2_000), AfterValidator(_storable)] | None = Field(
        default=None, description="The headline.", examples=["Harbour strike enters second week"]
    )
    text: Text = Field(
        description="The article's plain text, at most 1 MB. Offsets in answers count its Unicode code points.",
        examples=["Dock workers in Norway walked out last Tuesday. Talks could begin as early as next month."],
    )
    timezone: Annotated[str, AfterValidator(_storable), AfterValidator(_zone)] | None = Field(
        default=None,
        description="IANA zone of the place of publication; relative dates count in it.",
        examples=["Europe/Oslo"],
    )
    published_at: str = Field(
        description="When it was published: RFC 3339, or a bare date where only the day is known. Without an offset"
        " `timezone` is needed.",
        examples=["2024-03-14T17:20:00+01:00"],
    )
    url: (
        Annotated[str, Field(max_length=_URL_LIMIT), AfterValidator(_storable), AfterValidator(_web_address)] | None
    ) = Field(default=None, description="Where it stands. Never fetched.")
    source: Annotated[Text, Field(max_length=200)] | None = Field(default=None, description="Who published it.")
    language: Annotated[str, AfterValidator(_storable), AfterValidator(_language)] | None = Field(
        default=None, description="ISO 639-1; found out where it is not given.", examples=["en"]
    )
    external_id: Annotated[Text, Field(max_length=500)] | None = Field(
        default=None, description="The article's id in your own system, unique within `source`."
    )

    @field_validator("published_at", mode="after")
    @classmethod
    def _published_exists(cls, value: str, info: ValidationInfo) -> str:
        if "timezone" in info.data:  # absent where the zone itself was refused
            try:
                published(_storable(value), info.data["timezone"])
            except ValueError as error:
                _refuse("published_at", str(error))
        return value

    @classmethod
    def of_json(cls, body: bytes) -> Self:
        """The article in a body. Raises BrokenJson, TextTooLong or Refused."""
        return cls.of_value(json_value(body))

    @classmethod
    def of_value(cls, value: object) -> Self:
        """The article in a JSON value. Raises TextTooLong or Refused."""
        _require_names(value)
        if isinstance(value, dict) and isinstance(text := value.get("text"), str):
            _require_size(text)
        return checked(cls, value, "an article")

    def article(self) -> Article:
        return Article(
            title=self.title if self.title and self.title.strip() else None,
            text=self.text,
            published_at=published(self.published_at, self.timezone),
            timezone=self.timezone,
            url=self.url,
            source=self.source,
            language=self.language,
            external_id=self.external_id,
        )


def _require_size(text: str) -> None:
    if len(text) <= TEXT_LIMIT // _WIDEST:
        return
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > TEXT_LIMIT:
        raise TextTooLong(f"the text has {size:,} bytes; at most {TEXT_LIMIT:,} are read: post it in parts")


def _require_names(value: object) -> None:
    """A field's name may be any text but what no text can hold: then it can't be looked up among the fields."""
    for name in sorted(value.keys() - ArticleIn.model_fields.keys()) if isinstance(value, dict) else ():
        if found := _unstorable(name):
            raise Refused((Flaw(pointer((name,)), f"the name of the field holds U+{ord(found[0]):04X}", "character"),))
