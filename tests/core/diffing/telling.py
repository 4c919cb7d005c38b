"""Stories told in a few lines: sentences with who says them."""

import re
from collections.abc import Sequence
from typing import Any

from provenance.diffing import DiffWords, Telling, diff_stories
from provenance.matching import parse_frequencies
from provenance.model import (
    Agent,
    AgentKind,
    Claim,
    Edit,
    Link,
    Mode,
    Role,
    SentencePair,
    Span,
    StoryDiff,
    Via,
)
from tests.builders import a_chain, a_claim, an_article

WORDS = DiffWords(hedges=frozenset({"allegedly", "reportedly"}), unnamed=frozenset({"source", "official"}))
FREQUENCIES = parse_frequencies("documents\t30000\nrussia\t15000\t99\n")


def said(
    text: str,
    content: str,
    by: str = "",
    kind: AgentKind = AgentKind.PERSON,
    *,
    cue: str = "said",
    through: Sequence[tuple[str, Via]] = (),
    **values: Any,
) -> dict[str, Any]:
    """A claim to be: content, speaker, cue and carriers are words of the text. Without a speaker and a cue the
    publisher says it itself. Any: what a claim holds."""
    return {"text": text, "content": content, "by": by, "kind": kind, "cue": cue, "through": through, **values}


def a_telling(text: str, *claims: dict[str, Any], publisher: str = "Reuters", **values: Any) -> Telling:
    """Sentences end with a full stop, or with the quotation mark behind it."""
    article = an_article(text, outlet_name=publisher, outlet=None, **{"title": None, **values})
    sentences = tuple(Span(*match.span()) for match in re.finditer(r"\S[^.]*(?:\.”?|$)", text))
    return Telling(
        article=article,
        sentences=sentences,
        claims=tuple(sorted((_claim(article, publisher, claim) for claim in claims), key=lambda one: one.spans)),
    )


def _claim(article: Any, publisher: str, told: dict[str, Any]) -> Claim:
    told = dict(told)
    text, content, by, kind, cue, through = (
        told.pop(name) for name in ("text", "content", "by", "kind", "cue", "through")
    )
    sentence = article.text.index(text)
    start = sentence + text.index(content)
    carriers = [
        Link(
            step=1,
            role=Role.CARRIER,
            agent=Agent(name=name, kind=AgentKind.OUTLET),
            via=via,
            span=_span(article.text, name, 0 if via is Via.DATELINE else sentence),
        )
        for name, via in through
    ]
    speaker = None
    if by:
        agent = Agent(name=by, kind=kind)
        speaker = Link(step=1, role=Role.SPEAKER, agent=agent, span=_span(article.text, by, sentence), mention=by)
    own = not by and not cue
    return a_claim(
        content,
        article=article,
        start=start,
        chain=a_chain(Agent(name=publisher, kind=AgentKind.OUTLET), carriers, speaker),
        cue=cue or None,
        cue_spans=(_span(article.text, cue, sentence),) if cue else (),
        source_spans=(_span(article.text, by, sentence),) if by else (),
        **{"mode": Mode.OWN if own else Mode.INDIRECT, **told},
    )


def _span(text: str, words: str, after: int) -> Span:
    start = text.index(words, after)
    return Span(start, start + len(words))


def diff_of(before: Telling, after: Telling) -> StoryDiff:
    return diff_stories(before, after, WORDS, FREQUENCIES)


def edits_of(diff: StoryDiff) -> list[str]:
    """The codes of the sentences' edits, in order."""
    return [edit.code.value for pair in diff.pairs for edit in pair.edits]


def told(diff: StoryDiff) -> list[str]:
    return [f"{edit.code}: {edit.text}" for edit in _all(diff)]


def _all(diff: StoryDiff) -> list[Edit]:
    return [*diff.edits, *(edit for pair in diff.pairs for edit in pair.edits)]


def fates_of(diff: StoryDiff) -> list[str]:
    return [f"{pair.fate}{' moved' if pair.moved else ''}" for pair in diff.pairs]


def words_of(diff: StoryDiff, pair: SentencePair) -> tuple[list[str], list[str]]:
    before, after = diff.before.article.text, diff.after.article.text
    return [span.of(before) for span in pair.only_before], [span.of(after) for span in pair.only_after]
