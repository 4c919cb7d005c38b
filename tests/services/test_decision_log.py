"""The log of decisions as somebody looks through it, and an article's revisions, on either engine."""

from collections.abc import Callable

import pytest

from provenance import services
from provenance.errors import InvalidOption, NotStored
from provenance.model import RelationAnswer
from provenance.services import Authorship, DecisionFilter
from provenance.services.waiting import keep_waiting
from provenance.storage import open_store
from tests.services.test_deciding import BRIDGE, DAM, NOW, Desk
from tests.services.test_deciding import desk as desk  # noqa: PLC0414 - a fixture
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures

EVERYTHING = DecisionFilter()
OTHER = Authorship(made_by="Anna Arendt", why="the recording was cut")


def ids(log: services.DecisionLog) -> list[int]:
    return [each.decision.id for each in log.decisions]


def test_decisions_that_wait_come_first_then_the_latest(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    desk.relate("north", "south", RelationAnswer.ECHOES)
    desk.read("east", "Nothing at all is planned for the orchestra", speaker="Eva Stone")
    log = services.search_decisions(desk.settings, NOW, EVERYTHING)
    assert [(each.decision.id, each.without_claims) for each in log.decisions] == [(1, True), (2, False)]
    assert [each.machine is None for each in log.decisions] == [True, False]


def test_which_decisions_wait_is_kept_whatever_changes_it(desk: Desk) -> None:
    steps: tuple[tuple[Callable[[], object], set[int]], ...] = (
        (lambda: desk.relate("north", "east", RelationAnswer.CONTRADICTS), set()),
        (lambda: services.confirm_claim(desk.settings, NOW, desk.id_of("east"), OTHER), set()),
        (lambda: desk.read("east", "Nothing at all is planned for the orchestra", speaker="Eva Stone"), {1, 2}),
        (lambda: services.undo(desk.settings, NOW, 1, OTHER), {2}),
        (lambda: services.undo(desk.settings, NOW, 3, OTHER), {1, 2}),
        (lambda: services.undo(desk.settings, NOW, 2, OTHER), {1}),
        (lambda: desk.read("east", BRIDGE, before="Good news. ", speaker="Eva Stone"), set()),
        (lambda: services.undo(desk.settings, NOW, 5, OTHER), set()),
        (lambda: services.reject_claim(desk.settings, NOW, desk.id_of("north"), OTHER), {1}),
        (lambda: services.undo(desk.settings, NOW, 7, OTHER), set()),
    )
    services.list_groups(desk.settings, NOW)
    for place, (step, waiting) in enumerate(steps):
        step()
        with open_store(desk.settings.database, now=NOW) as store:
            assert (place, set(store.waiting())) == (place, waiting)
            kept = store.waiting()
            keep_waiting(store)
            assert store.waiting() == kept


@pytest.mark.parametrize("made_with", ["another edition", None])
def test_what_waits_is_found_anew_where_it_was_kept_by_another_edition(desk: Desk, made_with: str | None) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    desk.read("east", "Nothing at all is planned for the orchestra", speaker="Eva Stone")
    with open_store(desk.settings.database, now=NOW) as store:
        if made_with:
            store.begin_findings(made_with)
        store.keep_waiting([1], {})
        store.commit()
    for _ in range(2):
        log = services.search_decisions(desk.settings, NOW, EVERYTHING)
        assert [each.waits for each in log.decisions] == ["Its claims are not read in their articles now."]
        services.list_groups(desk.settings, NOW)
    with open_store(desk.settings.database, now=NOW) as store:
        assert set(store.waiting()) == {1}


def test_the_log_is_asked_by_who_decided_whatever_the_case(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    services.undo(desk.settings, NOW, 1, Authorship(made_by="ЖАННА Ås", why="the recording was cut"))
    for name, found in (("жанна åS", [2]), ("kyiv DESK", [1]), ("Kyiv", [])):
        assert ids(services.search_decisions(desk.settings, NOW, DecisionFilter(by=name))) == found


def test_a_decision_stands_beside_what_the_machine_reads(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    assert services.show_decision(desk.settings, NOW, 1).machine == "The machine reads: unrelated."
    with pytest.raises(NotStored):
        services.show_decision(desk.settings, NOW, 2)


def test_the_log_comes_in_pages_and_says_how_many_there_are(desk: Desk) -> None:
    for number in range(1, 4):
        desk.relate("north", "east", RelationAnswer.CONTRADICTS)
        services.undo(desk.settings, NOW, 2 * number - 1, OTHER)
    pages = [services.search_decisions(desk.settings, NOW, EVERYTHING, number, 4) for number in (1, 2, 3)]
    assert [ids(log) for log in pages] == [[6, 5, 4, 3], [2, 1], []]
    assert {log.total for log in pages} == {6}
    whole = services.search_decisions(desk.settings, NOW, EVERYTHING, None)
    assert ids(whole) == [6, 5, 4, 3, 2, 1]
    assert whole.people == ("Anna Arendt", "Kyiv desk")


def test_what_undoes_a_decision_is_about_its_articles(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    services.undo(desk.settings, NOW, 1, OTHER)
    services.undo(desk.settings, NOW, 2, OTHER)
    for name, found in (("east", [3, 2, 1]), ("south", [])):
        wanted = DecisionFilter(article=desk.claims[name].article_id)
        assert ids(services.search_decisions(desk.settings, NOW, wanted)) == found


def test_an_older_revision_is_shown_with_its_own_claims_held_against_nothing(desk: Desk) -> None:
    old = desk.claims["north"]
    new = desk.read("north", BRIDGE)
    shown = services.show_article(desk.settings, NOW, old.article_id, 1)
    assert [finding.claim.id for finding in shown.report.findings] == [old.id]
    assert (shown.report.compared_with, shown.report.findings[0].relations) == (0, ())
    assert [(each.number, each.current) for each in shown.revisions] == [(1, False), (2, True)]
    now = services.show_article(desk.settings, NOW, old.article_id)
    assert [finding.claim.id for finding in now.report.findings] == [new.id]
    assert now.report.compared_with == 2
    with pytest.raises(NotStored, match="it has 2"):
        services.show_article(desk.settings, NOW, old.article_id, 3)


def test_two_articles_are_compared_by_what_relates_them(desk: Desk) -> None:
    left, right = (desk.claims[name].article_id for name in ("north", "south"))
    compared = services.compare_articles(desk.settings, NOW, left, right)
    assert [related.article.id for finding in compared.findings for related in finding.relations] == [right]
    assert (compared.diff.diff.before.article.id, compared.diff.diff.after.article.id) == (left, right)
    assert services.compare_articles(desk.settings, NOW, left, desk.claims["east"].article_id).findings == ()
    with pytest.raises(InvalidOption, match="one article"):
        services.compare_articles(desk.settings, NOW, left, left)


def test_an_article_read_once_has_no_difference(desk: Desk) -> None:
    name = desk.claims["north"].article_id
    assert services.list_revisions(desk.settings, NOW, name).diff is None
    desk.read("north", DAM, before="After a night of rain. ")
    found = services.list_revisions(desk.settings, NOW, name)
    assert (found.before, found.after) == (1, 2)
    assert found.diff is not None
    assert not found.diff.diff.identical
