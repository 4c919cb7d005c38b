"""Who did what a store keeps for good."""

from dataclasses import dataclass

from provenance.errors import InvalidOption


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """Who adds to the directory or decides, and why. Neither may be empty."""

    made_by: str
    why: str

    def __post_init__(self) -> None:
        for option, text in (("--by", self.made_by), ("--why", self.why)):
            if not text.strip():
                raise InvalidOption(f"{option}: it is empty; whoever reads this later must learn it")
