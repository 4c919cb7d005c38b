"""Words by which a claim holds something possible: "may have been launched"."""

from collections.abc import Sequence

from provenance.matching.tokens import Token
from provenance.matching.vocabulary import MONTHS, POSSIBILITIES
from provenance.model import Spans


def read_possibilities(tokens: Sequence[Token]) -> Spans:
    """Their places; the month of May is none, and what could not be was held impossible."""
    if all(token.word not in POSSIBILITIES for token in tokens):
        return ()
    following = [token.word for token in tokens[1:]] + [""]
    return tuple(
        token.span
        for token, after in zip(tokens, following, strict=True)
        if token.word in POSSIBILITIES and after != "not" and not (token.capital and token.word in MONTHS)
    )
