"""A claim that gains certainty as it travels: hedged or hung on "a source" at first, told plainly further on."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from provenance.analysis.circles import names_of
from provenance.analysis.citing import by_day, edges_towards, find_steps
from provenance.analysis.corpus import POSSIBILITY, Index
from provenance.analysis.names import outlet_key
from provenance.analysis.origins import joined_names
from provenance.model import AgentKind, Circle, CircleKind, CircleStep, Claim, Group, Mode, StepKind


@dataclass(frozen=True, slots=True)
class Step:
    """From a claim to one made of it; `how` says what shows that it was. `by_way_of` are the outlets, by key, that both
    lead back to; none where it reprints. `possible` are the words that make of the first a possibility, if any do."""

    uncertain: Claim
    certain: Claim
    how: str
    by_way_of: tuple[str, ...] = ()
    possible: str = ""


def find_gains(group: Group, index: Index) -> tuple[Circle, ...]:
    """One for each pair of publishers, the earliest uncertain claim of it; in the order of publishers."""
    steps: dict[tuple[str, str], Step] = {}
    for step in find_steps_of_certainty(group, index):
        steps.setdefault((publisher(step.uncertain), publisher(step.certain)), step)
    return tuple(_circle(step, group, index) for _, step in sorted(steps.items(), key=lambda item: item[0]))


def gains_in_words(group: Group, index: Index) -> dict[str, tuple[str, ...]]:
    """For every claim of a group that was made of an uncertain one, by id: which article has that, in which words. One
    sentence for each publisher, on its earliest."""
    found: dict[str, dict[str, str]] = {}
    for step in find_steps_of_certainty(group, index):
        of_claim = found.setdefault(step.certain.id, {})
        of_claim.setdefault(publisher(step.uncertain), _gain_in_words(step, index))
    return {claim: tuple(sentences[name] for name in sorted(sentences)) for claim, sentences in found.items()}


def _gain_in_words(step: Step, index: Index) -> str:
    article = index.corpus.articles[step.uncertain.article_id]
    title = f"“{article.title}”, " if article.title else ""
    where = f"({title}{article.published or 'day not known'})"
    first, later = (claim.chain.publisher.agent.name for claim in (step.uncertain, step.certain))
    whose = on_whose_word(step.uncertain, step.possible)
    return f"{first} {where} has it {whose}: “{step.uncertain.text}”. {later}, {step.how}, says so plainly."


def find_steps_of_certainty(group: Group, index: Index) -> Iterator[Step]:
    """From every uncertain claim to every certain one that was made of it, the earliest first. Certain is what is
    neither hedged nor said by anybody: an outlet stands for it. Who names a speaker has looked for one."""
    claims = sorted(index.claims_of(group), key=lambda claim: by_day(claim, index))
    publishers = {claim.id: publisher(claim) for claim in claims}
    uncertain = {claim.id for claim in claims if is_uncertain(claim)}
    for certain in (claim for claim in claims if claim.id not in uncertain and not claim.chain.speakers):
        possible = _possible(certain, index)
        credited = {outlet_key(link.agent) for link in certain.chain.carriers}
        for claim in claims:
            if claim.id not in uncertain and claim.id not in possible:
                continue
            apart = publishers[claim.id] != publishers[certain.id]
            step = _made_of(certain, claim, credited, index) if apart else None
            if step:
                yield replace(step, possible=possible.get(claim.id, ""))


def _possible(certain: Claim, index: Index) -> dict[str, str]:
    """The claims that say the same as a possibility, by id, with the words that make it one."""
    found = {}
    for comparison in index.comparisons.get(certain.id, ()):
        other = comparison.right if comparison.left == certain.id else comparison.left
        for reason in comparison.reasons:
            here, there = (reason.left, reason.right) if comparison.left == certain.id else (reason.right, reason.left)
            if reason.code == POSSIBILITY and there and not here:
                found[other] = ", ".join(f"“{place.of(index.corpus.claims[other].text)}”" for place in there)
    return found


def is_uncertain(claim: Claim) -> bool:
    """Hedged, or said by nobody who is named; an outlet that speaks in its own voice is certain enough."""
    if claim.hedged or is_hearsay(claim):
        return True
    speakers = claim.chain.speakers
    return bool(speakers) and all(link.agent.kind is AgentKind.UNNAMED for link in speakers)


def is_hearsay(claim: Claim) -> bool:
    return claim.mode is not Mode.OWN and not claim.chain.speakers and not claim.chain.carriers


def _made_of(certain: Claim, uncertain: Claim, credited: AbstractSet[str], index: Index) -> Step | None:
    """What shows that one claim was made of the other: a credit, a root of both, a reprint on a later day. `credited`
    are the outlets that the certain one credits, by key."""
    source = uncertain.chain.publisher.agent
    if outlet_key(source) in credited:
        return Step(uncertain, certain, f"crediting {source.name}", (outlet_key(source),))
    roots = {outlet_key(link.agent): link.agent.name for link in uncertain.chain.roots} if credited else {}
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
    text = f"{first} has it {on_whose_word(step.uncertain, step.possible)}; {later}, {step.how}, says so plainly."
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


def on_whose_word(claim: Claim, possible: str = "") -> str:
    """Whose word the uncertain one rests on, and through whom; `possible` are the words that make it a possibility."""
    carriers = joined_names(link.agent.name for link in claim.chain.carriers) if claim.chain.carriers else ""
    through = f" through {carriers}" if carriers else ""
    names = dict.fromkeys(f"“{link.mention or link.agent.name}”" for link in claim.chain.speakers)
    cue = f"“{claim.cue}”" if claim.cue and (claim.hedged or not possible) else ""
    words = ", ".join(part for part in (cue, possible) if part)
    hedge = f"with a hedge ({words})" if words else "with a hedge"
    if not names:
        return f"{hedge}{through}"
    return f"from {' and '.join(names)}{', ' + hedge if claim.hedged or possible else ''}{through}"


def publisher(claim: Claim) -> str:
    return outlet_key(claim.chain.publisher.agent)
