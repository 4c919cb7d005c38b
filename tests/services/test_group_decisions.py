"""A group's page lists what people decided of its claims, of their reading too."""

from provenance import services
from provenance.model import Article, RelationAnswer
from tests.services.test_correcting import BRIDGE, BY, DAM, NOW, Desk, a_person
from tests.services.test_correcting import article as article  # noqa: PLC0414 - a fixture
from tests.services.test_correcting import desk as desk  # noqa: PLC0414 - a fixture
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures


def decisions_on_page(desk: Desk, article: Article, words: str) -> list[int]:
    """On that of the group of the article's claim."""
    (group,) = [row.finding.group for row in desk.rows(article) if row.finding.claim.text == words]
    return [each.decision.id for each in services.view_group(desk.settings, NOW, group.id).decisions]


def test_corrections_of_a_member_stand_on_the_page_and_stay_there_when_taken_back(desk: Desk, article: Article) -> None:
    desk.read("south", f"{BRIDGE}, Eva Stone said.", (BRIDGE, "Eva Stone"))
    made = desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    services.confirm_claim(desk.settings, NOW, made, BY)
    services.confirm_claim(desk.settings, NOW, desk.id_of(article, DAM), BY)
    assert decisions_on_page(desk, article, BRIDGE) == [1, 2]
    desk.undo(1)
    assert decisions_on_page(desk, article, BRIDGE) == [1, 2]
    assert decisions_on_page(desk, article, DAM) == [3]


def test_a_decision_on_two_claims_that_was_taken_back_is_found_by_a_claim_that_was_corrected_since(
    desk: Desk, article: Article
) -> None:
    other = desk.read("south", f"{BRIDGE}, Eva Stone said.", (BRIDGE, "Eva Stone"))
    one, two = desk.id_of(article, DAM), desk.id_of(other, BRIDGE)
    services.relate_claims(desk.settings, NOW, one, two, RelationAnswer.CONTRADICTS, BY)
    desk.undo(1)
    desk.correct(one, speakers=a_person("Carl Green"))
    assert decisions_on_page(desk, article, DAM) == [1, 3]


def test_a_rejection_that_was_taken_back_stands_on_the_page_of_its_claim(desk: Desk, article: Article) -> None:
    services.reject_claim(desk.settings, NOW, desk.id_of(article, DAM), BY)
    desk.undo(1)
    assert decisions_on_page(desk, article, DAM) == [1]
    assert decisions_on_page(desk, article, BRIDGE) == []
