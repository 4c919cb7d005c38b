"""The benchmark of reprints: what its script makes of a text, and how thresholds of others are chosen."""

import numpy as np
import pytest

from benchmarks.matching.beside import average_linkage, cut, precise_threshold
from benchmarks.matching.editing import credit, edit, paraphrase
from benchmarks.matching.reprints import Pair, figures
from provenance.matching import containment, said_words
from provenance.services.resources import load_directory

WORDS = ("harbour", "window", "seldom", "copper", "walked")
STORY = "\n".join(
    f"The council of town number {number} met on Monday and said that the bridge over its river would be mended."
    for number in range(20)
)


@pytest.mark.parametrize("percentage", [10, 30, 60])
def test_so_much_of_a_text_is_edited_as_was_asked_for(percentage: int) -> None:
    edited = edit(STORY, percentage, "a story", WORDS)
    before, after = said_words(STORY), said_words(edited)
    gone = 1 - containment(before, after)
    added = 1 - containment(after, before)
    assert max(gone, added) <= percentage / 100 + 0.01
    assert gone + added >= percentage / 200


def test_the_same_name_gives_the_same_edits_and_another_gives_others() -> None:
    assert edit(STORY, 30, "one", WORDS) == edit(STORY, 30, "one", WORDS)
    assert edit(STORY, 30, "one", WORDS) != edit(STORY, 30, "other", WORDS)


def test_a_paraphrase_puts_the_speaker_behind_what_was_said() -> None:
    told = paraphrase(("Pilots", "said", "that", "the", "ferry", "had", "left", "before", "the", "storm."))
    assert " ".join(told) == "The ferry had left ahead of the storm, as reported by Pilots."


def test_a_source_is_credited_in_one_reprint_and_nowhere_named_in_the_other() -> None:
    text = "KYIV (Reuters) - The ferry left, the captain told Reuters."
    credits_ = credit(text, text, load_directory())
    assert credits_.kept.endswith("(Reporting by Reuters)")
    assert "Reuters" not in credits_.hidden
    assert "The ferry left, the captain told the agency." in credits_.hidden


def test_the_figures_name_every_false_reprint_and_count_recall_by_kind() -> None:
    made = Pair(name="made", left="", right="", reprint=True, half=1, kind=("10 %", "kept"))
    missed = Pair(name="missed", left="", right="", reprint=True, half=1, kind=("60 %", "kept"))
    apart = Pair(name="apart", left="", right="", reprint=False, half=1, kind=("other",))
    reached = figures([made, missed, apart], [True, False, True])
    assert (reached.precision, reached.recall, reached.false) == (0.5, 0.5, ("apart",))
    assert reached.recall_by_kind == {("10 %", "kept"): 1.0, ("60 %", "kept"): 0.0}


def test_the_threshold_finds_most_of_what_is_sure_enough_and_is_no_lower_than_it_must() -> None:
    sure = np.array([0.9, 0.7, 0.5, 0.4]), np.array([True, True, False, True])
    assert precise_threshold(*sure) == 0.7
    apart = np.array([0.9, 0.7, 0.3, 0.2]), np.array([True, True, False, False])
    assert precise_threshold(*apart) == 0.7
    assert precise_threshold(np.array([0.5]), np.array([False])) == np.inf


def test_clusters_are_cut_by_their_mean_similarity() -> None:
    rows = [{"id": name} for name in "abc"]
    merges = average_linkage(3, [(0, 1), (0, 2), (1, 2)], [0.8, 0.6, 0.2])
    assert merges == [(0.8, 0, 1), (pytest.approx(0.4), 0, 2)]
    assert len(set(cut(rows, merges, 0.5).values())) == 2
    assert len(set(cut(rows, merges, 0.3).values())) == 1
