"""Which sentence of one text stands in another."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.matching import Aligned, align_sentences, containment, join_neighbours, word_similarity
from provenance.matching.alignment import said_words

STRUCK = "Russian forces struck a market in the border town of Sumy on Monday, officials said."
SHELLED = "The town was shelled twice last year."
TALKS = "The Kremlin said that Moscow was ready for talks without conditions."


def places(pairs: tuple[Aligned, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.left, pair.right) for pair in pairs]


def test_sentences_with_the_same_words_are_paired_wherever_they_stand() -> None:
    assert places(align_sentences([STRUCK, SHELLED, TALKS], [TALKS, STRUCK.upper(), "New.", SHELLED])) == [
        ((0,), (1,)),
        ((1,), (3,)),
        ((2,), (0,)),
    ]


def test_a_changed_sentence_is_paired_with_what_it_was() -> None:
    changed = "Forces struck a market in the border town of Sumy on Tuesday, the governor said."
    (pair,) = align_sentences([SHELLED, STRUCK], [changed])
    assert (pair.left, pair.right) == ((1,), (0,))
    assert 0.5 < pair.similarity < 1


def test_sentences_of_other_things_are_not_paired() -> None:
    assert (
        align_sentences([STRUCK, TALKS], ["The price of wheat rose by a tenth in Chicago on Monday, traders said."])
        == ()
    )


def test_the_same_sentence_twice_is_paired_in_its_order() -> None:
    assert places(align_sentences([SHELLED, TALKS, SHELLED], [SHELLED, SHELLED])) == [((0,), (0,)), ((2,), (1,))]


def test_nothing_is_paired_with_nothing() -> None:
    assert align_sentences([], [STRUCK]) == align_sentences([STRUCK], []) == align_sentences(["..."], ["***"]) == ()


def test_two_sentences_made_into_one_are_one_pair_and_one_cut_in_two_as_well() -> None:
    apart = ["The delegations met for an hour in the palace.", "They exchanged long lists of prisoners of war."]
    together = ["The delegations met for an hour in the palace and exchanged long lists of prisoners of war."]
    assert places(join_neighbours(align_sentences(apart, together), apart, together)) == [((0, 1), (0,))]
    assert places(join_neighbours(align_sentences(together, apart), together, apart)) == [((0,), (0, 1))]


def test_a_neighbour_that_adds_nothing_in_common_stays_alone() -> None:
    left, right = [STRUCK, SHELLED], [STRUCK.replace("Monday", "Tuesday")]
    assert places(join_neighbours(align_sentences(left, right), left, right)) == [((0,), (0,))]


def test_similarity_and_containment_count_words_in_order() -> None:
    left, right = said_words("a b c d"), said_words("a b c d e f g h")
    assert containment(left, right) == 1
    assert round(word_similarity(left, right), 4) == 0.6667
    assert containment((), right) == 0


WORDS = st.lists(st.sampled_from(("red", "green", "one", "two")), min_size=1, max_size=5).map(" ".join)


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
def test_every_sentence_is_in_one_pair_at_most(left: list[str], right: list[str]) -> None:
    pairs = join_neighbours(align_sentences(left, right), left, right)
    for used in ([one for pair in pairs for one in pair.left], [one for pair in pairs for one in pair.right]):
        assert len(used) == len(set(used))
