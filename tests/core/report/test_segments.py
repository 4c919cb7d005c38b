"""A text cut at the borders of its claims."""

import time
from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from provenance.report.segments import Paragraph, Segment, cut_paragraphs


def put_together(paragraphs: Sequence[Paragraph]) -> str:
    return "".join(part.before + "".join(segment.text for segment in part.segments) + part.after for part in paragraphs)


def segments_of(text: str, claims: Mapping[int, Sequence[list[int]]]) -> tuple[Segment, ...]:
    (paragraph,) = cut_paragraphs(text, claims)
    return paragraph.segments


def test_a_text_without_claims_is_one_segment() -> None:
    assert segments_of("Nothing to mark.", {}) == (Segment(text="Nothing to mark.", claims=()),)


def test_a_claim_within_a_claim_is_marked_first_and_the_outer_one_where_it_stands_alone() -> None:
    assert segments_of("He said she lied.", {1: [[0, 16]], 2: [[8, 16]]}) == (
        Segment(text="He said ", claims=(1,), home=True),
        Segment(text="she lied", claims=(2, 1), home=True),
        Segment(text=".", claims=()),
    )


def test_claims_that_overlap_share_the_middle() -> None:
    assert segments_of("abcdef", {1: [[0, 4]], 2: [[2, 6]]}) == (
        Segment(text="ab", claims=(1,), home=True),
        Segment(text="cd", claims=(1, 2)),
        Segment(text="ef", claims=(2,), home=True),
    )


def test_of_two_claims_in_one_place_the_second_begins_there() -> None:
    assert segments_of("abc", {1: [[0, 3]], 2: [[0, 3]]}) == (
        Segment(text="abc", claims=(1, 2), home=True, starts=(2,)),
    )


def test_a_claim_in_pieces_has_its_home_in_the_first() -> None:
    assert segments_of("“A,” he said. “B.”", {1: [[1, 3], [15, 17]]}) == (
        Segment(text="“", claims=()),
        Segment(text="A,", claims=(1,), home=True),
        Segment(text="” he said. “", claims=()),
        Segment(text="B.", claims=(1,)),
        Segment(text="”", claims=()),
    )


def test_lines_are_paragraphs_and_a_claim_may_run_over_their_border() -> None:
    assert cut_paragraphs(" One.\nTwo.\n", {1: [[1, 8]]}) == (
        Paragraph(segments=(Segment(text="One.", claims=(1,), home=True),), before=" "),
        Paragraph(segments=(Segment(text="Tw", claims=(1,)), Segment(text="o.", claims=())), before="\n", after="\n"),
    )


def test_in_a_text_wrapped_at_a_fixed_width_blank_lines_part_paragraphs() -> None:
    paragraphs = cut_paragraphs("A line\nwrapped.\n\nAnother\none.", {})
    assert [part.segments[0].text for part in paragraphs] == ["A line\nwrapped.", "Another\none."]


def test_one_blank_line_does_not_make_a_text_with_long_lines_a_wrapped_one() -> None:
    paragraphs = cut_paragraphs(f"{'long ' * 30}\nSecond.\n\nThird.", {})
    assert len(paragraphs) == 3


def test_an_empty_text_has_one_empty_paragraph() -> None:
    assert cut_paragraphs("", {}) == (Paragraph(segments=()),)


def test_a_claim_that_lies_in_white_space_can_still_be_reached() -> None:
    assert cut_paragraphs("a\n \nb", {1: [[1, 3]]})[-1].segments[-1] == Segment(text="", claims=(), starts=(1,))


def test_long_white_space_and_many_claims_take_no_time() -> None:
    text = " " * 200_000 + "x" + "\n \t" * 100_000 + "words " * 20_000
    claims = {number: [[400_000 + number * 10, 400_000 + number * 10 + 25]] for number in range(5_000)}
    started = time.process_time()
    assert put_together(cut_paragraphs(text, claims)) == text
    assert time.process_time() - started < 10


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, dict[int, list[list[int]]]]:
    text = draw(st.text(alphabet="ab \n\tй“\u00ad\u202e", min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).map(sorted)
    spans = st.lists(places.filter(lambda place: place[0] < place[1]), min_size=1, max_size=3)
    return text, dict(enumerate(draw(st.lists(spans, max_size=6)), start=1))


@given(marked=marked_texts())
def test_every_claim_is_marked_where_it_stands_and_begins_once(
    marked: tuple[str, dict[int, list[list[int]]]],
) -> None:
    text, claims = marked
    paragraphs = cut_paragraphs(text, claims)
    assert put_together(paragraphs) == text
    at = 0
    begins: list[int] = []
    for paragraph in paragraphs:
        at += len(paragraph.before)
        for segment in paragraph.segments:
            begins += [*segment.starts, *(segment.claims[:1] if segment.home else ())]
            for place in range(at, at + len(segment.text)):
                holding = {number for number, spans in claims.items() if any(a <= place < b for a, b in spans)}
                assert set(segment.claims) == holding
            at += len(segment.text)
    assert sorted(begins) == sorted(claims)
