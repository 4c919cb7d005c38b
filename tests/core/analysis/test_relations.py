from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from provenance.analysis import analyse
from provenance.model import Agreement, Claim, Comparison, Reason, RelatedClaim, RelationKind, Span
from tests.builders import a_comparison, a_group
from tests.core.analysis.telling import a_corpus, a_reprint, medinsky, told, unnamed, zelensky

AGREES, CONFLICTS, DIFFERS = Agreement.AGREES, Agreement.CONFLICTS, Agreement.FIGURES_DIFFER

TASS = told("TASS", None)
REUTERS = told("Reuters", None)
SOURCE = told("The Guardian", unnamed())
COPY = told("Asia-Plus", None, by=("TASS",))


def relations_of(claim: Claim, *comparisons: Comparison, **corpus: object) -> list[RelatedClaim]:
    """Those compared make one group unless `groups` say otherwise."""
    claims = [TASS, REUTERS, SOURCE, COPY, MEDINSKY, LATER, ZELENSKY]
    ends = {end for comparison in comparisons for end in (comparison.left, comparison.right)}
    corpus = {"groups": [a_group(*(one for one in claims if one.id in ends))], **corpus}
    findings = analyse(a_corpus(claims, comparisons, **corpus), claim.article_id)  # type: ignore[arg-type]
    (finding,) = (finding for finding in findings if finding.claim == claim)
    return list(finding.relations)


MEDINSKY = told("TASS", medinsky(), number=2)
TALKS, HOUR = Span(4, 9), Span(20, 24)
LATER = told("The Guardian", medinsky(), number=2)
ZELENSKY = told("LIGA.net", zelensky())


@pytest.mark.parametrize(
    ("other", "agreement", "kind"),
    [
        (REUTERS, AGREES, RelationKind.CORROBORATES),
        (SOURCE, AGREES, RelationKind.ECHOES),
        (COPY, AGREES, RelationKind.REPEATS),
        (REUTERS, CONFLICTS, RelationKind.CONTRADICTS),
        (SOURCE, CONFLICTS, RelationKind.CONTRADICTS),
        (COPY, CONFLICTS, RelationKind.CONTRADICTS),
        (REUTERS, DIFFERS, RelationKind.DIFFERS),
        (SOURCE, DIFFERS, RelationKind.DIFFERS),
        (COPY, DIFFERS, RelationKind.DIFFERS),
    ],
)
def test_agreement_and_independence_make_the_relation(other: Claim, agreement: Agreement, kind: RelationKind) -> None:
    (related,) = relations_of(TASS, a_comparison(TASS, other, agreement=agreement))
    assert (related.relation.kind, related.claim, related.article.id) == (kind, other, other.article_id)


def test_unrelated_claims_have_no_relation() -> None:
    assert relations_of(TASS, a_comparison(TASS, REUTERS, agreement=Agreement.UNRELATED)) == []


def test_claims_whose_words_agree_across_groups_echo_each_other_at_most() -> None:
    (related,) = relations_of(TASS, a_comparison(TASS, REUTERS), groups=[a_group(TASS), a_group(REUTERS)])
    assert (related.relation.kind, related.relation.reasons[-1].code) == (RelationKind.ECHOES, "another-statement")


@pytest.mark.parametrize("agreement", [CONFLICTS, DIFFERS])
@pytest.mark.parametrize("claim", [MEDINSKY, LATER])
def test_one_speaker_who_says_otherwise_on_a_later_day_revises(claim: Claim, agreement: Agreement) -> None:
    comparison = a_comparison(MEDINSKY, LATER, agreement=agreement)
    (related,) = relations_of(claim, comparison, days={LATER.id: date(2025, 6, 3)})
    assert related.relation.kind is RelationKind.REVISES
    assert related.relation.reasons[-1].text == "What was printed on 2025-06-03 revises what was printed on 2025-06-02."


def with_figures(one: Claim, other: Claim, **reason: Any) -> Comparison:
    """ "talks" of the one against "hour" of the other, unless told otherwise; the words stand for two figures."""
    values = {"code": "figures-differ", "left": (TALKS,), "right": (HOUR,), **reason}
    found = Reason(text="“talks” against “hour”.", **values)
    if other.id < one.id:
        found = replace(found, left=found.right, right=found.left)
    shared = Reason(code="shared-words", text="Both speak.", left=(Span(0, 3),), right=(Span(0, 3),))
    return a_comparison(one, other, agreement=DIFFERS, reasons=(found, shared))


def test_a_revision_says_both_figures_and_both_days_the_earlier_first() -> None:
    for claim in (MEDINSKY, LATER):
        comparison = with_figures(MEDINSKY, LATER)
        (related,) = relations_of(claim, comparison, days={LATER.id: date(2025, 6, 3)})
        reason = related.relation.reasons[-1]
        assert reason.text == (
            "TASS gives “talks” on 2025-06-02, The Guardian gives “hour” on 2025-06-03: "
            "what one origin says later revises what it said."
        )
        assert (reason.left, reason.right)[claim is LATER] == (TALKS,)


def former(one: Claim, other: Claim) -> Comparison:
    """The one's text gives "talks" as what replaces "hour", which the other still gives."""
    return with_figures(one, other, code="figure-revised", left=(TALKS, HOUR), right=(HOUR,))


@pytest.mark.parametrize("claim", [REUTERS, SOURCE])
@pytest.mark.parametrize("day", [date(2025, 6, 3), date(2025, 6, 2), None])
def test_a_text_that_names_the_others_figure_as_the_former_one_revises_it_whoever_speaks(
    claim: Claim, day: date | None
) -> None:
    (related,) = relations_of(claim, former(REUTERS, SOURCE), days={REUTERS.id: day})
    on = day or "a day that is not known"
    expected = f"The Guardian gives “hour” on 2025-06-02, Reuters gives “talks” on {on}, as what replaces it."
    assert (related.relation.kind, related.relation.reasons[-1].text) == (RelationKind.REVISES, expected)


def test_a_text_of_an_earlier_day_revises_nothing_and_one_that_only_rejects_a_figure_neither() -> None:
    (earlier,) = relations_of(REUTERS, former(REUTERS, SOURCE), days={REUTERS.id: date(2025, 6, 1)})
    rejecting = with_figures(REUTERS, SOURCE, code="figure-rejected", left=(TALKS, HOUR), right=(HOUR,))
    (rejected,) = relations_of(REUTERS, rejecting, days={REUTERS.id: date(2025, 6, 3)})
    assert earlier.relation.kind is rejected.relation.kind is RelationKind.DIFFERS


def test_an_outlets_own_new_version_revises_but_what_another_prints_of_it_otherwise_does_not() -> None:
    first, update = told("Reuters", zelensky()), told("Reuters", zelensky(), number=2)
    copied = told("Asia-Plus", zelensky(), number=3)
    for later, kind in ((update, RelationKind.REVISES), (copied, RelationKind.DIFFERS)):
        comparison = a_comparison(first, later, agreement=DIFFERS)
        corpus = a_corpus(
            [first, later], [comparison], reprints=[a_reprint(first, later)], days={later.id: date(2025, 6, 3)}
        )
        (finding,) = analyse(corpus, first.article_id)
        assert [related.relation.kind for related in finding.relations] == [kind]


def test_on_one_day_or_a_day_that_is_not_known_nothing_is_revised() -> None:
    comparison = a_comparison(MEDINSKY, LATER, agreement=DIFFERS)
    assert relations_of(MEDINSKY, comparison)[0].relation.kind is RelationKind.DIFFERS
    assert relations_of(MEDINSKY, comparison, days={LATER.id: None})[0].relation.kind is RelationKind.DIFFERS


def test_another_speaker_revises_nobody() -> None:
    comparison = a_comparison(MEDINSKY, ZELENSKY, agreement=DIFFERS)
    (related,) = relations_of(MEDINSKY, comparison, days={ZELENSKY.id: date(2025, 6, 3)})
    assert related.relation.kind is RelationKind.DIFFERS


def test_the_same_said_twice_in_one_article_is_no_relation_but_a_conflict_is() -> None:
    again = told("TASS", medinsky())
    for agreement, kinds in ((AGREES, []), (DIFFERS, [RelationKind.DIFFERS])):
        corpus = a_corpus([TASS, again], [a_comparison(TASS, again, agreement=agreement)])
        first = next(finding for finding in analyse(corpus, TASS.article_id) if finding.claim == TASS)
        assert [related.relation.kind for related in first.relations] == kinds


def test_what_goes_back_to_one_origin_by_way_of_a_third_repeats() -> None:
    reworded = told("Reuters", None)
    comparisons = [a_comparison(TASS, reworded), a_comparison(TASS, COPY), a_comparison(reworded, COPY)]
    group = a_group(TASS, reworded, COPY)
    corpus = a_corpus([TASS, reworded, COPY], comparisons, [group], [a_reprint(TASS, reworded)])
    (finding,) = analyse(corpus, reworded.article_id)
    to_copy = next(related.relation for related in finding.relations if related.claim == COPY)
    assert (to_copy.kind, to_copy.reasons[-1].text) == (
        RelationKind.REPEATS,
        "Both go back to one origin, by way of TASS.",
    )


def test_a_reason_holds_the_words_of_the_claim_at_hand_on_its_left() -> None:
    left, right = sorted((TASS, REUTERS), key=lambda claim: claim.id)
    reason = Reason(code="shared-words", text="Both speak.", left=(Span(0, 3),), right=(Span(4, 9),))
    comparison = a_comparison(left, right, reasons=(reason,))
    assert relations_of(left, comparison)[0].relation.reasons[0] == reason
    mirrored = relations_of(right, comparison)[0].relation.reasons[0]
    assert (mirrored.left, mirrored.right) == (reason.right, reason.left)


def test_the_same_sentence_of_background_in_two_outlets_echoes_and_corroborates_nothing() -> None:
    same = Reason(code="same-sentence", text="The same sentence, word for word.")
    comparison = a_comparison(TASS, REUTERS, reasons=(same,))
    (related,) = relations_of(TASS, comparison)
    assert (related.relation.kind, related.relation.reasons[-1].code) == (RelationKind.ECHOES, "same-sentence")
    (finding,) = analyse(a_corpus([TASS, REUTERS], [comparison], [a_group(TASS, REUTERS)]), TASS.article_id)
    assert (finding.count.origins, finding.count.independent) == (2, 1)
