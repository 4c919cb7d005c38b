"""How a claim is put: what is read of it beside its profile when two given claims are judged by everything they say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.matching.frequencies import Frequencies
from provenance.matching.profile import Profile, Worded, prepare
from provenance.matching.tokens import Kind, tokenise
from provenance.model import Span

LETTERS = 4
"""Letters in a row that are held against the other claim's."""

Cues = Mapping[str, frozenset[str]]

QUOTED = re.compile(r"(?<!\w)['‘\"“][^'’\"”‘“]{3,}['’\"”]")
LABELLED = re.compile(r"^[^:]{2,25}:|[:—–-] ?[a-z ]{2,16}$")
REFUSED = re.compile(r"(?:^\W*|[,:] )no[,:]")
SENTENCE_ENDS = (".", "!", "”", '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`stems` are all words in order with their `spans`, small ones too; `letters` every row of four letters; `cues`
    where words of a kind stand ("reports": "reportedly"), with `asks` (a question), `quotes`, `labels` ("Report: ...")
    and `refuses` ("No, ...") among the kinds. Nameless is what has no capital behind the first word."""

    profile: Profile
    stems: tuple[str, ...]
    spans: tuple[Span, ...]
    letters: frozenset[str]
    cues: Mapping[str, tuple[Span, ...]]
    is_sentence: bool
    is_nameless: bool


def read_wording(claim: Worded, frequencies: Frequencies, cues: Cues) -> Wording:
    """Everything that is read of a claim for judging it beside another."""
    tokens = [token for token in tokenise(claim.text) if token.kind is not Kind.MARK]
    plain = f" {' '.join(token.word for token in tokens)} "
    found = {kind: tuple(token.span for token in tokens if token.word in words) for kind, words in cues.items()}
    return Wording(
        profile=prepare(claim, frequencies),
        stems=tuple(token.stem for token in tokens),
        spans=tuple(token.span for token in tokens),
        letters=frozenset(plain[start : start + LETTERS] for start in range(len(plain) - LETTERS + 1)),
        cues=found | read_form(claim.text),
        is_sentence=claim.text.rstrip().endswith(SENTENCE_ENDS),
        is_nameless=not any(token.capital for token in tokens[1:]),
    )


def read_form(text: str) -> dict[str, tuple[Span, ...]]:
    """Questions, quotation marks, labels and a "No, ..." with their places."""
    lower = text.lower()
    patterns = {"quotes": QUOTED, "labels": LABELLED, "refuses": REFUSED}
    form = {kind: tuple(Span(*found.span()) for found in pattern.finditer(lower)) for kind, pattern in patterns.items()}
    if len(lower) != len(text):
        form = {kind: (Span(0, len(text)),) if spans else () for kind, spans in form.items()}
    asked = text.find("?")
    return form | {"asks": (Span(asked, asked + 1),) if asked >= 0 else ()}
