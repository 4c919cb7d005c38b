"""One side only holds possible what the other says plainly: "may have been launched", "was launched"."""

from collections.abc import Iterator, Sequence

from provenance.matching.profile import Profile
from provenance.matching.tokens import Token
from provenance.matching.vocabulary import MONTHS, POSSIBILITIES
from provenance.model import Reason, Spans


def find_possibility(left: Profile, right: Profile) -> Iterator[Reason]:
    """A reason where one of two claims that say the same has a word that makes it a possibility, and the other none."""
    ours, theirs = read_possibilities(left.tokens), read_possibilities(right.tokens)
    if bool(ours) == bool(theirs):
        return
    text, places = (left.text, ours) if ours else (right.text, theirs)
    words = ", ".join(f"“{place.of(text)}”" for place in places)
    yield Reason(code="possibility", text=f"Only one of the two says {words}.", left=ours, right=theirs)


def read_possibilities(tokens: Sequence[Token]) -> Spans:
    """Their places; the month of May is none, and what could not be was held impossible."""
    following = [token.word for token in tokens[1:]] + [""]
    return tuple(
        token.span
        for token, after in zip(tokens, following, strict=True)
        if token.word in POSSIBILITIES and after != "not" and not (token.capital and token.word in MONTHS)
    )
