"""A claim as a person gives it: checked against the text, with the chain that follows from it."""

from collections.abc import Sequence
from typing import Any

import pytest

from provenance.analysis import Ground, compose
from provenance.errors import InvalidOption
from provenance.model import (
    Agent,
    AgentKind,
    Claim,
    GivenCarrier,
    GivenClaim,
    GivenSpeaker,
    GivenWords,
    Link,
    Mode,
    Role,
    Span,
    Spans,
    Via,
)
from provenance.services.reading import load_annotator
from tests.builders import a_chain, a_claim, a_link, an_article

DAM = "the dam will close in June"
TEXT = (
    f"A spokesman for the Russian Defence Ministry told TASS that {DAM}. He said it twice.\n"
    "“The river is quiet and will stay so until autumn,” Ada Brown said, as quoted by Interfax."
)
ARTICLE = an_article(TEXT)
HE = TEXT.index("He said")
MINISTRY = Agent(name="Russian Defence Ministry", kind=AgentKind.ORGANISATION, party="state:RU")
BEFORE = a_claim(
    DAM,
    article=ARTICLE,
    start=TEXT.index(DAM),
    chain=a_chain(speaker=a_link(MINISTRY, span=Span(HE, HE + 2), mention="He")),
    source_spans=(Span(HE, HE + 2),),
    cue_spans=(Span(HE + 3, HE + 7),),
    hedged=True,
)


def find_outlet(name: str) -> Agent:
    return Agent(name=name.upper(), kind=AgentKind.OUTLET, outlet=name)


def mentions(agent: Agent) -> Spans:
    at = TEXT.lower().find(agent.name.lower())
    return (Span(at, at + len(agent.name)),) if at >= 0 else ()


def composed(before: Claim | None = BEFORE, claims: Sequence[Claim] = (BEFORE,), **given: Any) -> Claim:
    """Any: parts of a GivenClaim."""
    publisher = Link(step=0, role=Role.PUBLISHER, agent=BEFORE.chain.publisher.agent)
    ground = Ground(
        article=ARTICLE,
        claims=claims,
        publisher=publisher,
        rules=load_annotator(),
        find_outlet=find_outlet,
        mentions=mentions,
    )
    return compose(GivenClaim(**given), before, ground)


def a_speaker(name: str | None, **values: Any) -> tuple[GivenSpeaker, ...]:
    """Any: parts of a GivenSpeaker."""
    return (GivenSpeaker(name=name, **values),)


def test_what_is_not_given_stays() -> None:
    after = composed(mode=Mode.MIXED)
    assert (after.spans, after.cue_spans, after.source_spans) == (BEFORE.spans, BEFORE.cue_spans, BEFORE.source_spans)
    assert (after.hedged, after.cue, after.mode) == (True, "said", Mode.MIXED)
    assert [link.agent for link in after.chain.links] == [link.agent for link in BEFORE.chain.links]


def test_whom_he_means_is_corrected_where_the_word_stays() -> None:
    (link,) = composed(speakers=a_speaker("Igor Hill", kind=AgentKind.PERSON)).chain.speakers
    assert (link.agent.name, link.mention, link.span) == ("Igor Hill", "He", Span(HE, HE + 2))


def test_a_speaker_is_found_in_the_text_by_its_name_and_told_whom_it_speaks_for() -> None:
    added = composed(
        None,
        content=(GivenWords(DAM),),
        speakers=a_speaker("Russian Defence Ministry", kind=AgentKind.ORGANISATION),
        carriers=(GivenCarrier(outlet="tass", via=Via.TOLD),),
        cue=(GivenWords("told"),),
        claims=(),
    )
    speaker, carrier = added.chain.speakers[0], added.chain.carriers[0]
    assert (speaker.mention, speaker.agent.party, speaker.step) == ("Russian Defence Ministry", "state:RU", 2)
    assert (carrier.agent.outlet, carrier.mention, carrier.step) == ("tass", "TASS", 1)
    assert (added.cue, added.mode, added.hedged, added.text) == ("told", Mode.INDIRECT, False, DAM)


def test_a_name_that_the_article_knows_needs_no_kind() -> None:
    (link,) = composed(None, content=(GivenWords(DAM),), speakers=a_speaker("russian defence ministry")).chain.speakers
    assert link.agent == MINISTRY


def test_somebody_unnamed_is_called_by_the_words_that_stand_there() -> None:
    (link,) = composed(
        speakers=a_speaker(None, kind=AgentKind.UNNAMED, places=(GivenWords("A spokesman"),))
    ).chain.speakers
    assert (link.agent.name, link.agent.kind) == ("A spokesman", AgentKind.UNNAMED)


def test_a_quotation_is_told_by_its_marks_and_an_outlet_that_is_the_origin_is_its_source() -> None:
    quoted = composed(
        None,
        content=(GivenWords("“The river is quiet and will stay so until autumn,”"),),
        carriers=(GivenCarrier(outlet="interfax", via=Via.QUOTED),),
    )
    assert quoted.mode is Mode.DIRECT
    assert [span.of(TEXT) for span in quoted.source_spans] == ["Interfax"]


def test_outlets_in_parallel_share_a_step() -> None:
    carriers = (
        GivenCarrier(outlet="tass", via=Via.CITED),
        GivenCarrier(outlet="interfax", via=Via.CITED, beside=True),
        GivenCarrier(outlet="reuters", via=Via.REPORTED),
    )
    after = composed(carriers=carriers)
    assert [(link.agent.outlet, link.step) for link in after.chain.carriers] == [
        ("tass", 1),
        ("interfax", 1),
        ("reuters", 2),
    ]
    assert (after.chain.carriers[-1].span, after.chain.speakers[0].step) == (None, 3)


def test_a_claim_whose_speaker_is_taken_away_is_the_publishers_own() -> None:
    after = composed(speakers=(), cue=())
    assert (after.mode, after.chain.speakers, after.source_spans, after.cue) == (Mode.OWN, (), (), None)


def test_an_added_claim_stands_below_the_dateline_of_the_others() -> None:
    dateline = Link(
        step=1, role=Role.CARRIER, agent=find_outlet("tass"), via=Via.DATELINE, span=Span(0, 1), mention="A"
    )
    other = a_claim(DAM, article=ARTICLE, start=TEXT.index(DAM), chain=a_chain(carriers=(dateline,)))
    added = composed(None, claims=(other,), content=(GivenWords("He said it twice"),))
    assert [link.via for link in added.chain.carriers] == [Via.DATELINE]
    assert added.mode is Mode.OWN


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"content": (Span(0, len(TEXT) + 1),)}, "lies outside the article's text, which has"),
        ({"content": (Span(0, 11), Span(8, 20))}, r"\[0, 11\) and \[8, 19\) overlap"),
        ({"content": (Span(TEXT.index(". He"), TEXT.index("He said")),)}, "holds no word"),
        ({"content": ()}, "a claim has words"),
        ({"content": (GivenWords("  "),)}, "no words are given"),
        ({"content": (GivenWords("the tower fell"),)}, "does not stand in the article"),
        ({"content": (GivenWords("said"),)}, r"stands at 2 places: it stands at \d+, \d+; say which one by its offset"),
        ({"content": (GivenWords("said", at=3),)}, r"does not start at 3: it stands at"),
        ({"speakers": a_speaker("Eva Stone")}, "say what it is: person, organisation"),
        ({"speakers": a_speaker(" ", kind=AgentKind.PERSON)}, "a speaker has a name"),
        ({"speakers": a_speaker("TASS", kind=AgentKind.OUTLET)}, "an outlet is no speaker but a carrier"),
        ({"speakers": a_speaker("Ann", kind=AgentKind.PERSON) * 2}, "speaks twice"),
        ({"carriers": (GivenCarrier(outlet="tass", via=Via.TOLD),) * 2}, "carries the claim twice"),
        ({"carriers": (GivenCarrier(outlet="example-times", via=Via.TOLD),)}, "published the article"),
        ({"mode": Mode.OWN}, "has no speaker"),
    ],
)
def test_what_cannot_be_is_told(given: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidOption, match=words):
        composed(**given)
