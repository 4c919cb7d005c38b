"""An earlier revision of an article: as the machine reads it, with the decisions in force that fit it."""

from provenance import services
from provenance.model import Article, GivenClaim, GivenWords
from provenance.services import StoredReport
from tests.services.test_correcting import BRIDGE, BY, DAM, LINE, NOW, Desk, a_person, spoken
from tests.services.test_correcting import article as article  # noqa: PLC0414 - a fixture
from tests.services.test_correcting import desk as desk  # noqa: PLC0414 - a fixture
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures

LATER = f"Good news. {LINE} The harbour rang its bells."


def read_again(desk: Desk) -> Article:
    """Its text has changed by now; what the machine read of it has not."""
    return desk.read("north", LATER, (DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))


def first(desk: Desk, article: Article) -> StoredReport:
    return services.show_article(desk.settings, NOW, article.id, 1)


def told(shown: StoredReport) -> list[tuple[str, str]]:
    return [(finding.claim.text, spoken(finding.claim)) for finding in shown.report.findings]


def test_a_decision_that_was_taken_back_since_no_longer_holds_in_an_earlier_revision(
    desk: Desk, article: Article
) -> None:
    desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    read_again(desk)
    assert told(first(desk, article)) == [(DAM, "Ada Brown"), (BRIDGE, "Carl Green")]
    desk.undo(1)
    assert told(first(desk, article)) == [(DAM, "Ada Brown"), (BRIDGE, "Ada Brown")]


def test_a_decision_made_since_holds_in_an_earlier_revision_that_has_its_words(desk: Desk, article: Article) -> None:
    later = read_again(desk)
    desk.correct(desk.id_of(later, BRIDGE), speakers=a_person("Carl Green"))
    services.reject_claim(desk.settings, NOW, desk.id_of(later, DAM), BY)
    shown = first(desk, article)
    assert told(shown) == [(BRIDGE, "Carl Green")]
    assert [each.decision.id for each in shown.report.findings[0].decisions] == [1]
    assert [(each.decision.id, each.read.text) for each in shown.report.rejected if each.read] == [(2, DAM)]


def test_a_decision_on_words_that_an_earlier_revision_lacks_is_not_said_to_wait_there(
    desk: Desk, article: Article
) -> None:
    read_again(desk)
    given = GivenClaim(content=(GivenWords("The harbour rang its bells"),))
    services.add_claim(desk.settings, NOW, article.id, given, BY)
    shown = first(desk, article)
    assert told(shown) == [(DAM, "Ada Brown"), (BRIDGE, "Ada Brown")]
    assert shown.report.waiting == ()


def test_a_decision_changes_nothing_between_two_revisions_that_it_fits(desk: Desk, article: Article) -> None:
    later = read_again(desk)
    desk.correct(desk.id_of(later, BRIDGE), speakers=a_person("Carl Green"))
    found = services.list_revisions(desk.settings, NOW, article.id)
    assert found.diff is not None
    changed = [edit for pair in found.diff.diff.pairs for edit in pair.edits]
    assert changed == []


def test_claims_stand_in_the_order_of_the_text_after_a_decision_was_taken_back(desk: Desk, article: Article) -> None:
    desk.correct(desk.id_of(article, DAM), speakers=a_person("Carl Green"))
    desk.undo(1)
    assert desk.claims(article) == [(DAM, "Ada Brown"), (BRIDGE, "Ada Brown")]
