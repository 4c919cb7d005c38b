import pytest

from benchmarks.matching.measures import average_precision, b_cubed, by_class


def test_b_cubed_by_hand() -> None:
    gold = {"a": 1, "b": 1, "c": 1, "d": 2}
    predicted = {"a": 1, "b": 1, "c": 2, "d": 2}
    precision = (1 + 1 + 1 / 2 + 1 / 2) / 4
    recall = (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    assert b_cubed(gold, predicted) == {
        "precision": precision,
        "recall": recall,
        "f1": pytest.approx(2 * precision * recall / (precision + recall)),
        "clusters": 2,
    }


def test_an_item_without_a_prediction_stands_alone() -> None:
    assert b_cubed({"a": 1, "b": 1}, {"a": 1})["recall"] == 0.5


def test_average_precision_takes_ties_in_one_step() -> None:
    assert average_precision([(0.9, True), (0.5, False), (0.5, True)]) == pytest.approx(1 / 2 + 1 / 2 * 2 / 3)
    assert average_precision([(0.9, False)]) == 0


def test_f1_by_class() -> None:
    scores = by_class(["yes", "yes", "no"], ["yes", "no", "no"])
    assert (scores["yes f1"], scores["no f1"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (scores["accuracy"], scores["macro f1"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
