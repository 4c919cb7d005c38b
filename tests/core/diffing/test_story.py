"""What a reprint changed: sentences, hedges, figures, negations, quotations."""

import pytest

from provenance.model import EditCode, Fate
from tests.core.diffing.telling import a_telling, diff_of, edits_of, fates_of, said, told, words_of

STRUCK = "Russian forces struck a market in the border town of Sumy on Monday."
SHELLED = "The town was shelled twice in the last year."
TALKS = "Moscow is ready for talks without any conditions at all."
GRAIN = "Wheat traders in Chicago expect a harvest of record size."


def test_the_same_story_is_identical_in_every_sentence() -> None:
    diff = diff_of(a_telling(f"{STRUCK} {SHELLED}"), a_telling(f"{STRUCK}\n\n{SHELLED}", publisher="Reuters"))
    assert (diff.identical, fates_of(diff), diff.edits) == (True, ["kept", "kept"], ())


def test_dropped_and_added_sentences_stand_where_they_stood() -> None:
    diff = diff_of(a_telling(f"{STRUCK} {GRAIN} {SHELLED}"), a_telling(f"{STRUCK} {TALKS} {SHELLED}"))
    assert fates_of(diff) == ["kept", "dropped", "added", "kept"]


def test_a_sentence_in_another_place_has_moved_and_no_other() -> None:
    diff = diff_of(a_telling(f"{STRUCK} {SHELLED} {TALKS} {GRAIN}"), a_telling(f"{GRAIN} {STRUCK} {SHELLED} {TALKS}"))
    assert fates_of(diff) == ["kept moved", "kept", "kept", "kept"]
    assert not diff.identical


def test_two_unrelated_stories_have_nothing_in_common() -> None:
    diff = diff_of(a_telling(STRUCK), a_telling(GRAIN))
    assert (diff.in_common, diff.edits, fates_of(diff)) == (0, (), ["dropped", "added"])


def test_empty_texts_have_no_sentences() -> None:
    assert diff_of(a_telling(""), a_telling("")).pairs == ()
    assert fates_of(diff_of(a_telling(""), a_telling(STRUCK))) == ["added"]
    assert fates_of(diff_of(a_telling(STRUCK), a_telling(""))) == ["dropped"]


def test_the_words_that_differ_are_marked_in_the_articles_own_places() -> None:
    diff = diff_of(a_telling(f"{GRAIN} {STRUCK}"), a_telling(STRUCK.replace("Russian forces", "Troops")))
    assert words_of(diff, diff.pairs[1]) == (["Russian forces"], ["Troops"])


def test_typography_alone_changes_nothing() -> None:
    diff = diff_of(a_telling("“It’s over” – he  said."), a_telling('"It\'s over" - he said.'))
    assert (diff.identical, edits_of(diff)) == (True, [])


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        ("Forces allegedly struck a market in Sumy.", "Forces struck a market in Sumy.", ["hedge-lost"]),
        ("Forces struck a market in Sumy.", "Forces reportedly struck a market in Sumy.", ["hedge-gained"]),
        ("Forces allegedly struck a market in Sumy.", "Forces reportedly struck a market in Sumy.", []),
        ("The army did not fire on the market.", "The army did fire on the market.", ["negation-lost"]),
        ("The army did fire on the market.", "The army did not fire on the market.", ["negation-gained"]),
        ("They gave a list of 339 children.", "They gave a list of 393 children.", ["number-changed"]),
        ("They gave a list of nearly 400 children.", "They gave a list of up to 400 children.", ["number-changed"]),
        ("They gave a list of six thousand bodies.", "They gave a list of 6,000 bodies.", []),
        ("They gave a list of 339 children.", "They gave a list of children.", ["number-lost"]),
        ("They gave a list of children.", "They gave a list of 339 children.", ["number-gained"]),
    ],
)
def test_a_change_of_words_that_matters_is_an_edit(before: str, after: str, codes: list[str]) -> None:
    assert edits_of(diff_of(a_telling(before), a_telling(after))) == codes


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (
            "He said “we will answer this crime in our own time”.",
            "He said “we will answer this crime in time”.",
            ["quotation-altered"],
        ),
        (
            "He said “we will answer this crime” on Monday.",
            "He said we will answer this crime on Monday.",
            ["quotation-unmarked"],
        ),
        (
            "He said we will answer this crime on Monday.",
            "He said “we will answer this crime” on Monday.",
            ["quotation-marked"],
        ),
        ("He called the talks in Istanbul “a show”.", "He left the talks in Istanbul early.", ["quotation-lost"]),
        ("He left the talks in Istanbul early.", "He called the talks in Istanbul “a show”.", ["quotation-gained"]),
        ("He said “We will answer this crime,” twice.", "He said “we will answer this crime” twice.", []),
    ],
)
def test_what_became_of_a_quotation_is_an_edit(before: str, after: str, codes: list[str]) -> None:
    assert edits_of(diff_of(a_telling(before), a_telling(after))) == codes


def test_sentences_joined_are_one_pair() -> None:
    before = "The delegations met for an hour in the palace. They exchanged long lists of prisoners of war."
    after = "The delegations met for an hour in the palace and exchanged long lists of prisoners of war."
    assert fates_of(diff_of(a_telling(before), a_telling(after))) == ["changed"]


def test_a_claim_in_other_words_is_reworded_not_dropped() -> None:
    before = "The Ukrainian delegation handed over a list of 339 children."
    after = "A list naming 339 children was received from the Ukrainian team."
    diff = diff_of(
        a_telling(before, said(before, before[:-1], cue="")), a_telling(after, said(after, after[:-1], cue=""))
    )
    assert [pair.fate for pair in diff.pairs] == [Fate.REWORDED]


def test_a_headline_that_lost_its_hedge_is_told() -> None:
    one = a_telling(STRUCK, title="Russia allegedly struck a market")
    found = diff_of(one, a_telling(STRUCK, title="Russia struck a market"))
    assert [edit.code for edit in found.edits] == [EditCode.HEDGE_LOST, EditCode.HEADLINE_CHANGED]
    assert told(found)[0] == "hedge-lost: In the headline: The hedge “allegedly” is gone."
