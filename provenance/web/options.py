"""What the desk is started with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from provenance.settings import Settings


def read_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskOptions:
    """`settings` name the store; `host` and `port` are what the server binds to; `clock` gives the time, in UTC."""

    settings: Settings
    host: str = "127.0.0.1"
    port: int = 8000
    clock: Callable[[], datetime] = read_clock
