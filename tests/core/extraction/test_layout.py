"""The blocks of a text."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.layout import BlockKind, find_blocks


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in find_blocks(text, title)]


def test_a_short_first_line_without_a_full_stop_is_a_headline() -> None:
    assert kinds("Bridge reopens after flood\nThe bridge reopened on Monday.") == [
        ("headline", "Bridge reopens after flood"),
        ("prose", "The bridge reopened on Monday."),
    ]


def test_lines_are_joined_while_a_quotation_stands_open() -> None:
    text = '"We shall rebuild.\nIt will take a year," he said.\nThe river fell.'
    assert kinds(text) == [
        ("prose", '"We shall rebuild.\nIt will take a year," he said.'),
        ("prose", "The river fell."),
    ]


def test_a_quotation_of_several_paragraphs_opens_each_of_them() -> None:
    text = "“We shall rebuild.\n“It will take a year,” he said."
    assert kinds(text) == [("prose", "“We shall rebuild."), ("prose", "“It will take a year,” he said.")]


def test_a_line_longer_than_a_parser_holds_is_cut_behind_a_sentence() -> None:
    text = "The river rose by two metres during the night. " * 1000
    blocks = find_blocks(text, None)
    assert "".join(block.span.of(text) for block in blocks) == text
    assert all(block.span.of(text).rstrip().endswith("night.") for block in blocks)
    assert max(block.span.end - block.span.start for block in blocks) <= 20_000


def test_a_line_without_a_single_space_is_cut_all_the_same() -> None:
    text = "a" * 50_001
    assert [block.span.end - block.span.start for block in find_blocks(text, None)] == [20_000, 20_000, 10_001]


@given(st.text(alphabet="ab.“”\"'\n (:", max_size=80))
def test_blocks_lie_in_the_text_in_order_and_apart(text: str) -> None:
    blocks = find_blocks(text, None)
    assert all(block.kind in BlockKind for block in blocks)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(blocks))
    left_out = text
    for block in reversed(blocks):
        left_out = left_out[: block.span.start] + left_out[block.span.end :]
    assert not left_out.strip()
