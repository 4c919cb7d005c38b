"""What a person decides is kept through every regrouping and every reading, on either engine."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from provenance import services
from provenance.errors import InvalidOption, NotStored
from provenance.model import Article, Claim, IndependenceAnswer, RelationAnswer
from provenance.services import Authorship, Decided, GroupRow
from provenance.services.comparing import save_article
from provenance.services.resources import load_directory
from provenance.settings import Settings
from provenance.storage import open_store
from tests.builders import a_claim, an_article
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
BY = Authorship(made_by="Kyiv desk", why="both recordings heard")
DAM = "The dam on the northern river will be closed for repairs until autumn"
BRIDGE = "The old harbour bridge will open to heavy lorries in May"


class Desk:
    """A database into which articles of one claim each are put; no model is needed."""

    def __init__(self, database: str) -> None:  # noqa: F811
        self.settings = Settings(database=database)
        self.claims: dict[str, Claim] = {}

    def read(self, name: str, words: str, before: str = "", speaker: str = "Ada Brown") -> Claim:
        """As an article of an outlet of its own, which starts with the words `before`."""
        article = article_of(name, f"{before}{words}, said {speaker}. And so on at the {name} of the town.")
        claim = a_claim(words, article=article, start=len(before), publisher=name, speaker=speaker)
        with open_store(self.settings.database, now=NOW) as store:
            save_article(store, article, [claim], directory=load_directory(), now=NOW)
            store.commit()
        self.claims[name] = claim
        return claim

    def id_of(self, name: str) -> str:
        return self.claims[name].id

    def group_of(self, name: str) -> GroupRow:
        return services.show_group(self.settings, NOW, "g" + min(self.together(name))[1:])

    def together(self, name: str) -> set[str]:
        """The claims in one group with that of the article."""
        (row,) = [
            row
            for row in services.list_claims(self.settings, NOW, services.ClaimFilter())
            if row.finding.claim.id == self.id_of(name)
        ]
        return set(row.finding.group.claims)

    def names_with(self, name: str) -> set[str]:
        members = self.together(name)
        return {other for other, claim in self.claims.items() if claim.id in members}

    def merge(self, one: str, other: str) -> Decided:
        ids = ["g" + min(self.together(name))[1:] for name in (one, other)]
        return services.merge_groups(self.settings, NOW, *ids, BY)

    def relate(self, one: str, other: str, answer: RelationAnswer) -> Decided:
        return services.relate_claims(self.settings, NOW, self.id_of(one), self.id_of(other), answer, BY)

    def kind(self, one: str, other: str) -> str | None:
        rows = services.list_claims(self.settings, NOW, services.ClaimFilter())
        (row,) = [row for row in rows if row.finding.claim.id == self.id_of(one)]
        return next(
            (each.relation.kind.value for each in row.finding.relations if each.claim.id == self.id_of(other)), None
        )

    def decisions(self) -> list[tuple[int, str, bool]]:
        return [
            (one.decision.id, one.decision.made.kind.value, not one.undone_by and not one.without_claims)
            for one in services.list_decisions(self.settings, NOW)
        ]


def article_of(name: str, text: str) -> Article:
    return an_article(
        text, url=f"https://{name}.example/page", outlet=None, outlet_name=name, published=date(2025, 6, 2)
    )


@pytest.fixture
def desk(database: str) -> Desk:  # noqa: F811
    desk = Desk(database)
    desk.read("north", DAM)
    desk.read("south", DAM, speaker="Carl Green")
    desk.read("east", BRIDGE, speaker="Eva Stone")
    return desk


def test_merged_groups_stay_merged_when_the_machine_groups_anew(desk: Desk) -> None:
    assert desk.names_with("east") == {"east"}
    desk.merge("north", "east")
    assert desk.names_with("east") == {"north", "south", "east"}
    desk.read("west", DAM, speaker="Olga Hill")
    desk.read("centre", BRIDGE, speaker="Ivan Lake")
    assert desk.names_with("north") == {"north", "south", "east", "west", "centre"}
    assert [len(row.group.claims) for row in services.list_groups(desk.settings, NOW)] == [5]


def test_what_was_split_stays_split_when_the_machine_groups_anew(desk: Desk) -> None:
    group = desk.group_of("north").group.id
    services.split_group(desk.settings, NOW, group, [desk.id_of("south")], BY)
    desk.read("west", BRIDGE, speaker="Olga Hill")
    assert (desk.names_with("north"), desk.names_with("south")) == ({"north"}, {"south"})
    assert desk.group_of("south").group.claims == (desk.id_of("south"),)


@pytest.mark.parametrize("before", ["", "After a night of rain the town met. "])
def test_decisions_follow_a_claim_into_another_revision(desk: Desk, before: str) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    desk.read("north", DAM, before=before)
    desk.read("east", f"{BRIDGE} again", speaker="Eva Stone")
    assert desk.kind("north", "east") is None
    desk.read("east", BRIDGE, before="Good news. ", speaker="Eva Stone")
    assert desk.kind("north", "east") == "contradicts"
    assert desk.kind("east", "north") == "contradicts"


def test_a_decision_waits_while_its_claim_is_gone(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    desk.read("east", "Nothing at all is planned for the orchestra", speaker="Eva Stone")
    assert desk.decisions() == [(1, "relate", False)]
    desk.read("east", BRIDGE, speaker="Eva Stone")
    assert desk.decisions() == [(1, "relate", True)]


def test_what_is_undone_is_as_the_machine_reads_it_and_can_be_had_again(desk: Desk) -> None:
    desk.merge("north", "east")
    services.undo(desk.settings, NOW, 1, BY)
    assert desk.names_with("east") == {"east"}
    services.undo(desk.settings, NOW, 2, BY)
    assert desk.names_with("east") == {"north", "south", "east"}
    assert desk.decisions() == [(1, "merge", True), (2, "undo", False), (3, "undo", True)]


def test_an_undoing_cannot_bring_back_what_contradicts_a_later_decision(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    services.undo(desk.settings, NOW, 1, BY)
    desk.relate("north", "east", RelationAnswer.UNRELATED)
    with pytest.raises(
        InvalidOption, match=r"decision 3 by Kyiv desk of 2026-01-02 \(relate unrelated\) says otherwise"
    ):
        services.undo(desk.settings, NOW, 2, BY)
    assert [number for number, *_ in desk.decisions()] == [1, 2, 3]


def test_what_cannot_be_decided_is_told_and_stores_nothing(desk: Desk) -> None:
    north, south, east = (desk.id_of(name) for name in ("north", "south", "east"))
    group = desk.group_of("north").group.id
    relate, judge, merge, split, undo = (
        partial(use, desk.settings, NOW)
        for use in (
            services.relate_claims,
            services.judge_independence,
            services.merge_groups,
            services.split_group,
            services.undo,
        )
    )
    wrong: list[tuple[type[Exception], str, Callable[[], Decided]]] = [
        (NotStored, "no claim", lambda: relate("c0", east, RelationAnswer.ECHOES, BY)),
        (NotStored, "no group", lambda: merge(group, "g0000000000000000", BY)),
        (NotStored, "no decision 1", lambda: undo(1, BY)),
        (InvalidOption, "one claim", lambda: relate(north, north, RelationAnswer.ECHOES, BY)),
        (InvalidOption, "one claim", lambda: judge(east, east, IndependenceAnswer.NO, BY)),
        (InvalidOption, "one group already", lambda: merge(group, group, BY)),
        (InvalidOption, "is not in the group", lambda: split(group, [east], BY)),
        (InvalidOption, "nothing would be parted", lambda: split(group, [north, south], BY)),
    ]
    for error, words, decide in wrong:
        with pytest.raises(error, match=words):
            decide()
    assert desk.decisions() == []


def test_decisions_that_contradict_each_other_or_say_the_same_are_refused(desk: Desk) -> None:
    desk.relate("north", "east", RelationAnswer.CONTRADICTS)
    with pytest.raises(InvalidOption, match="decision 1 by Kyiv desk says so already"):
        desk.relate("east", "north", RelationAnswer.CONTRADICTS)
    with pytest.raises(InvalidOption, match="take it back first with `provenance undo 1`"):
        desk.merge("north", "east")
    services.undo(desk.settings, NOW, 1, BY)
    with pytest.raises(InvalidOption, match="undone by 2 already; undo 2 to have it again"):
        services.undo(desk.settings, NOW, 1, BY)
    assert len(desk.decisions()) == 2


def test_a_decision_has_an_author_and_a_reason() -> None:
    for words in ({"made_by": " "}, {"why": ""}):
        with pytest.raises(InvalidOption, match="it is empty"):
            replace(BY, **words)
