"""Refusals the service can give; they know nothing of HTTP."""


class AppError(Exception):
    """A normal refusal. The message says what was wrong, with the value in repr, and what would be right."""


class BadCursor(AppError):
    """A page cursor that was not given by this service, or was given for other filters."""


class NotFound(AppError):
    """No such article, event or actor."""


class Gone(AppError):
    """It was there and has been retracted."""


class MovedTo(AppError):
    """An event that merged into another."""

    def __init__(self, message: str, target: str) -> None:
        super().__init__(message)
        self.target = target


class Conflicting(AppError):
    """A url or external id that is known with other content."""

    def __init__(self, message: str, article_id: str) -> None:
        super().__init__(message)
        self.article_id = article_id


class Retracted(AppError):
    """A repeat of an article that was retracted; PUT revives it."""

    def __init__(self, message: str, article_id: str) -> None:
        super().__init__(message)
        self.article_id = article_id


class NotPossible(AppError):
    """What was asked contradicts what stands: an actor merged with itself, or in a circle."""


class StaleRevision(AppError):
    """The revision named by If-Match is not the current one."""


class StorageUnavailable(AppError):
    """The database can't take this now: locked, full, read-only or away. Worth another try."""


class QueueFull(AppError):
    """Too many articles wait for extraction. Worth another try."""


class ModelMissing(AppError):
    """The language model can't be loaded; the message says how to get one."""


class KeyReused(AppError):
    """An Idempotency-Key that came with another request before."""


class KeyInFlight(AppError):
    """An Idempotency-Key whose first request has no answer yet. Worth another try."""


class TooFine(AppError):
    """A histogram asked for in more buckets than it may have."""
