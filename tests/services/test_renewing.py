"""Whatever happens to a store, and in whatever order: what is kept is what a full analysis finds."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from provenance import services
from provenance.analysis import find_circular, tell_circle
from provenance.errors import InvalidOption, NotLookedAtYet, NotStored, ProvenanceError
from provenance.model import CautionCode, Group, IndependenceAnswer, OriginCount, RelationAnswer, ToldCircle
from provenance.services import Authorship, NewAssertion, renewing
from provenance.services.comparing import save_article
from provenance.services.directories import directory_in_force, directory_of
from provenance.services.findings import corpus_around, find_article, find_briefly, find_claims, find_groups
from provenance.services.opening import open_to_read
from provenance.services.renewing import open_to_list, renew_findings, renew_in_batches, weigh_articles
from provenance.settings import Settings
from provenance.storage import FIRST_TOLD, FindingFilter, Store, open_store
from tests.builders import a_claim, an_article
from tests.core.outlets.builders import a_directory
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures
from tests.storage.test_refusals import open_folder  # noqa: F401 - fixture
from tests.storage.using import as_nobody

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
DAY = date(2025, 6, 2)
READ_WITH = a_directory()
"""A small one: what counts is the directory in force when it is asked."""
BY = Authorship(made_by="Kyiv desk", why="both recordings heard")

TOLD = (
    "The Ukrainian delegation handed over a list of 339 children",
    "The Ukrainian delegation handed over a list of 339 abducted children in Istanbul",
    "The Ukrainian delegation handed Moscow a list of 12 children",
    "A helicopter of the rescue service crashed near Gagarinsk, killing six",
    "Six were killed when a rescue helicopter crashed near Gagarinsk on Monday",
    "Umerov will fly to Istanbul for a second round of talks with Medinsky",
)
OUTLETS = ("TASS", "RIA Novosti", "Reuters", "Somebody Else")
SPEAKERS = ("Ada Brown", "Carl Green", None)

saying = st.tuples(st.sampled_from(TOLD), st.sampled_from(SPEAKERS), st.sampled_from((None, *OUTLETS)))
reading = st.tuples(
    st.just("read"),
    st.integers(0, 3),
    st.lists(saying, min_size=1, max_size=3, unique_by=lambda one: one[0]),
    st.sampled_from((DAY, DAY + timedelta(days=5), None)),
)
deciding = st.tuples(
    st.sampled_from(("merge", "split", "relate", "independent", "reject")),
    st.integers(0, 9),
    st.integers(0, 9),
    st.just(None),
)
undoing = st.tuples(st.just("undo"), st.integers(1, 4), st.just(0), st.just(None))
adding = st.tuples(st.just("assert"), st.sampled_from(("private", "state")), st.just(0), st.just(None))
listing = st.tuples(st.just("list"), st.just(0), st.just(0), st.just(None))
steps = st.lists(st.one_of(reading, reading, deciding, undoing, adding, listing, listing), min_size=2, max_size=9)
Step = tuple[str, object, object, object]


def read(settings: Settings, number: int, told: list[tuple[str, str | None, str | None]], day: date | None) -> None:
    text = ". ".join(words for words, _, _ in told)
    article = an_article(
        text, url=f"https://example.org/{number}", published=day, title=f"Page {number} of {len(told)}"
    )
    claims = [
        a_claim(
            words,
            article=article,
            start=text.index(words),
            publisher=OUTLETS[number],
            speaker=speaker,
            carriers=[carrier] if carrier else [],
        )
        for words, speaker, carrier in told
    ]
    with open_store(settings.database, now=NOW) as store:
        save_article(store, article, claims, directory=READ_WITH, now=NOW)
        store.commit()


def do(settings: Settings, step: Step) -> None:
    """What is refused changes nothing."""
    kind, one, other, day = step
    if kind == "read":
        return read(settings, one, other, day)  # type: ignore[arg-type]
    if kind == "list":
        services.list_claims(settings, NOW, services.ClaimFilter())
        weigh_articles(settings, NOW)
        return None
    with open_to_read(settings, NOW) as store:
        ids = [claim.id for claim in store.claims()]
    if len(ids) < 2:
        return None
    try:
        decide(settings, kind, one, other, ids)
    except (InvalidOption, NotStored, ProvenanceError):
        return None


def decide(settings: Settings, kind: str, one: object, other: object, ids: list[str]) -> None:
    if kind == "undo":
        services.undo(settings, NOW, int(str(one)), BY)
        return
    if kind == "assert":
        assertion = NewAssertion(
            outlet="reuters",
            dimension="ownership",
            value=str(one),
            basis="registry",
            confidence="high",
            evidence_url="https://example.org/registry",
            evidence_quote="it is so",
        )
        services.assert_of_outlet(settings, NOW, assertion, BY, DAY)
        return
    left, right = ids[int(str(one)) % len(ids)], ids[int(str(other)) % len(ids)]
    if kind == "reject":
        services.reject_claim(settings, NOW, left, BY)
        return
    with open_to_read(settings, NOW) as store:
        groups = services.rulings.groups_around(store, [left, right], services.rulings.rulings_of(store))
    names = [next((group.id for group in groups if claim in group.claims), f"g{claim[1:]}") for claim in (left, right)]
    if kind == "merge":
        services.merge_groups(settings, NOW, names[0], names[1], BY)
    elif kind == "split":
        services.split_group(settings, NOW, names[0], [left], BY)
    elif kind == "relate":
        services.relate_claims(settings, NOW, left, right, RelationAnswer.CORROBORATES, BY)
    else:
        services.judge_independence(settings, NOW, left, right, IndependenceAnswer.NO, BY)


def analysed(store: Store) -> dict[str, object]:
    rows = find_claims(store, store.claims(), directory_of(store))
    return {
        row.finding.claim.id: (
            row.finding.group.id,
            len(row.finding.group.claims),
            row.finding.count,
            row.finding.cautions,
            row.finding.claim.article_id,
        )
        for row in rows
    }


def kept(settings: Settings) -> dict[str, object]:
    with open_to_list(settings, NOW) as listing:
        return {
            row.claim: (
                row.group,
                row.group_size,
                OriginCount(origins=row.origins, independent=row.independent, reasons=row.reasons),
                row.cautions,
                row.article,
            )
            for row in listing.store.found(FindingFilter())
        }


def lines(settings: Settings) -> dict[str, tuple[object, ...]]:
    """What a list of groups shows of each."""
    return {
        row.group.id: (
            row.group.size,
            row.group.origins,
            row.group.independent,
            row.group.contradicted,
            row.group.figures_differ,
            row.group.latest,
            tuple(line.claim for line in row.first),
            tuple(line.publisher for line in row.first),
        )
        for row in services.list_group_lines(settings, NOW, services.GroupFilter())
    }


def lines_of(store: Store, groups: Sequence[Group]) -> dict[str, tuple[object, ...]]:
    """The same, found anew."""
    return {row.group.id: line_of(row) for row in find_groups(store, groups, directory_of(store))}


def line_of(row: services.GroupRow) -> tuple[object, ...]:
    codes = {caution.code for member in row.members for caution in member.finding.cautions}
    days = [member.article.published for member in row.members if member.article.published]
    first = [member.finding.claim for member in row.members][:FIRST_TOLD]
    return (
        len(row.members),
        row.count.origins,
        row.count.independent,
        CautionCode.CONTRADICTED in codes,
        CautionCode.FIGURES_DIFFER in codes,
        max(days, default=None),
        tuple(claim.id for claim in first),
        tuple(claim.chain.publisher.agent.name for claim in first),
    )


def circles_of(store: Store) -> tuple[ToldCircle, ...]:
    corpus = corpus_around(store, store.claims(), directory_of(store))
    return tuple(tell_circle(circle, corpus) for circle in find_circular(corpus))


def groups_kept(settings: Settings) -> dict[str, tuple[str, ...]]:
    with open_to_list(settings, NOW) as listing:
        groups = listing.store.found_groups()
        members = listing.store.members_of(group.id for group in groups)
        assert all(len(members[group.id]) == group.size for group in groups)
        return members


def expect_whole(settings: Settings) -> None:
    found, groups, shown = kept(settings), groups_kept(settings), lines(settings)
    circles = services.list_circular(settings, NOW)
    with open_to_read(settings, NOW) as store:
        assert found == analysed(store)
        rows = services.rulings.groups_in_force(store, services.rulings.rulings_of(store))
        assert groups == {group.id: group.claims for group in rows}
        assert shown == lines_of(store, rows)
        assert circles == circles_of(store)
    left = expect_brief(settings)
    assert weigh_articles(settings, NOW) == left
    assert expect_brief(settings) == 0


def expect_brief(settings: Settings) -> int:
    """What is kept of an article as a whole is what is found of it, too. Of how many it is not kept."""
    left = 0
    with open_to_read(settings, NOW) as store:
        directory = directory_of(store)
        for article in store.articles():
            left += store.article_found(article.id) is None
            whole, brief = find_article(store, article, directory), find_briefly(store, article, directory)
            findings = tuple(replace(finding, relations=()) for finding in whole.findings)
            count = replace(whole.count, reasons=())
            assert brief in (None, replace(whole, findings=findings, count=count))
            ruled = any(one.decision.made.article_id is None for each in findings for one in each.decisions)
            assert not (ruled and brief)
    return left


def test_what_is_kept_of_an_article_is_shown_until_something_changes(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    a_desk(settings)
    assert weigh_articles(settings, NOW) == 0
    assert briefly(settings) == [False, False, False]
    services.list_groups(settings, NOW)
    assert [weigh_articles(settings, NOW, limit=1), weigh_articles(settings, NOW)] == [3, 0]
    assert briefly(settings) == [True, True, True]
    read(settings, 1, [(TOLD[1], "Carl Green", None)], DAY)
    assert briefly(settings) == [False, False, False]
    services.list_groups(settings, NOW)
    assert briefly(settings) == [False, False, True]
    assert weigh_articles(settings, NOW) == 2
    assert briefly(settings) == [True, True, True]
    with open_store(settings.database, now=NOW) as store:
        store.begin_findings("another edition")
        store.commit()
    assert briefly(settings) == [False, False, False]


def briefly(settings: Settings) -> list[bool]:
    """Whether each article is shown from what is kept, in the order of reading."""
    with open_to_read(settings, NOW) as store:
        directory = directory_of(store)
        articles = sorted(store.articles(), key=lambda article: article.url or "")
        return [find_briefly(store, article, directory) is not None for article in articles]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without anything in it, to be copied: making one takes longer than all else."""
    path = tmp_path_factory.mktemp("stores") / "empty.sqlite3"
    with open_store(str(path), now=NOW):
        pass
    return path


@examples(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taken=steps)
def test_any_order_of_reading_deciding_and_adding_leaves_what_a_full_analysis_finds(
    empty: Path, taken: list[Step]
) -> None:
    for leftover in empty.parent.glob("store.sqlite3*"):
        leftover.unlink()
    settings = Settings(database=str(shutil.copy(empty, empty.parent / "store.sqlite3")))
    for step in taken:
        do(settings, step)
    expect_whole(settings)


def a_desk(settings: Settings) -> None:
    read(settings, 0, [(TOLD[0], "Ada Brown", None), (TOLD[3], None, "TASS")], DAY)
    read(settings, 1, [(TOLD[1], "Carl Green", None), (TOLD[4], None, "TASS")], DAY)
    read(settings, 2, [(TOLD[2], "Ada Brown", None), (TOLD[5], None, None)], DAY)


def test_on_either_engine_what_is_kept_is_what_a_full_analysis_finds(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    a_desk(settings)
    expect_whole(settings)
    with open_to_read(settings, NOW) as store:
        ids = [claim.id for claim in store.claims()]
    for step in (("relate", 0, 5, None), ("merge", 1, 4, None), ("undo", 1, 0, None)):
        decide(settings, step[0], step[1], step[2], ids)
        expect_whole(settings)
    read(settings, 0, [(TOLD[5], "Ada Brown", None)], DAY)
    expect_whole(settings)


def test_a_claim_that_is_rejected_leaves_no_other_figure_behind(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    read(settings, 0, [(TOLD[0], "Ada Brown", None)], DAY)
    read(settings, 1, [(TOLD[0].replace("339", "12"), "Carl Green", None)], DAY)
    assert all("figures-differ" in each for each in codes(settings))
    with open_to_read(settings, NOW) as store:
        rejected = next(claim.id for claim in store.claims() if claim.text == TOLD[0])
    services.reject_claim(settings, NOW, rejected, BY)
    (left,) = codes(settings)
    assert "figures-differ" not in left
    expect_whole(settings)


def codes(settings: Settings) -> list[set[str]]:
    """The cautions of each claim that is kept."""
    with open_to_list(settings, NOW) as listing:
        return [{caution.code.value for caution in row.cautions} for row in listing.store.found(FindingFilter())]


def test_what_is_read_again_unchanged_is_not_looked_at_again(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    a_desk(settings)
    renew_findings(settings, NOW)
    a_desk(settings)
    with open_to_read(settings, NOW) as store:
        assert store.due(10) == ()


def test_only_what_a_new_article_bears_on_is_looked_at_again(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    a_desk(settings)
    renew_findings(settings, NOW)
    read(settings, 3, [(TOLD[3], None, None)], DAY)
    with open_to_read(settings, NOW) as store:
        texts = {claim.text for claim in store.claims_by_id(each.claim for each in store.due(10)).values()}
    assert texts == {TOLD[3], TOLD[4]}


def test_claims_are_looked_at_in_batches_by_whoever_asks_for_so_many(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    a_desk(settings)
    assert renew_findings(settings, NOW, 1) == 0
    with open_to_read(settings, NOW) as store:
        assert store.count_due() == 0


def test_who_stops_looking_again_goes_on_there_the_next_time(
    database: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings(database=database)
    a_desk(settings)
    monkeypatch.setattr(renewing, "AT_ONCE", 1)
    begun = renew_in_batches(settings, NOW)
    before, after = next(begun), next(begun)
    begun.close()
    assert before == 6 > after > 0
    assert list(renew_in_batches(settings, NOW))[:1] == [after]
    assert list(renew_in_batches(settings, NOW)) == []
    expect_whole(settings)


def test_who_has_no_patience_is_told_how_many_claims_are_still_to_be_looked_at(database: str) -> None:  # noqa: F811
    settings, hasty = Settings(database=database), Settings(database=database, patience=5)
    a_desk(settings)
    with pytest.raises(NotLookedAtYet, match=r"^6 claims are still to be looked at again"):
        services.read_home(hasty, NOW)
    assert services.read_home(Settings(database=database, patience=6), NOW).totals.claims == 6
    assert services.read_home(hasty, NOW).totals.claims == 6
    decide(settings, "assert", "state", 0, ["c", "c"])
    with pytest.raises(NotLookedAtYet, match=r"^6 claims"):
        services.read_home(hasty, NOW)


def test_another_edition_of_the_directory_leaves_nothing_kept(database: str) -> None:  # noqa: F811
    settings = Settings(database=database)
    a_desk(settings)
    before = kept(settings)
    decide(settings, "assert", "state", 0, ["c", "c"])
    with open_store(settings.database, now=NOW) as store:
        assert not store.is_whole("another edition")
    expect_whole(settings)
    assert before.keys() == kept(settings).keys()


def test_a_store_that_may_only_be_read_answers_what_it_would_have_kept(open_folder: Path) -> None:  # noqa: F811
    settings = Settings(database=str(open_folder / "store.sqlite3"))
    a_desk(settings)
    Path(settings.database).chmod(0o444)
    open_folder.chmod(0o555)
    directory_in_force(settings, NOW)
    with as_nobody():
        found = kept(settings)
        assert services.read_home(replace(settings, patience=0), NOW).totals.claims == 6
        with open_store(settings.database, now=NOW, read_only=True) as store:
            assert store.count_due() == 6
    open_folder.chmod(0o755)
    assert found == kept(settings)


def test_a_claim_that_is_confirmed_makes_no_other_due_and_one_that_is_rejected_does(database: str) -> None:  # noqa: F811
    settings = Settings(database=database, named=True)
    for number in (0, 1):
        read(settings, number, [(TOLD[number], "Ada Brown", None), (TOLD[3 + number], None, None)], DAY)

    def due() -> int:
        with open_store(database, now=NOW, read_only=True) as store:
            return store.count_due()

    with open_to_read(settings, NOW) as store:
        claims = [claim.id for claim in store.claims()]
    services.confirm_claim(settings, NOW, claims[1], BY)  # with the standings of the directory in force from here on
    assert renew_findings(settings, NOW) == due() == 0
    with open_to_read(settings, NOW) as store:
        compared = store.comparisons_among(claims)
    services.confirm_claim(settings, NOW, claims[0], BY)
    assert due() <= 1
    with open_to_read(settings, NOW) as store:
        assert store.comparisons_among(claims) == compared != ()
    renew_findings(settings, NOW)
    services.reject_claim(settings, NOW, claims[0], BY)
    assert due() > 1
