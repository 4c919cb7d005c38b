"""Token buckets: so many at once, and then so many a second."""

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from provenance.web.security.limits import Rate

HELD = 20_000
"""Buckets kept, the ones used last: who fills them with made-up addresses shall not fill the memory."""


class Buckets:
    """In the memory of one server: a restart fills them again."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._levels: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, asker: Hashable, rate: Rate) -> int | None:
        """One request of this asker's: None where it may be answered, else after how many whole seconds it may."""
        with self._lock:
            level = self._level(asker, rate)
            if level < 1:
                return max(1, math.ceil((1 - level) / rate.per_second))
            self._keep(asker, level - 1)
            return None

    def wait(self, asker: Hashable, rate: Rate) -> int | None:
        """As `take`, without counting it."""
        with self._lock:
            level = self._level(asker, rate)
            return None if level >= 1 else max(1, math.ceil((1 - level) / rate.per_second))

    def forget(self, asker: Hashable) -> None:
        with self._lock:
            self._levels.pop(asker, None)

    def _level(self, asker: Hashable, rate: Rate) -> float:
        level, at = self._levels.get(asker, (float(rate.burst), self._ticks()))
        return min(float(rate.burst), level + (self._ticks() - at) * rate.per_second)

    def _keep(self, asker: Hashable, level: float) -> None:
        self._levels[asker] = (level, self._ticks())
        self._levels.move_to_end(asker)
        while len(self._levels) > HELD:
            self._levels.popitem(last=False)
