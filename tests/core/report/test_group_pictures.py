"""The pictures of a group: ways from an origin, and lanes of time."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import ToldClaim
from provenance.report.bars_picture import Held, draw_bars
from provenance.report.group.schema import OriginDocument
from provenance.report.group.ways import MOST_WAYS, find_parents, ways_of
from provenance.report.group.ways_picture import WaysPicture, draw_ways
from provenance.report.timeline_picture import NARROW, WIDE, Lane, draw_timeline
from tests.builders import a_chain, a_claim, an_article, an_outlet_agent

DAY = date(2025, 6, 2)
NAMES = st.text(min_size=1, max_size=60).filter(lambda name: bool(name.strip()))


def told(publisher: str, carriers: tuple[str, ...] = (), speaker: str | None = "Ada Brown", day: int = 0) -> ToldClaim:
    published = DAY + timedelta(days=day)
    article = an_article(
        f"{publisher} {carriers} {day}", url=f"https://x.example/{publisher}/{day}", published=published
    )
    chain = a_chain(an_outlet_agent(publisher), [an_outlet_agent(name) for name in carriers], speaker)
    return ToldClaim(article=article, claim=a_claim(article=article, chain=chain))


def an_origin(claims: list[ToldClaim], reprints: tuple[tuple[str, str], ...] = ()) -> OriginDocument:
    ways, left_off = ways_of(claims, find_parents(claims, reprints), families=False)
    return {
        "number": 1,
        "names": [],
        "merges": [],
        "left_out": None,
        "claims": [],
        "ways": ways,
        "ways_left_off": left_off,
    }


def names(picture: WaysPicture) -> list[tuple[str, float]]:
    return [(node.title, node.x) for node in picture.nodes]


def test_the_origin_stands_on_top_and_who_has_it_from_there_below_and_further_in() -> None:
    claims = [told("North", ("TASS",)), told("South", ("TASS",)), told("East")]
    picture = draw_ways(an_origin(claims))
    assert names(picture) == [("Ada Brown", 1.0), ("TASS", 29.0), ("North", 57.0), ("South", 57.0), ("East", 29.0)]
    assert len(picture.arrows) == 4
    for (_, start), _, (_, end) in picture.arrows:
        assert end < start


def test_a_reprint_stands_below_what_it_reprints() -> None:
    wire, copy = told("Wire", speaker=None), told("Copy", speaker=None, day=1)
    picture = draw_ways(an_origin([copy, wire], ((copy.article.id, wire.article.id),)))
    assert names(picture) == [("Wire", 1.0), ("Copy", 29.0)]
    assert picture.nodes[1].lines[1].text.startswith("reprints")


def test_of_two_texts_of_one_day_the_one_that_others_credit_came_first() -> None:
    claims = [told("Aaa", speaker=None), told("Wire", speaker=None), told("Zzz", ("Wire",), speaker=None)]
    picture = draw_ways(an_origin(claims, ((claims[0].article.id, claims[1].article.id),)))
    assert names(picture)[0] == ("Wire", 1.0)


def test_the_picture_of_many_has_no_more_boxes_than_a_reader_takes_in() -> None:
    claims = [told(f"Paper {number}", (f"Wire {number % 30}",), day=number % 9) for number in range(400)]
    picture = draw_ways(an_origin(claims))
    assert len(picture.nodes) <= MOST_WAYS
    assert any("further" in line.text for node in picture.nodes for line in node.lines)


@pytest.mark.parametrize("name", ["x" * 500, "word " * 200, "وكالة الساحل " * 40, "Телеграфное агентство " * 30])
def test_a_long_name_is_cut_and_stands_whole_in_its_title(name: str) -> None:
    node = draw_ways(an_origin([told("North", speaker=name)])).nodes[0]
    assert node.title == name
    assert len([line for line in node.lines if line.name]) <= 3


@settings(max_examples=30)
@given(st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=2), NAMES), min_size=1, max_size=12))
def test_no_two_boxes_overlap_and_all_lie_within_whatever_the_names_and_their_order(
    chains: list[tuple[str, list[str], str]],
) -> None:
    claims = [told(publisher, tuple(carriers), speaker) for publisher, carriers, speaker in chains]
    picture = draw_ways(an_origin(claims))
    assert picture == draw_ways(an_origin(claims[::-1]))
    for node in picture.nodes:
        assert 0 <= node.x < node.x + node.width < picture.width
        assert 0 <= node.y < node.y + node.height < picture.height
    for one, other in combinations(picture.nodes, 2):
        assert one.y + one.height < other.y or other.y + other.height < one.y


@settings(max_examples=40)
@given(
    st.lists(
        st.dictionaries(st.none() | st.integers(0, 4000), st.integers(1, 5000), min_size=1, max_size=30),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([NARROW, WIDE]),
)
def test_dots_of_a_lane_never_touch_and_count_all(lanes: list[dict[int | None, int]], width: int) -> None:
    drawn = draw_timeline([a_lane(f"Lane {place}", days) for place, days in enumerate(lanes)], width)
    for row, days in zip(drawn.rows, lanes, strict=True):
        for dot in row.dots:
            assert row.start <= dot.x - dot.radius < dot.x + dot.radius <= drawn.width
        for one, other in combinations(row.dots, 2):
            assert abs(one.x - other.x) >= one.radius + other.radius
        assert sum(int(dot.title.rsplit(": ", 1)[1].split()[0]) for dot in row.dots) == sum(days.values())
        assert 0 < row.y < drawn.height
    dated = [tick for tick in drawn.ticks if tick.text != "?"]
    assert all(0 <= tick.x <= drawn.width for tick in dated)


def a_lane(name: str, days: dict[int | None, int]) -> Lane:
    held = tuple((None if day is None else DAY + timedelta(days=day), number) for day, number in days.items())
    return Lane(name=name, days=held)


def test_a_bar_lies_over_the_time_for_which_it_holds() -> None:
    held = [
        Held(name="owned", since=date(2000, 1, 1), until=date(2010, 1, 1)),
        Held(name="always", since=None, until=None, said=date(2020, 1, 1)),
    ]
    drawn = draw_bars(held, date(2020, 1, 1), NARROW)
    first, second = drawn.bars
    assert (first.x, round(first.width), first.opens, first.closes) == (0, 180, True, True)
    assert (second.x, second.width, second.said, second.opens, second.closes) == (0, 359, 359.0, False, False)
    assert drawn.now == 359.0


def test_what_is_older_than_thirty_years_is_marked_at_the_edge_and_presses_nothing_together() -> None:
    held = [
        Held(name="named otherwise", since=date(1925, 1, 1), until=date(1992, 1, 1)),
        Held(name="named so", since=date(1992, 1, 1), until=date(2014, 9, 1)),
        Held(name="owned", since=date(2014, 9, 1), until=None, said=date(2023, 1, 1)),
        Held(name="closed", since=None, until=date(1980, 1, 1)),
    ]
    drawn = draw_bars(held, date(2026, 6, 1), NARROW)
    assert [bar.older for bar in drawn.bars] == ["1925 to 1992", "1992", "", "until 1980"]
    assert [bar.opens for bar in drawn.bars] == [False, False, True, False]
    assert [bar.closes for bar in drawn.bars] == [False, True, False, False]
    assert [bar.x for bar in drawn.bars[:2]] == [0, 0]
    assert drawn.ticks[0].text == "1997"
    assert 210 < drawn.bars[1].width < 240
    earlier = draw_bars(held, date(1990, 6, 1), NARROW)
    assert [bar.older for bar in earlier.bars] == ["1925", "", "", ""]
