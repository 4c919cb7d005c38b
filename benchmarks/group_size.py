"""How long the analysis takes for one large group: for all of its claims, and for those of one article.

    python -m benchmarks.group_size [--claims 400] [--agreeing 0.9] [--articles 200] [--runs 3]

The claims are made up, the same ones every time: a third are outlets' own words, the others name a carrier, a
speaker, an unnamed source. Of every two, the given part agrees. Seconds of one processor core, medians of the runs; the
digest is of all that was found, so that two versions of the code can be told to find the same.
"""

import argparse
import hashlib
import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from provenance.analysis import Corpus, analyse, list_findings
from provenance.matching import Reprint, ReprintKind
from provenance.model import (
    Agent,
    AgentKind,
    Agreement,
    Article,
    Chain,
    Claim,
    Comparison,
    Finding,
    Group,
    Label,
    Link,
    Mode,
    Reason,
    Role,
    Span,
    Standing,
    StateAffiliation,
    Via,
)

OUTLETS, SPEAKERS = 60, 25
SEED = 7
WORDS = "the talks in the capital ended after an hour"


def make_corpus(claims: int, articles: int, agreeing: float) -> Corpus:
    """One group, told by sixty outlets, four in five known to the directory; every twentieth pair of neighbouring
    articles is a reprint."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    printed = [_article(number, chance) for number in range(articles)]
    told = [_claim(number, printed[number % articles], chance) for number in range(claims)]
    by_id = {claim.id: claim for claim in told}
    ordered = sorted(by_id)
    comparisons = tuple(_comparisons(ordered, agreeing, chance))
    pairs = [sorted((one.id, other.id)) for one, other in zip(printed[::20], printed[1::20], strict=False)]
    return Corpus(
        articles={article.id: article for article in printed},
        claims=by_id,
        comparisons=comparisons,
        groups=(Group(claims=tuple(ordered)),),
        reprints=tuple(
            Reprint(left=left, right=right, kind=ReprintKind.VERBATIM, overlap=0.9, reason="90% stand in the other.")
            for left, right in pairs
        ),
    )


def _article(number: int, chance: random.Random) -> Article:
    name = f"Outlet {chance.randrange(OUTLETS)}"
    day = date(2025, 6, 2) + timedelta(days=chance.randrange(5))
    url = f"https://x.example/{number}"
    return Article(text=f"{WORDS} {number}", title=f"Talks {number}", url=url, outlet_name=name, published=day)


def _claim(number: int, article: Article, chance: random.Random) -> Claim:
    publisher = replace(_outlet(article.outlet_name or ""), role=Role.PUBLISHER, via=None, step=0)
    links = [publisher]
    kind = number % 3
    if kind == 1:
        links.append(_outlet(f"Outlet {chance.randrange(OUTLETS)}"))
    if kind == 2:
        links.append(Link(step=len(links), role=Role.SPEAKER, agent=_speaker(chance)))
    return Claim(
        article_id=article.id,
        revision=article.sha256,
        text=WORDS,
        spans=(Span(0, len(WORDS)), Span(len(WORDS) + number, len(WORDS) + number + 1)),
        mode=Mode.INDIRECT if kind else Mode.OWN,
        chain=Chain(links=tuple(links)),
        hedged=kind > 0 and chance.random() < 0.1,
        cue="said" if kind else None,
    )


def _outlet(name: str) -> Link:
    number = int(name.split()[1])
    state = number % 10 == 0
    standing = Standing(
        label=Label.STATE_OWNED if state else Label.PRIVATE,
        state_affiliated=StateAffiliation.YES if state else StateAffiliation.NO,
        control_family=f"state:S{number % 4}" if state else f"family-{number % 45}",
        states=(f"S{number % 4}",) if state else (),
    )
    known = number % 5 != 1
    agent = Agent(name=name, kind=AgentKind.OUTLET, outlet=f"outlet-{number}" if known else None)
    return Link(step=1, role=Role.CARRIER, agent=agent, via=Via.REPORTED, standing=standing if known else None)


def _speaker(chance: random.Random) -> Agent:
    number = chance.randrange(SPEAKERS)
    if number % 5 == 0:
        return Agent(name="a source", kind=AgentKind.UNNAMED)
    party = f"state:S{number % 4}" if number % 3 else None
    return Agent(name=f"Anna Number{number}", kind=AgentKind.PERSON, party=party)


def _comparisons(ids: list[str], agreeing: float, chance: random.Random) -> Iterator[Comparison]:
    reason = Reason(code="shared-words", text="Both speak.", left=(Span(4, 9),), right=(Span(4, 9),))
    for left, right in combinations(ids, 2):
        if chance.random() < agreeing:
            yield Comparison(left=left, right=right, agreement=Agreement.AGREES, similarity=0.9, reasons=(reason,))


def seconds(runs: int, measured: Callable[[], object]) -> float:
    taken = []
    for _ in range(runs):
        started = time.process_time()
        measured()
        taken.append(time.process_time() - started)
    return round(statistics.median(taken), 2)


def digest_of(findings: Sequence[Finding]) -> str:
    """Of counts, cautions and relations with all their reasons."""
    told = [
        (
            finding.claim.id,
            finding.count,
            [(caution.code.value, caution.text) for caution in finding.cautions],
            [(one.relation.kind.value, one.relation.other, one.relation.reasons) for one in finding.relations],
        )
        for finding in findings
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=400)
    parser.add_argument("--agreeing", type=float, default=0.9)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    corpus = make_corpus(given.claims, given.articles, given.agreeing)
    article = min(corpus.articles)
    measured = {
        "claims": len(corpus.claims),
        "comparisons": len(corpus.comparisons),
        "runs": given.runs,
        "one_article_seconds": seconds(given.runs, lambda: analyse(corpus, article)),
        "whole_group_seconds": seconds(given.runs, lambda: list_findings(corpus)),
        "digest": digest_of(list_findings(corpus)),
    }
    print(json.dumps(measured, indent=1))


if __name__ == "__main__":
    main()
