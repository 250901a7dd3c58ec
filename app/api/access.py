"""Who may do what: API keys, their scopes, and how often they may ask. Without any key, this machine alone may."""

import time
from dataclasses import dataclass, field

from fastapi import Request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.concurrency import run_in_threadpool

from app.api.problems import ApiError
from app.storage import access
from app.storage.access import ApiKey, Scope
from app.storage.engine.database import Database

# A key that is made or revoked on the command line is noticed this late at most.
_REMEMBERED_SECONDS = 5.0
_REMEMBERED_MOST = 10_000
_POLICY = "default"


@dataclass(slots=True)
class Access:
    """Keys as they stand in the database, remembered for seconds. `rate` is as in `limits`: `600/minute`."""

    database: Database
    public_read: bool
    rate: str
    _keys: dict[str, tuple[float, ApiKey | None]] = field(default_factory=dict)
    _any: tuple[float, bool] = (float("-inf"), False)
    _limiter: FixedWindowRateLimiter = field(default_factory=lambda: FixedWindowRateLimiter(MemoryStorage()))
    _limit: RateLimitItem = field(init=False)

    def __post_init__(self) -> None:
        self._limit = parse(self.rate)

    @property
    def local_only(self) -> bool:
        """Whether there was no key when we last looked."""
        return not self._any[1]

    async def admit(self, request: Request) -> None:
        """Raises ApiError: 401 without a valid key, 403 where it lacks the scope, 429 too often."""
        if not await self._has_keys():
            return
        reads = request.method == "GET"
        scope = Scope.READ if reads else Scope.WRITE
        key = await self._key(request)
        if key is None and not (reads and self.public_read):
            raise _unauthorised("send `Authorization: Bearer` with an API key")
        if key is not None and scope not in key.scopes:
            raise ApiError("forbidden", f"key {key.id} lacks the scope {scope.value!r}")
        request.state.caller = f"key {key.id}" if key else f"address {request.client.host if request.client else ''}"
        self._count(request)

    async def _has_keys(self) -> bool:
        looked, found = self._any
        if time.monotonic() - looked > _REMEMBERED_SECONDS:
            found = await run_in_threadpool(self._look_for_any)
        return found

    def _look_for_any(self) -> bool:
        with self.database.read() as connection:
            self._any = (time.monotonic(), access.has_keys(connection))
        return self._any[1]

    def look(self) -> None:
        """Look once, before the first request."""
        self._look_for_any()

    async def _key(self, request: Request) -> ApiKey | None:
        """The key of a request, None where it brings none; a key nobody knows is refused, whatever is public."""
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if not scheme:
            return None
        if scheme.lower() != "bearer" or not secret.strip():
            raise _unauthorised("write `Authorization: Bearer` and the key")
        looked, key = self._keys.get(secret, (float("-inf"), None))
        if time.monotonic() - looked > _REMEMBERED_SECONDS:
            key = await run_in_threadpool(self._look_up, secret.strip())
        if key is None:
            raise _unauthorised("no key in force is like this one")
        return key

    def _look_up(self, secret: str) -> ApiKey | None:
        if len(self._keys) >= _REMEMBERED_MOST:
            self._keys.clear()
        with self.database.read() as connection:
            key = access.key_of(connection, secret)
        self._keys[secret] = (time.monotonic(), key)
        return key

    def _count(self, request: Request) -> None:
        """Count a request against its caller's window; the headers tell how much is left of it."""
        allowed = self._limiter.hit(self._limit, request.state.caller)
        window = self._limiter.get_window_stats(self._limit, request.state.caller)
        left = max(0, round(window.reset_time - time.time()))  # noqa: TID251  the limiter's windows lie on this clock
        amount, seconds = self._limit.amount, self._limit.get_expiry()
        headers = {
            "RateLimit-Policy": f'"{_POLICY}";q={amount};w={seconds}',
            "RateLimit": f'"{_POLICY}";r={window.remaining};t={left}',
        }
        request.state.headers = headers
        if not allowed:
            raise ApiError(
                "too-many-requests",
                f"{request.state.caller} may ask {amount} times in {seconds} seconds",
                headers={"Retry-After": str(max(1, left))},
            )


async def admitted(request: Request) -> None:
    """A dependency that lets only those through who may."""
    await request.app.state.service.access.admit(request)


def _unauthorised(detail: str) -> ApiError:
    return ApiError("unauthorised", detail, headers={"WWW-Authenticate": "Bearer"})
