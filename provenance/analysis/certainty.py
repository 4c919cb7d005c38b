"""A claim that gains certainty as it travels: hedged or hung on "a source" at first, told plainly further on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.analysis.circles import names_of
from provenance.analysis.citing import by_day, edges_towards, find_steps
from provenance.analysis.corpus import Index
from provenance.analysis.names import outlet_key
from provenance.analysis.origins import joined_names
from provenance.model import AgentKind, Circle, CircleKind, CircleStep, Claim, Group, Mode, StepKind


@dataclass(frozen=True, slots=True)
class Step:
    """From a claim to one made of it; `how` says what shows that it was. `by_way_of` are the outlets, by key, that both
    lead back to; none where it reprints."""

    uncertain: Claim
    certain: Claim
    how: str
    by_way_of: tuple[str, ...] = ()


def find_gains(group: Group, index: Index) -> tuple[Circle, ...]:
    """One for each pair of publishers, the earliest uncertain claim of it; in the order of publishers."""
    steps: dict[tuple[str, str], Step] = {}
    for step in _steps(sorted(index.claims_of(group), key=lambda claim: by_day(claim, index)), index):
        steps.setdefault((publisher(step.uncertain), publisher(step.certain)), step)
    return tuple(_circle(step, group, index) for _, step in sorted(steps.items()))


def _steps(claims: Sequence[Claim], index: Index) -> Iterator[Step]:
    uncertain = [claim for claim in claims if is_uncertain(claim)]
    for certain in (claim for claim in claims if is_plain(claim)):
        for claim in uncertain:
            step = _made_of(certain, claim, index) if publisher(claim) != publisher(certain) else None
            if step:
                yield step


def is_uncertain(claim: Claim) -> bool:
    """Hedged, or said by nobody who is named; an outlet that speaks in its own voice is certain enough."""
    if claim.hedged or is_hearsay(claim):
        return True
    speakers = claim.chain.speakers
    return bool(speakers) and all(link.agent.kind is AgentKind.UNNAMED for link in speakers)


def is_hearsay(claim: Claim) -> bool:
    return claim.mode is not Mode.OWN and not claim.chain.speakers and not claim.chain.carriers


def is_plain(claim: Claim) -> bool:
    """Neither hedged nor said by anybody: an outlet stands for it. Who names a speaker has looked for one."""
    return not is_uncertain(claim) and not claim.chain.speakers


def _made_of(certain: Claim, uncertain: Claim, index: Index) -> Step | None:
    """What shows that one claim was made of the other: a credit, a root of both, a reprint on a later day."""
    credited = {outlet_key(link.agent) for link in certain.chain.carriers}
    source = uncertain.chain.publisher.agent
    if outlet_key(source) in credited:
        return Step(uncertain, certain, f"crediting {source.name}", (outlet_key(source),))
    roots = {outlet_key(link.agent): link.agent.name for link in uncertain.chain.roots}
    shared = {key: name for key, name in roots.items() if key in credited}
    if shared:
        return Step(uncertain, certain, f"crediting {joined_names(shared.values())}, too", tuple(shared))
    reprinted = _reprints_later(certain, uncertain, index)
    return Step(uncertain, certain, "which reprints the article") if reprinted else None


def _reprints_later(certain: Claim, uncertain: Claim, index: Index) -> bool:
    articles = index.corpus.articles
    first, later = articles[uncertain.article_id].published, articles[certain.article_id].published
    return bool(first and later and first < later and index.reprint_of(certain, uncertain))


def _circle(step: Step, group: Group, index: Index) -> Circle:
    first, later = step.uncertain.chain.publisher.agent.name, step.certain.chain.publisher.agent.name
    text = f"{first} has it {on_whose_word(step.uncertain)}; {later}, {step.how}, says so plainly."
    return Circle(
        kind=CircleKind.GAINS_CERTAINTY,
        group=group.id,
        text=text,
        outlets=(first, later),
        claims=(step.uncertain.id, step.certain.id),
        steps=_shown(step, index),
    )


def _shown(step: Step, index: Index) -> tuple[CircleStep, ...]:
    claims = (step.certain, step.uncertain)
    if not step.by_way_of:
        reprint = index.reprint_of(*claims)
        citing, cited = (claim.chain.publisher.agent.name for claim in claims)
        words = reprint.reason if reprint else ""
        return (CircleStep(citing=citing, cited=cited, how=StepKind.REPRINTS, claim=step.certain.id, words=words),)
    edges = dict.fromkeys(edge for outlet in step.by_way_of for edge in edges_towards(outlet, claims))
    return find_steps(edges, claims, names_of(claims), index)


def on_whose_word(claim: Claim) -> str:
    """Whose word the uncertain one rests on, and through whom."""
    carriers = joined_names(link.agent.name for link in claim.chain.carriers) if claim.chain.carriers else ""
    through = f" through {carriers}" if carriers else ""
    names = dict.fromkeys(f"“{link.mention or link.agent.name}”" for link in claim.chain.speakers)
    hedge = f"with a hedge (“{claim.cue}”)" if claim.cue else "with a hedge"
    if not names:
        return f"{hedge}{through}"
    return f"from {' and '.join(names)}{', ' + hedge if claim.hedged else ''}{through}"


def publisher(claim: Claim) -> str:
    return outlet_key(claim.chain.publisher.agent)
