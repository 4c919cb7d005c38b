"""Which things have become one, in the making."""

from collections.abc import Iterable


class Parts:
    """Each thing alone at first; `of` leads from every thing to the part that it is in. Joining costs little however
    many there are: the smaller part is moved into the larger."""

    def __init__(self, things: Iterable[str]) -> None:
        self.of: dict[str, set[str]] = {thing: {thing} for thing in things}

    def are_one(self, one: str, other: str) -> bool:
        return self.of[one] is self.of[other]

    def would_join(self, one: str, other: str, ends: tuple[str, str]) -> bool:
        """Whether joining these parts would make one of the two ends."""
        here, there = self.of[ends[0]], self.of[ends[1]]
        left, right = self.of[one], self.of[other]
        return (here is left and there is right) or (here is right and there is left)

    def join(self, one: str, other: str) -> None:
        smaller, larger = sorted((self.of[one], self.of[other]), key=len)
        if smaller is larger:
            return
        larger |= smaller
        self.of |= dict.fromkeys(smaller, larger)
