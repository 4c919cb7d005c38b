"""The picture of a chain."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Agent, AgentKind, Chain
from provenance.report import finding_to_dict
from provenance.report.picture import WIDTH, Picture, draw_chain
from tests.builders import a_carrier, a_chain, a_claim, a_link
from tests.core.report.small import a_finding


def picture_of(chain: Chain) -> Picture:
    return draw_chain(finding_to_dict(a_finding(a_claim(chain=chain)))["chain"])


def in_parallel(*names: str) -> Chain:
    start = a_chain(speaker=None)
    carriers = tuple(replace(a_carrier(name), step=1) for name in names)
    return Chain(links=(*start.links, *carriers, a_link("somebody", step=2)))


def test_the_page_stands_on_top_and_the_origin_at_the_foot() -> None:
    picture = picture_of(a_chain(carriers=["Reuters"], speaker="Vladimir Medinsky"))
    assert [(row.role, row.nodes[0].lines[0].text) for row in picture.rows] == [
        ("printed by", "Example Times"),
        ("carried by", "Reuters"),
        ("said by", "Vladimir Medinsky"),
    ]
    tops = [row.top for row in picture.rows]
    assert tops == sorted(tops)


def test_every_arrow_points_up_between_two_steps() -> None:
    picture = picture_of(a_chain(carriers=["Reuters"]))
    page, carrier, speaker = (row.nodes[0] for row in picture.rows)
    first, second = picture.arrows
    assert page.y + page.height < first[2] < first[1] < carrier.y
    assert carrier.y + carrier.height < second[2] < second[1] < speaker.y


def test_links_in_parallel_stand_side_by_side() -> None:
    picture = picture_of(in_parallel("TASS", "RBC", "RIA"))
    assert [[node.lines[0].text for node in row.nodes] for row in picture.rows] == [
        ["Example Times"],
        ["TASS", "RBC", "RIA"],
        ["somebody"],
    ]
    assert len(picture.arrows) == 4


def test_parallel_links_with_long_names_go_on_in_the_next_row_of_their_step() -> None:
    picture = picture_of(in_parallel("A", "B", "Nachrichtenagenturgesellschaft"))
    rows = [(row.first, [node.lines[0].text for node in row.nodes]) for row in picture.rows[1:-1]]
    assert rows == [(True, ["A"]), (False, ["B"]), (False, ["Nachrichtenagenturgesellschaft"])]
    ((left, top, width, height),) = picture.frames
    for node in (node for row in picture.rows[1:-1] for node in row.nodes):
        assert left < node.x < node.x + node.width < left + width
        assert top < node.y < node.y + node.height < top + height
    assert len(picture.arrows) == 2


@pytest.mark.parametrize("name", ["x" * 500, "word " * 200, "漢字" * 80, "وكالة الساحل " * 40])
def test_what_does_not_fit_ends_in_an_ellipsis(name: str) -> None:
    (node,) = picture_of(a_chain(speaker=name)).rows[-1].nodes
    assert len(node.lines) <= 3
    assert node.lines[-1].text.endswith("…")


@given(names=st.lists(st.text(min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=7))
def test_every_box_lies_within_the_picture_and_none_touches_another(names: list[str]) -> None:
    agents = [Agent(name=name, kind=AgentKind.OUTLET) for name in names]
    start = a_chain(speaker=None)
    carriers = tuple(replace(a_carrier(agent), step=1) for agent in agents)
    picture = picture_of(Chain(links=(*start.links, *carriers)))
    nodes = [node for row in picture.rows for node in row.nodes]
    assert len(nodes) == len(names) + 1
    for node in nodes:
        assert node.x >= 0
        assert node.x + node.width <= WIDTH
        assert node.y + node.height <= picture.height
        assert all(node.y < line.y < node.y + node.height for line in node.lines)
    for one in nodes:
        for other in nodes:
            apart = one.x + one.width < other.x or other.x + other.width < one.x
            assert one is other or apart or one.y + one.height < other.y or other.y + other.height < one.y
