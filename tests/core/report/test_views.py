"""What a page shows of a report: the views that the mailed report and the desk share."""

import re
from dataclasses import replace

import pytest

from provenance.analysis import related_articles
from provenance.model import Agent, AgentKind, Chain, Link, Role
from provenance.report import articles_related, make_environment, render_markdown, report_to_dict, view_report
from provenance.report.schema import ReportDocument
from provenance.report.wording import SOURCES, jointly_in_words, origins_joined_in_words, speakers_in_words
from tests.builders import a_carrier, a_chain, a_link
from tests.core.report.hostile import HOSTILE
from tests.core.report.sample import sample_report
from tests.core.report.small import a_finding, a_hostile_report, a_small_claim, a_small_report, templates

BODY = """{% import "article.html" as part %}{{ part.heading(document, "Article") }}
{{ part.reading(document, view, actions, choosing) }}{{ part.rest(document, view) }}"""


def sample() -> ReportDocument:
    return report_to_dict(sample_report())


def link_to(kind: str, *ids: str) -> str:
    return f"/{kind}/{'/'.join(str(len(one)) for one in ids)}"


def body(document: ReportDocument, **hooks: object) -> str:
    environment = make_environment(templates() | {"body.html": BODY}, link_to)
    hooks = {"actions": None, "choosing": None} | hooks
    return environment.get_template("body.html").render(document=document, view=view_report(document), **hooks)


def test_where_no_kind_is_chosen_every_claim_is_shown() -> None:
    view = view_report(sample())
    assert view.hidden == frozenset()
    assert not any(share.chosen for share in view.shares)


@pytest.mark.parametrize("kinds", [("unnamed",), ("document", "speaker"), tuple(SOURCES)])
def test_choosing_kinds_of_source_hides_the_claims_of_all_others(kinds: tuple[str, ...]) -> None:
    view = view_report(sample(), kinds)
    assert view.hidden == {number for number, kind in view.kinds.items() if kind not in kinds}
    assert {claim.number for claim in view.claims if claim.hidden} == view.hidden
    assert {share.kind for share in view.shares if share.chosen} == set(kinds)


def test_a_kind_that_is_none_is_not_asked_for() -> None:
    assert view_report(sample(), ("rumour", "")) == view_report(sample())


def test_following_a_choice_adds_its_kind_and_following_it_again_takes_it_away() -> None:
    following = {share.kind: share.following for share in view_report(sample(), ("document",)).shares}
    assert following["speaker"] == ("speaker", "document")
    assert following["document"] == ()


def test_other_articles_come_once_with_what_they_are_to_this_one_those_with_most_first() -> None:
    report = sample_report()
    related = articles_related(replace(report, related=related_articles(report.article.id, report.findings)))
    assert len({each.article["id"] for each in related}) == len(related)
    counts = [sum(count for _, count in each.kinds) for each in related]
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) == sum(len(finding.relations) for finding in report.findings) > 0


def test_an_article_is_not_related_to_itself() -> None:
    report = sample_report()
    finding = next(finding for finding in report.findings if finding.relations)
    own = replace(finding.relations[0], article=report.article)
    assert related_articles(report.article.id, [replace(finding, relations=(own,))]) == ()


def test_names_lead_to_their_pages_where_there_are_any_and_nowhere_else() -> None:
    html = body(sample())
    for kind in ("outlet", "speaker", "claim", "comparison"):
        assert f'href="/{kind}/' in html, kind


def test_what_can_be_done_with_a_claim_stands_in_its_panel() -> None:
    html = body(sample(), actions=lambda view: f"act on {view.number};")
    assert [f"act on {number};" in html for number in range(1, 19)] == [True] * 17 + [False]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_where_names_are_links(words: str) -> None:
    html = body(report_to_dict(a_hostile_report(words)), choosing=lambda kinds: f"?kind={len(kinds)}")
    assert "<script" not in html
    assert all(link.startswith(("#", "/", "?", "https://example.org/")) for link in re.findall(r'href="([^"]*)"', html))


def test_the_list_of_a_chain_begins_on_the_page_and_counts_from_there() -> None:
    page = body(report_to_dict(a_small_report()))
    listed = re.findall(r'<span class="step">([^<]+)</span> <span class="role">([^<]+)</span>', page)
    assert listed == [("page", "printed by"), ("1.", "carried by"), ("2.", "said by")]


def several(*names: str, role: Role = Role.SPEAKER) -> Chain:
    """All at the end of one chain, on one step."""
    kind = AgentKind.PERSON if role is Role.SPEAKER else AgentKind.OUTLET
    make = a_link if role is Role.SPEAKER else a_carrier
    first: Link = a_chain(speaker=None).links[0]
    return Chain(links=(first, *(make(Agent(name=name, kind=kind)) for name in names)))


def test_several_speakers_of_one_claim_are_told_why_they_are_one_origin() -> None:
    report = report_to_dict(a_small_report(findings=(a_finding(a_small_claim(chain=several("Russia", "Ukraine"))),)))
    chain = report["findings"][0]["chain"]
    told = "Russia and Ukraine are one origin here: they are credited together, and what each says alone is not told."
    assert jointly_in_words(chain) == told
    assert origins_joined_in_words([chain, chain]) == [told]
    assert told in body(report)
    assert told in render_markdown(
        a_small_report(findings=(a_finding(a_small_claim(chain=several("Russia", "Ukraine"))),))
    )
    assert speakers_in_words(report) == (
        "2 named speakers make 1 origin: who says a thing together with others, or has it from them, counts once."
    )


def test_one_speaker_needs_no_word_on_why_it_is_one_origin() -> None:
    report = report_to_dict(a_small_report())
    assert jointly_in_words(report["findings"][0]["chain"]) is None
    assert speakers_in_words(report) is None


def test_outlets_that_carry_a_claim_side_by_side_and_name_nobody_are_one_origin() -> None:
    finding = a_finding(a_small_claim(chain=several("TASS", "Interfax", "RBC", role=Role.CARRIER)))
    (chain,) = [each["chain"] for each in report_to_dict(a_small_report(findings=(finding,)))["findings"]]
    assert jointly_in_words(chain) == (
        "TASS, Interfax and RBC are one origin here: they are credited side by side, and no speaker is named."
    )
