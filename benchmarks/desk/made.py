"""A store for measuring: thousands of made articles whose claims have speakers, outlets and days.

The words are those of the made archives (`benchmarks.matching.archive`): happenings, each told by several outlets in
other words. Who speaks is drawn from a made pool of people and offices, who prints and carries from the directory.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice

from benchmarks.matching.archive import Telling, make_archive
from provenance.model import Agent, AgentKind, Article, Chain, Claim, Link, Mode, Outlet, Role, Span, Via
from provenance.outlets import Directory
from provenance.services.comparing import compare_anew, load_frequencies
from provenance.services.resources import load_directory
from provenance.services.standings import with_standing
from provenance.storage import open_store

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CLAIMS = 20
"""Of an article."""
SPREAD = 200
"""Articles among which the claims of some days are dealt out."""
BATCH = 500
"""Articles between two commits."""
PEOPLE = 3_000
CARRIED = 0.35
UNNAMED = 0.1
OWN = 0.15
"""The chances that a claim came by way of an outlet, that nobody is named for it, that the publisher says it itself."""
STATE_WIRES = ("tass", "ria-novosti", "xinhua", "rt", "reuters", "afp", "bbc", "interfax")


def make_store(database: str, articles: int) -> None:
    """Fills an empty store; the same store for the same number."""
    directory = load_directory()
    chance = random.Random(0)  # noqa: S311
    tellings = list(make_archive(articles * CLAIMS, load_frequencies()))
    made = iter([make_article(told, directory, chance) for told in dealt(tellings)])
    while part := list(islice(made, BATCH)):
        with open_store(database, now=NOW) as store:
            store.save_directory(directory.outlets.values(), version=directory.version, digest=directory.digest)
            for article, claims in part:
                store.save_article(article, claims, keys={}, read_at=NOW, directory=directory.digest)
            store.commit()
    with open_store(database, now=NOW) as store:
        compare_anew(store)
        store.commit()


def dealt(tellings: Sequence[Telling]) -> Iterator[Sequence[Telling]]:
    """Claims of one happening lie side by side in the order of their days: each goes to another article."""
    ordered = sorted(tellings, key=lambda telling: (telling.day, telling.id))
    for start in range(0, len(ordered), CLAIMS * SPREAD):
        block = ordered[start : start + CLAIMS * SPREAD]
        yield from (told for offset in range(SPREAD) if (told := block[offset::SPREAD]))


def make_article(
    told: Sequence[Telling], directory: Directory, chance: random.Random
) -> tuple[Article, tuple[Claim, ...]]:
    publisher = chance.choice(_publishers(directory))
    host = publisher.domains[0].host
    drawn = [(telling, *draw_source(directory, chance)) for telling in told]
    lines = [f"{telling.text}{tail}." for telling, tail, _ in drawn]
    article = Article(
        text="\n".join(lines),
        title=told[0].text,
        url=f"https://{host}/{told[0].id}",
        outlet=publisher.id,
        outlet_name=publisher.name,
        published=told[0].day,
        language="en",
    )
    head = Link(
        step=0, role=Role.PUBLISHER, agent=Agent(name=publisher.name, kind=AgentKind.OUTLET, outlet=publisher.id)
    )
    claims, start = [], 0
    for (telling, tail, links), line in zip(drawn, lines, strict=True):
        claim = Claim(
            article_id=article.id,
            revision=article.sha256,
            text=telling.text,
            spans=(Span(start, start + len(telling.text)),),
            mode=Mode.INDIRECT if tail else Mode.OWN,
            cue="said" if tail else None,
            chain=Chain(links=(head, *links)),
        )
        claims.append(with_standing(claim, article, directory))
        start += len(line) + 1
    return article, tuple(claims)


def draw_source(directory: Directory, chance: random.Random) -> tuple[str, tuple[Link, ...]]:
    """What the line says of who said it, and the links that say so."""
    if chance.random() < OWN:
        return "", ()
    links: list[Link] = []
    words = ""
    if chance.random() < CARRIED:
        carrier = directory.outlet(chance.choice(STATE_WIRES))
        links.append(
            Link(
                step=1,
                role=Role.CARRIER,
                agent=Agent(name=carrier.name, kind=AgentKind.OUTLET, outlet=carrier.id),
                via=Via.REPORTED,
            )
        )
        words = f", {carrier.name} reported"
    unnamed = chance.random() < UNNAMED
    name = "a source" if unnamed else _person(min(int(chance.expovariate(1 / 300)), PEOPLE))
    kind = AgentKind.UNNAMED if unnamed else AgentKind.PERSON
    links.append(Link(step=len(links) + 1, role=Role.SPEAKER, agent=Agent(name=name, kind=kind)))
    return f", {name} said{words}", tuple(links)


def _person(number: int) -> str:
    chance = random.Random(number)  # noqa: S311
    return " ".join(
        "".join(chance.choices(["ba", "do", "ke", "li", "mu", "no", "ra", "se", "ta", "vi"], k=length)).title()
        for length in (2, 3)
    )


def _publishers(directory: Directory) -> list[Outlet]:
    return [outlet for outlet in list(directory.outlets.values())[:400] if outlet.domains]


if __name__ == "__main__":
    make_store(sys.argv[1], int(sys.argv[2]))
