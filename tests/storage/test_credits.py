"""Who has how large a part in the claims of a store."""

from collections.abc import Iterable
from datetime import date

import pytest
from alembic import command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.model import AgentKind, Agreement, Claim, Mode, Role
from provenance.storage import DayTally, OutletPart, Slice, SpeakerPart, Store, Tally, open_store
from tests.builders import a_carrier, a_claim, a_comparison, a_link, an_agent, an_article
from tests.storage.conftest import NOW
from tests.storage.test_migrations import migrating

TASS = OutletPart("tass", Role.CARRIER)
MEDINSKY = SpeakerPart("vladimir MEDINSKY")


def unnamed(words: str) -> object:
    return a_link(an_agent(words, AgentKind.UNNAMED))


def save(store: Store, name: str, *claims: dict[str, object], day: int | None = 2) -> tuple[Claim, ...]:
    """An article of an outlet of that name, with claims made of these values."""
    published = date(2025, 6, day) if day else None
    article = an_article(f"{name} writes.", url=f"https://{name}.example/{day}", outlet=name, published=published)
    made = tuple(
        a_claim(f"{name} number {place}", article=article, start=10 * place, **{"publisher": name, **values})
        for place, values in enumerate(claims)
    )
    store.save_article(article, made, keys={}, read_at=NOW)
    return made


def of_agents(tallies: Iterable[Tally]) -> list[tuple[str | None, str, str, str, int, int]]:
    return [(one.outlet, one.name, one.kind, one.role, one.claims, one.articles) for one in tallies]


def test_an_outlet_is_counted_by_what_it_prints_and_by_what_others_credit_it_with(store: Store) -> None:
    save(store, "north", {"carriers": ["TASS"]}, {"carriers": ["TASS"]}, {"speaker": "Ada Brown"})
    save(store, "tass", {"speaker": None, "mode": Mode.OWN})
    assert {(one.outlet, one.role.value, one.claims, one.articles) for one in store.tally_directory()} == {
        ("north", "publisher", 3, 1),
        ("tass", "carrier", 2, 1),
        ("tass", "publisher", 1, 1),
    }
    assert store.tally_outlets(["north"]).keys() == {"north"}


def test_outlets_that_the_directory_does_not_know_are_counted_by_name(store: Store) -> None:
    save(store, "north", {"carriers": [a_carrier(an_agent("The Herald", AgentKind.OUTLET))]})
    save(store, "south", {"carriers": [a_carrier(an_agent("THE HERALD", AgentKind.OUTLET))]})
    assert of_agents(store.strangers()) == [(None, "THE HERALD", "outlet", "carrier", 2, 2)]


def test_an_outlet_is_counted_by_names_that_the_directory_did_not_know_when_articles_were_read(store: Store) -> None:
    herald = a_carrier(an_agent("THE HERALD", AgentKind.OUTLET))
    save(store, "north", {"carriers": [herald]}, {"carriers": ["Reuters"]})
    save(store, "south", {"carriers": [a_carrier(an_agent("The Herald", AgentKind.OUTLET, outlet="herald"))]})
    part = OutletPart("herald", Role.CARRIER, ("The Herald",))
    assert {one.text for one in store.claims_of_part(part)} == {"north number 0", "south number 0"}
    assert store.days_of(part) == (DayTally(date(2025, 6, 2), 2),)
    assert [one.name for one in store.publishers_crediting(part)] == ["north", "south"]
    assert [one.name for one in store.credited_beside(part)] == ["Reuters"]
    assert [one.text for one in store.claims_of_part(OutletPart("herald", Role.CARRIER))] == ["south number 0"]


def test_what_an_article_no_longer_says_is_no_longer_counted(store: Store) -> None:
    article = an_article("One.")
    for text in ("One.", "One two.", "One."):
        read = an_article(text)
        assert read.id == article.id
        claims = [a_claim("One", article=read, carriers=["TASS"] if text == "One two." else [])]
        store.save_article(read, claims, keys={}, read_at=NOW)
        assert ("tass" in {one.outlet for one in store.tally_directory()}) is (text == "One two.")
        assert len(store.claims_of_part(TASS)) == (text == "One two.")


def test_who_credits_an_outlet_and_what_it_is_credited_beside(store: Store) -> None:
    save(store, "north", {"carriers": ["TASS"]}, {"carriers": ["TASS", "Reuters"]})
    save(store, "south", {"carriers": ["TASS"]}, {"carriers": ["Reuters"]}, {"carriers": ["RBC"]})
    save(store, "east", {"carriers": ["RBC"]})
    assert of_agents(store.publishers_crediting(TASS)) == [
        ("north", "north", "outlet", "publisher", 2, 1),
        ("south", "south", "outlet", "publisher", 1, 1),
    ]
    assert of_agents(store.credited_beside(TASS)) == [
        ("reuters", "Reuters", "outlet", "carrier", 2, 2),
        ("rbc", "RBC", "outlet", "carrier", 1, 1),
    ]
    assert of_agents(store.credited_beside(TASS, Slice(limit=1, offset=1))) == [
        ("rbc", "RBC", "outlet", "carrier", 1, 1)
    ]


def test_a_speaker_is_one_by_name_whatever_the_kind_and_unnamed_ones_are_apart(store: Store) -> None:
    save(store, "north", {}, {"speaker": unnamed("a source")}, {"speaker": unnamed("A source")})
    save(
        store,
        "south",
        {"speaker": "VLADIMIR MEDINSKY"},
        {"speaker": a_link(an_agent("Vladimir Medinsky", AgentKind.DOCUMENT))},
    )
    assert of_agents(store.speakers()) == [
        (None, "VLADIMIR MEDINSKY", "person", "speaker", 3, 2),
    ]
    assert of_agents(store.speakers(kind=AgentKind.DOCUMENT)) == [
        (None, "Vladimir Medinsky", "document", "speaker", 1, 1)
    ]
    assert [one.claims for one in store.tally_part(MEDINSKY)] == [1, 2]
    assert of_agents(store.speakers(unnamed=True)) == [(None, "A source", "unnamed", "speaker", 2, 1)]
    assert of_agents(store.speakers(words="100%")) == []
    assert (store.count_speakers(), store.count_speakers(unnamed=True)) == (1, 1)
    assert [store.count_speakers(words=words) for words in ("медин", "Médin", "nobody")] == [1, 1, 0]
    assert len(store.claims_of_part(MEDINSKY)) == 3
    assert store.claims_of_part(SpeakerPart("a source")) == ()
    said = store.claims_of_part(SpeakerPart("a source", unnamed=True))
    assert [claim.text for claim in said] == ["north number 1", "north number 2"]


def test_an_outlet_that_speaks_for_itself_is_among_the_speakers_with_its_id(store: Store) -> None:
    save(store, "north", {"speaker": a_link(an_agent("TASS", AgentKind.OUTLET, outlet="tass"))})
    assert of_agents(store.speakers()) == [("tass", "TASS", "outlet", "speaker", 1, 1)]


def test_the_ways_of_a_speakers_words_are_counted(store: Store) -> None:
    save(store, "north", {"carriers": ["TASS"]}, {"carriers": ["TASS"]}, {"speaker": "Ada Brown"})
    save(store, "tass", {})
    assert of_agents(store.outlets_of_speaker(MEDINSKY)) == [
        ("tass", "TASS", "outlet", "carrier", 2, 1),
        ("north", "north", "outlet", "publisher", 2, 1),
        ("tass", "tass", "outlet", "publisher", 1, 1),
    ]


def test_days_and_cues_of_a_part_are_counted(store: Store) -> None:
    save(store, "north", {"cue": "denied"}, {}, {"cue": None}, {"speaker": "Ada Brown"}, day=3)
    save(store, "south", {}, day=None)
    assert store.days_of(MEDINSKY) == (DayTally(date(2025, 6, 3), 3), DayTally(None, 1))
    assert store.cues_of(MEDINSKY) == {"denied": 1, "said": 2}


def test_contradicted_claims_are_counted_once_each(store: Store) -> None:
    one, two = save(store, "north", {}, {})
    three, four = save(store, "south", {"speaker": "Ada Brown"}, {"speaker": "Ada Brown"})
    conflicts = [a_comparison(one, other, agreement=Agreement.CONFLICTS) for other in (three, four)]
    store.save_comparisons([*conflicts, a_comparison(two, three)])
    assert (store.count_contradicted(MEDINSKY), store.count_contradicted(SpeakerPart("Ada Brown"))) == (1, 2)


@pytest.mark.parametrize("sizes", [[], [3], [0, 4, 1], [2, 2, 2, 2, 2], [1, 0, 3, 0, 0, 4, 1, 2]])
def test_pages_of_a_part_put_together_are_the_whole(store: Store, sizes: list[int]) -> None:
    for place, size in enumerate(sizes):
        save(store, f"paper{place}", *[{"carriers": ["TASS"]}] * size, {}, day=1 + place % 3)
    whole = store.claims_of_part(TASS)
    assert len(whole) == sum(one.claims for one in store.tally_part(TASS)) == sum(sizes)
    articles = store.articles_by_id(claim.article_id for claim in whole)
    days = [articles[claim.article_id].published for claim in whole]
    assert days == sorted(days, reverse=True)
    for limit in (1, 2, 3, 5):
        pages = [store.claims_of_part(TASS, Slice(limit=limit, offset=at)) for at in range(0, sum(sizes), limit)]
        assert tuple(claim for page in pages for claim in page) == whole


def test_a_store_of_an_older_version_is_counted_when_it_is_migrated(database: str) -> None:
    with open_store(database, now=NOW) as store:
        save(
            store, "north", {"carriers": ["TASS"]}, {"carriers": ["TASS", "Reuters"]}, {"speaker": unnamed("a source")}
        )
        save(store, "south", {"carriers": [a_carrier(an_agent("The Herald", AgentKind.OUTLET))]}, day=None)
        store.commit()
        before = everything(store)
    for target in ("0007", "head"):
        with migrating(database) as (config, _):
            (command.downgrade if target == "0007" else command.upgrade)(config, target)
    with open_store(database, now=NOW) as store:
        assert everything(store) == before


def everything(store: Store) -> tuple[object, ...]:
    found = (store.tally_directory(), store.strangers(), store.speakers(), store.speakers(unnamed=True))
    return (*(sorted(map(repr, tallies)) for tallies in found), store.days_of(TASS), store.tally_outlets(["tass"]))


SOURCES = (
    {"carriers": ["TASS"]},
    {"carriers": [a_carrier(an_agent("The Herald", AgentKind.OUTLET))], "speaker": "Ada Brown"},
    {"carriers": [a_carrier(an_agent("THE HERALD", AgentKind.OUTLET))], "speaker": "ADA BROWN"},
    {"speaker": a_link(an_agent("TASS", AgentKind.OUTLET, outlet="tass"))},
    {"speaker": a_link(an_agent("Tass", AgentKind.OUTLET))},
    {"speaker": unnamed("a source")},
    {"speaker": unnamed("A source"), "carriers": ["Reuters", "TASS"]},
    {"speaker": None, "mode": Mode.OWN},
)
read_again = st.tuples(st.integers(0, 3), st.lists(st.sampled_from(range(len(SOURCES))), max_size=5))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings=st.lists(read_again, min_size=1, max_size=8))
def test_sums_hold_in_whatever_order_articles_are_read_and_read_again(
    store: Store, readings: list[tuple[int, list[int]]]
) -> None:
    store.rollback()
    for number, told in readings:
        save(store, f"paper{number}", *(SOURCES[one] for one in told))
    tallies = (*store.tally_directory(), *store.strangers(), *store.speakers(), *store.speakers(unnamed=True))
    assert sorted(map(repr, tallies)) == sorted(map(repr, added_up(store.claims())))
    assert store.count_speakers() == len(store.speakers())
    store.rollback()


def added_up(claims: Iterable[Claim]) -> list[Tally]:
    """From the claims themselves; a credit is an agent's part in one article."""
    parts: dict[tuple[str, ...], dict[str, set[str]]] = {}
    names: dict[tuple[str, ...], set[str]] = {}
    for claim in claims:
        for link in claim.chain.links:
            agent = link.agent
            credit = (
                link.role.value,
                agent.kind.value,
                agent.outlet or "",
                "" if agent.outlet else agent.name.casefold(),
            )
            parts.setdefault(credit, {}).setdefault(claim.article_id, set()).add(claim.id)
            names.setdefault((*credit, claim.article_id), set()).add(agent.name)
    sums: dict[tuple[str, ...], list[tuple[str, str, int]]] = {}
    for credit, articles in parts.items():
        for article, ids in articles.items():
            name = min(names[(*credit, article)])
            role, kind, outlet, _ = credit
            key = (role, kind, "", name.casefold()) if role == "speaker" or not outlet else (role, kind, outlet, "")
            sums.setdefault(key, []).append((outlet, name, len(ids)))
    return [
        Tally(
            outlet=min((outlet for outlet, _, _ in held if outlet), default=None),
            name=min(name for _, name, _ in held),
            kind=AgentKind(kind),
            role=Role(role),
            claims=sum(number for _, _, number in held),
            articles=len(held),
        )
        for (role, kind, _, _), held in sums.items()
        if role == "speaker" or held[0][0] or (role, kind) == ("carrier", "outlet")
    ]
