"""Quotation marks of every shape, and marks that are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.quotations import find_quotations

QUOTED = [
    ("He said “yes” twice.", ["“yes”"]),
    ('He said "yes" and "no".', ['"yes"', '"no"']),
    ("Er sagte „ja“ und ging.", ["„ja“"]),
    ("Il a dit «oui» hier.", ["«oui»"]),
    ("She called it ‘a scandal’ on Friday.", ["‘a scandal’"]),
    ("“He said ‘no’ to me,” she wrote.", ["“He said ‘no’ to me,”"]),
    ("“It never ends", ["“It never ends"]),
    ("The dogs’ owner and the cat's bowl.", []),
    ('A 6" pipe and a 7" one.', []),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_outermost_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_quotations(text)] == expected


@given(st.text(alphabet='ab “”"‘’«».,\n', max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_quotations(text)
    assert all(span.end <= len(text) for span in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
