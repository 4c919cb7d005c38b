"""What a profile passes over is not there: it reads the same as when every reader goes through all tokens."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import Frequencies, prepare
from provenance.matching.moments import read_grounds, read_moments
from provenance.matching.numbers import COUNTING_WORDS, FIRST_WORDS
from provenance.matching.opposition import read_signals
from provenance.matching.possibility import read_possibilities
from provenance.matching.profile import read_stems
from provenance.matching.quantities import read_quantities
from provenance.matching.tokens import Word, read_words, tokenise
from provenance.matching.vocabulary import LACKS, MONTHS, NEGATIONS, OPPOSITES, ORDINALS, PAIRINGS, REFUTATIONS

PHRASES = sorted(
    {
        *COUNTING_WORDS,
        *FIRST_WORDS,
        *(month.title() for month in MONTHS),
        *NEGATIONS,
        *LACKS,
        *ORDINALS,
        *PAIRINGS,
        *REFUTATIONS,
        *(phrase for line in OPPOSITES for side in line for phrase in side.split("|")),
        *("6,000", "14:43", "15:57", "2014", "MH17", "7 p.m.", "26", "5m", "%", "$", "-", ".", ","),
        *("a third of", "an hour", "and", "for", "any", "near", "may", "not", "Maiorsk", "Kyiv", "children", "round"),
    }
)
TEXTS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=9).map(" ".join) | st.text(min_size=1, max_size=40)
CUES = st.sampled_from([None, "said", "denied", "called on"])


@dataclass(frozen=True)
class Worded:
    text: str
    cue: str | None
    id: str = "c1"


@given(text=TEXTS, cue=CUES)
def test_what_is_passed_over_is_not_there(frequencies: Frequencies, text: str, cue: str | None) -> None:
    profile, tokens = prepare(Worded(text, cue), frequencies), tokenise(text)
    assert profile.stems == {stem for stem, _, _ in read_stems(tokens)}
    assert profile.quantities == read_quantities(tokens)
    assert profile.moments == read_moments(tokens)
    assert profile.grounds == read_grounds(tokens)
    assert profile.possibilities == read_possibilities(tokens)
    assert profile.signals == read_signals(tokens, cue)


@given(text=TEXTS)
def test_words_are_tokens_without_their_places(text: str) -> None:
    assert read_words(text) == tuple(Word(*token[:5]) for token in tokenise(text))


def test_the_weight_of_stems_does_not_depend_on_the_order_of_adding(frequencies: Frequencies) -> None:
    weights = [frequencies.weight(stem) for stem in sorted(frequencies.counts)[:5_000]]
    assert sum(weights) == sum(reversed(weights)) == sum(sorted(weights))
