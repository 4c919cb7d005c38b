"""Values of the model with good defaults: a test names only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from provenance.matching import COMPARED_WEIGHT, Keys
from provenance.model import (
    Agent,
    AgentKind,
    Agreement,
    Article,
    Assertion,
    Basis,
    Chain,
    Claim,
    Comparison,
    Confidence,
    Evidence,
    Group,
    Label,
    Link,
    Mode,
    Outlet,
    OutletDomain,
    OutletName,
    Role,
    Span,
    Standing,
    StateAffiliation,
    Via,
)

TEXT = "Russia will return 339 children, a source told TASS."


def an_article(text: str = TEXT, **values: Any) -> Article:
    """Any because the values are those of Article."""
    defaults: dict[str, Any] = {
        "title": "Talks in Istanbul",
        "url": "https://example.org/talks",
        "outlet": "example-times",
        "outlet_name": "Example Times",
        "published": date(2025, 6, 2),
    }
    return Article(text=text, **{**defaults, **values})


def a_standing(**values: Any) -> Standing:
    defaults: dict[str, Any] = {
        "label": Label.PRIVATE,
        "state_affiliated": StateAffiliation.NO,
        "control_family": "example-times",
    }
    return Standing(**{**defaults, **values})


def an_agent(agent: Agent | str, kind: AgentKind = AgentKind.PERSON, **values: Any) -> Agent:
    """A name is enough."""
    return agent if isinstance(agent, Agent) else Agent(name=agent, kind=kind, **values)


def an_outlet_agent(name: str, **values: Any) -> Agent:
    """An agent that the directory knows by its name in lower case with hyphens: "RIA Novosti" is ria-novosti."""
    return Agent(**{"name": name, "kind": AgentKind.OUTLET, "outlet": name.lower().replace(" ", "-"), **values})


def a_link(agent: Agent | str = "Vladimir Medinsky", **values: Any) -> Link:
    """A speaker on step 1 unless told otherwise; a name given as text is a person's."""
    return Link(**{"step": 1, "role": Role.SPEAKER, "agent": an_agent(agent), **values})


def a_carrier(outlet: Agent | str = "TASS", **values: Any) -> Link:
    """A carrier on step 1 unless told otherwise; a name given as text is an outlet's."""
    agent = an_outlet_agent(outlet) if isinstance(outlet, str) else outlet
    return Link(**{"step": 1, "role": Role.CARRIER, "agent": agent, "via": Via.REPORTED, **values})


def a_chain(
    publisher: Agent | Link | str = "Example Times",
    carriers: Sequence[Link | Agent | str] = (),
    speaker: Link | Agent | str | None = "Vladimir Medinsky",
    channel: str | None = None,
) -> Chain:
    """Publisher, then one carrier a step, then the speaker (None: there is none). A link keeps what it holds but its
    step; names given as text are outlets' for publisher and carriers, a person's for the speaker."""
    first = publisher if isinstance(publisher, Link) else a_carrier(publisher, via=None)
    links = [replace(first, role=Role.PUBLISHER)]
    links += [link if isinstance(link, Link) else a_carrier(link) for link in carriers]
    if speaker is not None:
        links.append(speaker if isinstance(speaker, Link) else a_link(speaker))
    return Chain(links=tuple(replace(link, step=step) for step, link in enumerate(links)), channel=channel)


def a_claim(
    text: str = "Russia will return 339 children",
    *,
    article: Article | None = None,
    chain: Chain | None = None,
    start: int = 0,
    **values: Any,
) -> Claim:
    """A claim of `article`, content from `start` on unless `spans` are given. `publisher`, `carriers`, `speaker` and
    `channel` go to the chain; everything else to the claim."""
    of_chain = {name: values.pop(name) for name in ("publisher", "carriers", "speaker", "channel") if name in values}
    source = article or an_article()
    defaults: dict[str, Any] = {
        "article_id": source.id,
        "revision": source.sha256,
        "spans": (Span(start, start + len(text)),),
        "mode": Mode.INDIRECT,
        "cue": "said",
    }
    return Claim(text=text, chain=chain or a_chain(**of_chain), **{**defaults, **values})


def a_comparison(one: Claim, other: Claim, **values: Any) -> Comparison:
    """Of two claims in any order; they agree unless told otherwise."""
    left, right = sorted((one.id, other.id))
    return Comparison(left=left, right=right, **{"agreement": Agreement.AGREES, "similarity": 0.9, **values})


def a_group(*claims: Claim) -> Group:
    return Group(claims=tuple(sorted(claim.id for claim in claims)))


def an_assertion(outlet: str = "example-times", **values: Any) -> Assertion:
    defaults: dict[str, Any] = {
        "dimension": "ownership",
        "value": "private",
        "rater": "Example Registry",
        "basis": Basis.REGISTRY,
        "confidence": Confidence.HIGH,
        "evidence": Evidence(url="https://example.org/registry", seen=date(2026, 1, 2)),
    }
    return Assertion(outlet=outlet, **{**defaults, **values})


def an_outlet(outlet_id: str = "example-times", **values: Any) -> Outlet:
    """Named after its id, with one name, one domain and one assertion."""
    name = values.get("name", outlet_id.replace("-", " ").title())
    defaults: dict[str, Any] = {
        "name": name,
        "country": "GB",
        "names": (OutletName(text=name, language="en"),),
        "domains": (OutletDomain(host=f"{outlet_id}.example"),),
        "assertions": (an_assertion(outlet_id),),
    }
    return Outlet(id=outlet_id, **{**defaults, **values})


def some_keys(*near: str, far: tuple[str, ...] = ()) -> Keys:
    """Of which two are enough to be compared."""
    return Keys(near=dict.fromkeys(near, COMPARED_WEIGHT // 2 + 1), far=far)
