"""What a person decides of the reading of an article takes effect, is kept, and can be taken back, on either engine."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from alembic import command

from provenance import services
from provenance.errors import DecidedOtherwise, InvalidOption, NotStored, UnknownOutlet
from provenance.model import (
    AgentKind,
    Article,
    Claim,
    DecisionKind,
    GivenCarrier,
    GivenClaim,
    GivenSpeaker,
    GivenWords,
    Mode,
    RelationAnswer,
    Span,
    Via,
)
from provenance.services import Authorship, ClaimRow
from provenance.services.comparing import save_article
from provenance.services.findings import find_article
from provenance.services.resources import load_directory
from provenance.services.scratch import scratch_store
from provenance.settings import Settings
from provenance.storage import check_store, open_store, upgrade_store
from tests.builders import a_claim, an_article, an_outlet_agent
from tests.storage.conftest import database, empty_database, migrated, server  # noqa: F401 - fixtures
from tests.storage.test_migrations import migrating

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BY = Authorship(made_by="Kyiv desk", why="heard the recording")
DAM = "The dam on the northern river will be closed for repairs until autumn"
BRIDGE = "The old harbour bridge will open to heavy lorries in May"
LINE = f"{DAM}, Ada Brown told TASS. {BRIDGE}, Carl Green said. The river is quiet."


class Desk:
    """A database with articles that the machine reads as it is told; no model is needed."""

    def __init__(self, database: str) -> None:  # noqa: F811
        self.settings = Settings(database=database)

    def read(self, name: str, text: str, *claims: tuple[str, str]) -> Article:
        """`claims` are words and who says them by the machine's reading."""
        article = an_article(
            text, url=f"https://{name}.example/page", outlet=None, outlet_name=name, published=date(2025, 6, 2)
        )
        publisher = an_outlet_agent(name, outlet=None)
        made = [
            a_claim(words, article=article, start=text.index(words), publisher=publisher, speaker=speaker)
            for words, speaker in claims
        ]
        with open_store(self.settings.database, now=NOW) as store:
            save_article(store, article, made, directory=load_directory(), now=NOW)
            store.commit()
        return article

    def rows(self, article: Article) -> tuple[ClaimRow, ...]:
        return services.list_claims(self.settings, NOW, services.ClaimFilter(article=article.id))

    def claims(self, article: Article) -> list[tuple[str, str]]:
        """Words and speakers of the claims in force, in the order of the text."""
        return [(claim.text, spoken(claim)) for claim in (row.finding.claim for row in self.rows(article))]

    def id_of(self, article: Article, words: str) -> str:
        return next(row.finding.claim.id for row in self.rows(article) if row.finding.claim.text == words)

    def correct(self, claim: str, **given: object) -> str:
        made = services.correct_claim(self.settings, NOW, claim, GivenClaim(**given), BY)  # type: ignore[arg-type]
        assert made.claim
        return made.claim

    def undo(self, decision: int) -> None:
        services.undo(self.settings, NOW, decision, BY)

    def states(self) -> list[str]:
        """Of each decision: holds, undone, or why it waits."""
        return [
            "undone" if one.undone_by else one.waits or "holds" for one in services.list_decisions(self.settings, NOW)
        ]


def spoken(claim: Claim) -> str:
    return " ← ".join(link.agent.name for link in claim.chain.links[1:])


def a_person(name: str) -> tuple[GivenSpeaker, ...]:
    return (GivenSpeaker(name=name, kind=AgentKind.PERSON),)


@pytest.fixture
def desk(database: str) -> Desk:  # noqa: F811
    return Desk(database)


@pytest.fixture
def article(desk: Desk) -> Article:
    return desk.read("north", LINE, (DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))


def test_a_corrected_speaker_takes_effect_in_lists_and_the_machines_reading_comes_back_when_undone(
    desk: Desk, article: Article
) -> None:
    before = [row.finding.claim for row in desk.rows(article)]
    made = desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    assert desk.claims(article) == [(DAM, "Ada Brown"), (BRIDGE, "Carl Green")]
    assert made not in {claim.id for claim in before}
    (decision,) = desk.rows(article)[1].finding.decisions
    assert (decision.decision.made.kind, decision.read) == (DecisionKind.CORRECT, before[1])
    assert decision.machine == f"The machine reads: “{BRIDGE}”, north ← Ada Brown."
    desk.undo(1)
    assert [row.finding.claim for row in desk.rows(article)] == before
    desk.undo(2)
    assert desk.id_of(article, BRIDGE) == made


def test_the_words_of_a_claim_are_corrected_by_words_or_by_offsets(desk: Desk, article: Article) -> None:
    desk.correct(desk.id_of(article, DAM), content=(GivenWords("The dam on the northern river will be closed"),))
    short = desk.id_of(article, "The dam on the northern river will be closed")
    desk.correct(short, content=(Span(0, 7), Span(30, len(DAM))))
    assert desk.claims(article)[0] == (f"The dam {LINE[30 : len(DAM)]}", "Ada Brown")
    assert desk.states() == ["holds", "holds"]


def test_carriers_are_corrected_with_the_words_that_credit_them(desk: Desk, article: Article) -> None:
    made = desk.correct(desk.id_of(article, DAM), carriers=(GivenCarrier(outlet="TASS", via=Via.TOLD),))
    claim = next(row.finding.claim for row in desk.rows(article) if row.finding.claim.id == made)
    (carrier,) = claim.chain.carriers
    assert (carrier.agent.outlet, carrier.via, carrier.mention) == ("tass", Via.TOLD, "TASS")
    assert carrier.span is not None
    assert carrier.span.of(LINE) == "TASS"
    assert carrier.standing is not None
    assert claim.chain.speakers[0].step == 2
    desk.correct(made, carriers=())
    assert desk.claims(article)[0] == (DAM, "Ada Brown")


def test_a_rejected_claim_is_counted_and_compared_nowhere(desk: Desk, article: Article) -> None:
    other = desk.read("south", f"{DAM}, Eva Stone said.", (DAM, "Eva Stone"))
    claim = desk.id_of(article, DAM)
    assert len(services.list_groups(desk.settings, NOW)) == 1
    made = services.reject_claim(desk.settings, NOW, claim, BY)
    assert made.claim is None
    assert desk.claims(article) == [(BRIDGE, "Ada Brown")]
    assert services.list_groups(desk.settings, NOW) == ()
    assert desk.rows(other)[0].finding.relations == ()
    assert [row.claims for row in services.list_articles(desk.settings, NOW)] == [1, 1]
    report = services.report_article(article.id, services.ReadOptions(), settings=desk.settings, now=NOW)
    assert [rejection.read.id for rejection in report.rejected if rejection.read] == [claim]
    desk.undo(1)
    assert len(services.list_groups(desk.settings, NOW)) == 1


def test_a_missed_claim_is_added_compared_and_grouped(desk: Desk, article: Article) -> None:
    desk.read("south", "The river is quiet, Eva Stone said.", ("The river is quiet", "Eva Stone"))
    given = GivenClaim(content=(GivenWords("The river is quiet"),))
    made = services.add_claim(desk.settings, NOW, article.url or "", given, BY)
    (row,) = [row for row in desk.rows(article) if row.finding.claim.id == made.claim]
    assert (row.finding.claim.mode, row.finding.claim.decided) == (Mode.OWN, 1)
    assert len(row.finding.group.claims) == 2
    groups = services.decided_groups(desk.settings, NOW, made)
    assert [group.group.claims for group in groups] == [row.finding.group.claims]
    desk.undo(1)
    assert desk.claims(article) == [(DAM, "Ada Brown"), (BRIDGE, "Ada Brown")]


def test_a_confirmed_claim_keeps_its_id_and_says_who_confirmed_it(desk: Desk, article: Article) -> None:
    claim = desk.id_of(article, DAM)
    assert services.confirm_claim(desk.settings, NOW, claim, BY).claim == claim
    finding = desk.rows(article)[0].finding
    assert [(each.decision.made_by, each.machine) for each in finding.decisions] == [
        ("Kyiv desk", "The machine reads the same.")
    ]
    with pytest.raises(DecidedOtherwise, match=r"decision 1 by Kyiv desk .* says so already"):
        services.confirm_claim(desk.settings, NOW, claim, BY)
    services.confirm_claim(desk.settings, NOW, claim, replace(BY, made_by="Lviv desk"))
    assert desk.states() == ["holds", "holds"]


def test_a_confirmed_claim_stays_when_another_model_reads_otherwise(desk: Desk, article: Article) -> None:
    services.confirm_claim(desk.settings, NOW, desk.id_of(article, DAM), BY)
    desk.read("north", LINE, (DAM, "Carl Green"))
    assert desk.claims(article) == [(DAM, "Ada Brown")]
    desk.undo(1)
    assert desk.claims(article) == [(DAM, "Carl Green")]


def test_reading_the_same_again_keeps_every_correction(desk: Desk, article: Article) -> None:
    desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    services.reject_claim(desk.settings, NOW, desk.id_of(article, DAM), BY)
    services.add_claim(desk.settings, NOW, article.id, GivenClaim(content=(GivenWords("The river is quiet"),)), BY)
    before = [row.finding for row in desk.rows(article)]
    desk.read("north", LINE, (DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))
    assert [row.finding for row in desk.rows(article)] == before
    assert desk.states() == ["holds"] * 3


def test_corrections_follow_their_words_into_another_revision_and_wait_where_these_are_gone(
    desk: Desk, article: Article
) -> None:
    desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    services.reject_claim(desk.settings, NOW, desk.id_of(article, DAM), BY)
    moved = f"Good news. {LINE}"
    desk.read("north", moved, (DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))
    assert desk.claims(article) == [(BRIDGE, "Carl Green")]
    (row,) = desk.rows(article)
    assert row.finding.claim.spans == (Span(moved.index(BRIDGE), moved.index(BRIDGE) + len(BRIDGE)),)
    desk.read("north", "Nothing at all is planned, Eva Stone said.", ("Nothing at all is planned", "Eva Stone"))
    assert desk.claims(article) == [("Nothing at all is planned", "Eva Stone")]
    assert desk.states() == ["Its words are not in the article now.", "The machine does not read its claim now."]
    report = services.report_article(article.id, services.ReadOptions(), settings=desk.settings, now=NOW)
    assert [each.decision.id for each in report.waiting] == [1, 2]
    desk.read("north", LINE, (DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))
    assert desk.claims(article) == [(BRIDGE, "Carl Green")]


def test_an_article_of_which_no_claim_is_left_says_what_was_rejected(desk: Desk, article: Article) -> None:
    for words in (DAM, BRIDGE):
        services.reject_claim(desk.settings, NOW, desk.id_of(article, words), BY)
    report = services.report_article(article.id, services.ReadOptions(), settings=desk.settings, now=NOW)
    assert report.findings == ()
    assert [each.decision.id for each in report.rejected] == [1, 2]


def test_an_added_claim_that_the_machine_then_reads_too_stands_once(desk: Desk, article: Article) -> None:
    given = GivenClaim(content=(GivenWords("The river is quiet"),), speakers=a_person("Ada Brown"))
    services.add_claim(desk.settings, NOW, article.id, given, BY)
    desk.read("north", LINE, (DAM, "Ada Brown"), ("The river is quiet", "Ada Brown"))
    assert desk.claims(article) == [(DAM, "Ada Brown"), ("The river is quiet", "Ada Brown")]


def test_a_correction_of_a_correction_waits_while_the_first_is_taken_back(desk: Desk, article: Article) -> None:
    made = desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    desk.correct(made, mode=Mode.MIXED)
    assert [row.finding.claim.mode for row in desk.rows(article)][1] is Mode.MIXED
    assert [each.decision.id for each in desk.rows(article)[1].finding.decisions] == [1, 2]
    desk.undo(1)
    assert desk.claims(article) == [(DAM, "Ada Brown"), (BRIDGE, "Ada Brown")]
    assert desk.states()[1] == "Decision 1, on which it rests, does not hold now."
    desk.undo(3)
    assert desk.claims(article)[1] == (BRIDGE, "Carl Green")
    assert desk.states()[:2] == ["holds", "holds"]


def test_an_undoing_cannot_bring_back_a_correction_beside_a_later_one(desk: Desk, article: Article) -> None:
    claim = desk.id_of(article, BRIDGE)
    desk.correct(claim, speakers=a_person("Carl Green"))
    desk.undo(1)
    desk.correct(claim, speakers=a_person("Eva Stone"))
    with pytest.raises(DecidedOtherwise, match="`provenance undo"):
        desk.undo(2)
    assert desk.claims(article)[1] == (BRIDGE, "Eva Stone")


def test_two_at_once_are_told_who_decided_and_when(desk: Desk, article: Article) -> None:
    claim = desk.id_of(article, BRIDGE)
    desk.correct(claim, speakers=a_person("Carl Green"))
    lviv = replace(BY, made_by="Lviv desk")
    with pytest.raises(DecidedOtherwise, match=r"decision 1 by Kyiv desk of 2026-01-02 \(correct\) came in between"):
        services.reject_claim(desk.settings, NOW, claim, lviv)
    other = desk.id_of(article, DAM)
    services.confirm_claim(desk.settings, NOW, other, lviv, seen=1)
    with pytest.raises(DecidedOtherwise, match="decision 2 by Lviv desk"):
        services.reject_claim(desk.settings, NOW, other, BY, seen=1)
    services.reject_claim(desk.settings, NOW, other, BY, seen=2)
    with pytest.raises(DecidedOtherwise, match="decision 3 by Kyiv desk"):
        services.confirm_claim(desk.settings, NOW, other, lviv, seen=2)


def test_a_decision_on_two_claims_follows_one_that_is_corrected(desk: Desk, article: Article) -> None:
    other = desk.read("south", f"{BRIDGE}, Eva Stone said.", (BRIDGE, "Eva Stone"))
    one, two = desk.id_of(article, DAM), desk.id_of(other, BRIDGE)
    services.relate_claims(desk.settings, NOW, one, two, RelationAnswer.CONTRADICTS, BY)
    made = desk.correct(one, content=(GivenWords("will be closed for repairs"),), speakers=a_person("Carl Green"))
    (relation,) = [each for each in desk.rows(other)[0].finding.relations if each.claim.id == made]
    assert relation.relation.kind.value == "contradicts"
    services.reject_claim(desk.settings, NOW, made, BY)
    assert desk.states() == ["Its claims are not read in their articles now.", "holds", "holds"]


def test_a_report_that_stores_nothing_has_the_corrections_too(desk: Desk, article: Article) -> None:
    desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    services.reject_claim(desk.settings, NOW, desk.id_of(article, DAM), BY)
    other = desk.read("south", f"{BRIDGE}, Eva Stone said.", (BRIDGE, "Eva Stone"))
    directory = load_directory()
    claims = [row.finding.claim for row in desk.rows(other)]
    with scratch_store(desk.settings, other, claims, NOW, directory) as (scratch, _):
        save_article(scratch, other, claims, directory=directory, now=NOW)
        dry = find_article(scratch, other, directory)
    stored = services.report_article(other.id, services.ReadOptions(), settings=desk.settings, now=NOW)
    assert dry.findings == stored.findings
    assert [each.claim.decided for each in dry.findings[0].relations] == [1]


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ({"content": (Span(0, 10), Span(8, 20))}, InvalidOption, r"\[0, 10\) and \[8, 20\) overlap"),
        ({"carriers": (GivenCarrier(outlet="tas", via=Via.TOLD),)}, UnknownOutlet, "the nearest are"),
        ({}, InvalidOption, "it is read so already"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_stores_nothing(
    desk: Desk, article: Article, given: dict[str, object], error: type[Exception], words: str
) -> None:
    claim = desk.id_of(article, DAM)
    with pytest.raises(error, match=words):
        desk.correct(claim, **given)
    assert desk.states() == []
    assert desk.claims(article) == [(DAM, "Ada Brown"), (BRIDGE, "Ada Brown")]


def test_words_that_stand_twice_are_asked_for_by_offset(desk: Desk) -> None:
    twice = desk.read("twice", "All is well. Nobody said so: All is well.")
    given = GivenClaim(content=(GivenWords("All is well"),))
    with pytest.raises(InvalidOption, match="stands at 2 places: it stands at 0, 29; say which one by its offset"):
        services.add_claim(desk.settings, NOW, twice.id, given, BY)
    services.add_claim(desk.settings, NOW, twice.id, GivenClaim(content=(GivenWords("All is well", at=29),)), BY)
    assert [row.finding.claim.spans for row in desk.rows(twice)] == [(Span(29, 40),)]


def test_an_older_schema_has_the_machines_reading_again(empty_database: str) -> None:  # noqa: F811
    upgrade_store(empty_database)
    desk = Desk(empty_database)
    article = desk.read("north", LINE, (DAM, "Ada Brown"), (BRIDGE, "Ada Brown"))
    before = [row.finding.claim for row in desk.rows(article)]
    desk.correct(desk.id_of(article, BRIDGE), speakers=a_person("Carl Green"))
    services.reject_claim(desk.settings, NOW, before[0].id, BY)
    with migrating(empty_database) as (config, _):
        command.downgrade(config, "0007")
    upgrade_store(empty_database)
    check_store(empty_database)
    with open_store(empty_database, now=NOW) as store:
        assert list(store.claims_of(article.id)) == before
        assert store.decisions() == ()
        assert store.policy() is None


def test_claims_and_articles_that_are_not_there_are_told(desk: Desk, article: Article) -> None:
    with pytest.raises(NotStored, match="no claim"):
        services.reject_claim(desk.settings, NOW, "c0000", BY)
    with pytest.raises(NotStored, match="no article"):
        services.add_claim(desk.settings, NOW, "a0000", GivenClaim(content=(Span(0, 3),)), BY)
    given = GivenClaim(content=(GivenWords(DAM),), speakers=(GivenSpeaker(name="Ada Brown"),))
    with pytest.raises(InvalidOption, match="says that already"):
        services.add_claim(desk.settings, NOW, article.id, given, BY)
