"""What people decided of an article's reading, on top of what the machine reads: order, undoing, reading again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.analysis import Corrected, correct, find_words, overrulings, places_of, rejections
from provenance.analysis.correcting import follow
from provenance.analysis.placing import find_places
from provenance.model import (
    Article,
    Claim,
    Decision,
    DecisionKind,
    Mode,
    NewDecision,
    Span,
    agents_of,
    refer_to,
)
from tests.builders import a_chain, a_claim, a_link, an_article

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
SENTENCES = ("The dam will close in June", "The bridge will open in May", "No ship sailed", "The river is calm today")
ARTICLE = an_article(". ".join(f"{words}, said Ada Brown" for words in SENTENCES) + ".")
KINDS = (DecisionKind.CONFIRM, DecisionKind.CORRECT, DecisionKind.REJECT)


def a_reading(article: Article, *sentences: str, speaker: str = "Ada Brown") -> tuple[Claim, ...]:
    """As the machine may read it: each of these sentences, said by the speaker whom the text names behind it."""
    found = []
    for words in sentences or SENTENCES:
        at = article.text.index(words)
        named = article.text.index("Ada Brown", at)
        link = a_link(speaker, span=Span(named, named + 9), mention="Ada Brown")
        claim = a_claim(words, article=article, start=at, chain=a_chain(speaker=link))
        found.append(replace(claim, source_spans=(Span(named, named + 9),)))
    return tuple(found)


MACHINE = a_reading(ARTICLE)


def decided(number: int, kind: DecisionKind, claim: Claim, after: Claim | None = None, **values: int) -> Decision:
    article = ARTICLE
    words = tuple((place, place.of(article.text)) for place in places_of(after)) if after else ()
    left = () if kind is DecisionKind.ADD else (refer_to(claim),)
    made = NewDecision(kind=kind, left=left, after=after, words=words, **values)
    return Decision(id=number, made=made, made_by="Kyiv desk", why="heard it", made_at=NOW)


def undone(number: int, undoes: int) -> Decision:
    made = NewDecision(kind=DecisionKind.UNDO, undoes=undoes)
    return Decision(id=number, made=made, made_by="Kyiv desk", why="not so", made_at=NOW)


def said_by(claim: Claim, name: str) -> Claim:
    *links, last = claim.chain.links
    return replace(claim, chain=replace(claim.chain, links=(*links, replace(last, agent=a_link(name).agent))))


def a_decision(number: int, kind: DecisionKind, claim: Claim) -> Decision:
    after = {DecisionKind.CONFIRM: claim, DecisionKind.CORRECT: said_by(claim, "Carl Green")}.get(kind)
    return decided(number, kind, claim, after)


def bare(corrected: Corrected) -> list[Claim]:
    """Without the numbers of decisions."""
    return [replace(claim, decided=None) for claim in corrected.claims]


choices = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, len(MACHINE) - 1)), max_size=4, unique_by=lambda one: one[1]
)


@given(choices)
def test_what_is_decided_and_taken_back_leaves_the_machines_reading(chosen: list[tuple[DecisionKind, int]]) -> None:
    made = [a_decision(number, kind, MACHINE[place]) for number, (kind, place) in enumerate(chosen, start=1)]
    back = [undone(len(made) + number, number) for number in range(1, len(made) + 1)]
    assert correct(MACHINE, ARTICLE, [*made, *back]).claims == MACHINE
    again = [undone(2 * len(made) + number, len(made) + number) for number in range(1, len(made) + 1)]
    assert correct(MACHINE, ARTICLE, [*made, *back, *again]) == correct(MACHINE, ARTICLE, made)


@given(choices, st.randoms())
def test_decisions_on_different_claims_do_not_depend_on_their_order(
    chosen: list[tuple[DecisionKind, int]], chance: Random
) -> None:
    shuffled = list(chosen)
    chance.shuffle(shuffled)
    one, other = (
        [a_decision(number, kind, MACHINE[place]) for number, (kind, place) in enumerate(each, start=1)]
        for each in (chosen, shuffled)
    )
    assert bare(correct(MACHINE, ARTICLE, one)) == bare(correct(MACHINE, ARTICLE, other))


@given(choices, st.permutations(MACHINE), st.randoms())
def test_the_order_in_which_claims_and_decisions_are_handed_over_does_not_matter(
    chosen: list[tuple[DecisionKind, int]], machine: list[Claim], chance: Random
) -> None:
    made = [a_decision(number, kind, MACHINE[place]) for number, (kind, place) in enumerate(chosen, start=1)]
    handed = list(made)
    chance.shuffle(handed)
    expected = correct(MACHINE, ARTICLE, made)
    found = correct(machine, ARTICLE, handed)
    assert sorted(found.claims, key=str) == sorted(expected.claims, key=str)
    assert {claim.id for claim in found.set_aside} == {claim.id for claim in expected.set_aside}


@given(choices, st.sampled_from(["", "Good news came in.\n\n", "It rained, said Eva Stone. "]))
def test_another_revision_keeps_what_still_fits(chosen: list[tuple[DecisionKind, int]], before: str) -> None:
    made = [a_decision(number, kind, MACHINE[place]) for number, (kind, place) in enumerate(chosen, start=1)]
    later = an_article(before + ARTICLE.text)
    here, there = correct(MACHINE, ARTICLE, made), correct(a_reading(later), later, made)
    assert there.waiting == ()
    assert [(claim.text, agents_of(claim)) for claim in there.claims] == [
        (claim.text, agents_of(claim)) for claim in here.claims
    ]
    for claim in there.claims:
        assert " ".join(span.of(later.text) for span in claim.spans) == claim.text
        assert all(span.of(later.text) == "Ada Brown" for span in claim.source_spans)


@given(choices)
def test_the_machines_reading_is_never_lost(chosen: list[tuple[DecisionKind, int]]) -> None:
    made = [a_decision(number, kind, MACHINE[place]) for number, (kind, place) in enumerate(chosen, start=1)]
    corrected = correct(MACHINE, ARTICLE, made)
    kept = (*corrected.claims, *corrected.set_aside)
    assert {claim.id for claim in MACHINE} <= {claim.id for claim in kept}
    assert len({claim.id for claim in kept}) == len(kept)


def test_a_mode_alone_is_corrected_beside_the_machines_reading() -> None:
    after = replace(MACHINE[0], mode=Mode.MIXED)
    corrected = correct(MACHINE, ARTICLE, [decided(1, DecisionKind.CORRECT, MACHINE[0], after)])
    assert corrected.claims[0] == replace(after, decided=1)
    assert corrected.set_aside == (MACHINE[0],)


def test_two_corrections_of_one_claim_do_not_both_hold() -> None:
    one, other = (a_decision(number, DecisionKind.CORRECT, MACHINE[0]) for number in (1, 2))
    corrected = correct(MACHINE, ARTICLE, [one, other])
    assert [(each.decision.id, each.against) for each in corrected.waiting] == [(2, 1)]


def test_a_correction_holds_where_another_model_no_longer_reads_the_claim() -> None:
    made = [a_decision(1, DecisionKind.CORRECT, MACHINE[0]), a_decision(2, DecisionKind.REJECT, MACHINE[1])]
    corrected = correct(MACHINE[2:], ARTICLE, made)
    assert [claim.text for claim in corrected.claims] == [SENTENCES[0], *SENTENCES[2:]]
    assert [(each.decision.id, each.why) for each in corrected.waiting] == [
        (2, "The machine does not read its claim now.")
    ]


@pytest.mark.parametrize(
    ("words", "instead"), [("The dam will", "The dam may"), (f"said Ada Brown. {SENTENCES[1]}", SENTENCES[1])]
)
def test_a_correction_waits_where_its_words_or_those_of_its_speaker_are_gone(words: str, instead: str) -> None:
    text = ARTICLE.text.replace(words, instead)
    later = an_article(text if "may" in instead else text.replace("Ada Brown", "the minister"))
    corrected = correct((), later, [a_decision(1, DecisionKind.CORRECT, MACHINE[0])])
    assert [each.why for each in corrected.waiting] == ["Its words are not in the article now."]
    assert corrected.claims == ()


def test_an_added_claim_is_one_with_what_the_machine_reads_of_it_later() -> None:
    made = [decided(1, DecisionKind.ADD, MACHINE[0], MACHINE[0])]
    assert [claim.decided for claim in correct(MACHINE[1:], ARTICLE, made).claims] == [1, None, None, None]
    assert [claim.decided for claim in correct(MACHINE, ARTICLE, made).claims] == [1, None, None, None]


def test_a_claim_shows_each_decision_and_a_rejected_one_what_was_read() -> None:
    made = [a_decision(1, DecisionKind.CONFIRM, MACHINE[0]), a_decision(2, DecisionKind.REJECT, MACHINE[1])]
    corrected = correct(MACHINE, ARTICLE, made)
    assert [each.machine for each in overrulings(corrected)[MACHINE[0].id]] == ["The machine reads the same."]
    (rejected,) = rejections(corrected)
    assert rejected.read == MACHINE[1]
    assert rejected.machine == f"The machine reads: “{SENTENCES[1]}”, Example Times ← Ada Brown."


def test_a_reference_to_a_claim_follows_it_through_every_correction() -> None:
    first = a_decision(1, DecisionKind.CORRECT, MACHINE[0])
    corrected = correct(MACHINE, ARTICLE, [first])
    (mine,) = [claim for claim in corrected.claims if claim.decided]
    second = decided(2, DecisionKind.CORRECT, mine, replace(said_by(mine, "Eva Stone"), decided=None), rests_on=1)
    again = correct(MACHINE, ARTICLE, [first, second])
    (last,) = [claim.id for claim in again.claims if claim.decided == 2]
    assert [follow(refer_to(claim), again) for claim in (MACHINE[0], mine)] == [last, last]
    assert follow(refer_to(mine), correct(MACHINE, ARTICLE, [first, undone(2, 1)])) == MACHINE[0].id
    assert follow(refer_to(MACHINE[1]), again) == MACHINE[1].id


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("he", "The dam, he said, and he left", [(9, 11), (22, 24)]),
        ("well", "well-known, well!", [(0, 4), (12, 16)]),
        ('"no"', "They said “no” and “no”", [(10, 14), (19, 23)]),
        ("the\n dam", "the dam; the  dam", [(0, 7), (9, 17)]),
        ("don't", "They don’t", [(5, 10)]),
        ("dam", "damage", []),
        (" ", "a b", []),
    ],
)
def test_words_are_found_whole_with_any_space_and_marks(
    words: str, text: str, places: Sequence[tuple[int, int]]
) -> None:
    assert [(place.start, place.end) for place in find_words(words, text)] == places


def test_words_of_a_claim_are_found_again_nearest_to_its_content() -> None:
    text = "He left. The dam will close, he said."
    content, source = Span(9, 27), Span(29, 31)
    later = "He left. He wept. The dam will close, he said. The dam will close."
    found = find_places(((content, "The dam will close"), (source, "he")), (content,), later)
    assert found == {content: Span(18, 36), source: Span(38, 40)}
    assert find_places(((content, "The dam will close"), (source, "he")), (content,), text) == {
        content: content,
        source: source,
    }
