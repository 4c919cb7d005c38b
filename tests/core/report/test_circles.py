"""Circular reporting in every form of the report, and its picture."""

from itertools import pairwise

import pytest

from provenance.model import CircleKind, CircleStep, Report, StepKind, ToldClaim
from provenance.report import render_html, render_markdown, render_text, report_to_dict
from provenance.report.circle_picture import CirclePicture, draw_circle
from tests.builders import an_article
from tests.core.report.small import a_circle, a_small_claim, a_small_report, templates

HERE = ToldClaim(article=an_article(), claim=a_small_claim())


def circular(**values: object) -> Report:
    return a_small_report(circles=(a_circle(HERE, **values),))  # type: ignore[arg-type]


def in_html(report: Report) -> str:
    return render_html(report, templates())


def in_text(report: Report) -> str:
    return " ".join(render_text(report, 116, colour=False).split())


@pytest.mark.parametrize("render", [in_text, render_markdown, in_html])
def test_a_circle_is_told_with_the_claims_that_take_part(render: object) -> None:
    page = render(circular())  # type: ignore[operator]
    assert "Reports that rest on one another" in page
    assert "They rest on each other." in page
    assert "Claim 1" in page
    assert "rest on one another" not in render(a_small_report())  # type: ignore[operator]


@pytest.mark.parametrize("render", [render_markdown, in_html])
def test_the_words_that_show_a_step_stand_beside_it(render: object) -> None:
    assert "the Paper reported" in render(circular())  # type: ignore[operator]


def test_the_picture_has_its_words_for_those_who_do_not_see_it() -> None:
    page = in_html(circular())
    assert "Example Times cites The Other Paper; The Other Paper cites Example Times.</desc>" in page


def picture_of(report: Report) -> CirclePicture:
    (circle,) = report_to_dict(report)["circles"]
    return draw_circle(circle)


def names_in(picture: CirclePicture) -> list[str]:
    return [next(line.text for line in node.lines if line.name) for node in picture.nodes]


def test_a_ring_leads_down_from_one_to_the_next_and_back_to_the_first() -> None:
    picture = picture_of(circular())
    down, back = picture.arrows
    assert names_in(picture) == ["Example Times", "The Other Paper"]
    assert (down.heading, down.label, back.heading, back.label) == ("down", "cites", "right", "cites")
    first, last = picture.nodes
    assert first.y + first.height < down.points[0][1] + 3 < down.points[1][1] < last.y
    assert last.y < back.points[0][1] < last.y + last.height
    assert first.y < back.points[-1][1] < first.y + first.height


def one_root(*edges: tuple[str, str]) -> Report:
    steps = tuple(
        CircleStep(citing=citing, cited=cited, how=StepKind.CITES, claim=HERE.claim.id, words="")
        for citing, cited in edges
    )
    outlets = tuple(dict.fromkeys([*(citing for citing, _ in edges), edges[0][1]]))
    return circular(kind=CircleKind.ONE_ROOT, outlets=outlets, steps=steps)


def test_of_many_outlets_with_one_root_the_root_stands_on_top_and_each_below_the_one_it_cites() -> None:
    picture = picture_of(one_root(("B", "Root"), ("C", "Root"), ("D", "B")))
    assert names_in(picture) == ["Root", "B", "D", "C"]
    assert [node.x for node in picture.nodes] == [1, 31, 61, 31]
    assert [line.text for line in picture.nodes[2].lines] == ["D", "cites B"]
    tops = [node.y for node in picture.nodes]
    assert tops == sorted(tops)


def test_outlets_that_cite_each_other_below_a_root_are_drawn_once() -> None:
    assert sorted(names_in(picture_of(one_root(("B", "Root"), ("C", "B"), ("B", "C"))))) == ["B", "C", "Root"]


def test_nothing_is_drawn_outside_however_deep_and_long_it_is() -> None:
    chain = ["Root", *(f"Outlet {number} {'of a long name ' * 4}" for number in range(9))]
    picture = picture_of(one_root(*((citing, cited) for cited, citing in pairwise(chain))))
    assert len(picture.nodes) == 10
    for node in picture.nodes:
        assert 0 <= node.x < node.x + node.width <= picture.width
        assert node.y + node.height <= picture.height
    assert all(0 <= x <= picture.width and 0 <= y <= picture.height for one in picture.arrows for x, y in one.points)


def test_certainty_gained_shows_who_is_less_certain_and_who_says_so_plainly() -> None:
    step = CircleStep(citing="Late", cited="Early", how=StepKind.REPRINTS, claim=HERE.claim.id, words="copied")
    report = circular(kind=CircleKind.GAINS_CERTAINTY, outlets=("Early", "Late"), steps=(step,))
    lines = [[line.text for line in node.lines] for node in picture_of(report).nodes]
    assert lines == [["Early", "less certain"], ["Late", "reprints Early; says so plainly"]]
