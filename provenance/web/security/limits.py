"""How much and how often: bodies, patience, requests."""

from dataclasses import dataclass

KIB, MIB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` requests at once, and then so many a second."""

    burst: int
    per_second: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one asker may use.

    `body` is how many bytes a request may bring, `bodies` how many where the path begins so: the first that fits. A
    body may take `body_seconds`, and one second more for every `body_speed` bytes. An answer of which nothing is taken
    for `answer_seconds` is given up.

    `visitors` and `failures` hold for an address (failures: keys and sessions that do not hold), `accounts` and `keys`
    for each of them. Sign-ins are counted by name and address, by address, and by name: the last is wide, or anybody
    could lock anybody out.
    """

    body: int = MIB
    bodies: tuple[tuple[str, int], ...] = (("/add", 64 * MIB), ("/api/articles", 32 * MIB))
    body_seconds: float = 30
    body_speed: int = 32 * KIB
    answer_seconds: float = 60
    visitors: Rate = Rate(60, 2)
    failures: Rate = Rate(30, 0.5)
    accounts: Rate = Rate(200, 20)
    keys: Rate = Rate(100, 10)
    sign_in: Rate = Rate(5, 1 / 60)
    sign_in_by_address: Rate = Rate(20, 1 / 10)
    sign_in_by_name: Rate = Rate(50, 1 / 10)

    def body_of(self, path: str) -> int:
        return next((limit for start, limit in self.bodies if is_under(path, start)), self.body)


def is_under(path: str, start: str) -> bool:
    """Whether it is that path, or one below it."""
    return path == start or path.startswith(f"{start}/")
