"""What people decided of the reading of one article, put on top of what the machine reads of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from provenance.analysis.placing import find_places
from provenance.analysis.references import find_again, is_twin
from provenance.analysis.undoing import in_force
from provenance.model import (
    Article,
    Chain,
    Claim,
    ClaimReference,
    Decision,
    DecisionKind,
    Link,
    Mode,
    NewDecision,
    Overruling,
    Span,
    Spans,
    Waiting,
    agents_of,
    joined,
)


@dataclass(frozen=True, slots=True)
class Step:
    """A decision that holds, and the claim after it: None where it is rejected."""

    decision: Decision
    claim: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One claim through all that people decided of it. `read` is what the machine reads, None where it reads none."""

    read: Claim | None
    steps: tuple[Step, ...] = ()

    @property
    def claim(self) -> Claim | None:
        """As it is in force; None where it is rejected."""
        return self.steps[-1].claim if self.steps else self.read

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that it ever was, each once."""
        known = {claim.id: claim for claim in (self.read, *(step.claim for step in self.steps)) if claim}
        return tuple(known.values())

    @property
    def changed_by(self) -> int | None:
        """The last decision that made it otherwise; None where it is as the machine reads it."""
        made = (step.decision for step in reversed(self.steps))
        return next((each.id for each in made if each.made.kind is not DecisionKind.CONFIRM), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The claims of an article with the decisions in force on top, and the decisions that do not fit it now."""

    lineages: tuple[Lineage, ...]
    waiting: tuple[Waiting, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Those in force, in the order of the text."""
        held = (lineage.claim for lineage in self.lineages if lineage.claim)
        return tuple(sorted(held, key=lambda claim: (claim.spans, claim.id)))

    @property
    def set_aside(self) -> tuple[Claim, ...]:
        """What the machine reads, and what people had, under the claims in force."""
        held = {claim.id for claim in self.claims}
        every = (claim for lineage in self.lineages for claim in lineage.claims)
        return tuple(claim for claim in every if claim.id not in held)

    def lineage_of(self, claim: str) -> Lineage | None:
        """Of a claim by its id, in force or not."""
        return next((each for each in self.lineages if any(one.id == claim for one in each.claims)), None)


def correct(machine: Sequence[Claim], article: Article, decisions: Iterable[Decision]) -> Corrected:
    """`machine` are the claims as they are read, `decisions` those of people, taken back or not, of this article and of
    others. They are applied in the order of deciding. One that rests on a decision that does not hold waits, and so
    does one whose words, or whose claim, are not there; nothing is lost by it."""
    lineages = [Lineage(read=claim) for claim in machine]
    waiting = []
    for decision in in_force(decisions):
        if decision.made.article_id != article.id:
            continue
        fit = find_fit(decision.made, lineages, article)
        if isinstance(fit, Unfit):
            waiting.append(Waiting(decision=decision, why=fit.why, against=fit.against))
        elif fit.place is None:
            lineages.append(Lineage(read=None, steps=(step_of(decision, fit.after, None),)))
        else:
            held = lineages[fit.place]
            lineages[fit.place] = replace(held, steps=(*held.steps, step_of(decision, fit.after, held.claim)))
    return Corrected(lineages=tuple(lineages), waiting=tuple(waiting))


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a decision takes effect, None where the machine reads no such claim; and the claim as the person has it, in
    this revision."""

    place: int | None
    after: Claim | None


@dataclass(frozen=True, slots=True)
class Unfit:
    why: str
    against: int | None = None


def find_fit(made: NewDecision, lineages: Sequence[Lineage], article: Article) -> Fit | Unfit:
    after = None
    if made.after and (after := stand_in(made, lineages, article)) is None:
        return Unfit("Its words are not in the article now.")
    if made.rests_on is not None:
        place = find_place(lineages, lambda lineage: made.rests_on in {step.decision.id for step in lineage.steps})
        if place is None:
            return Unfit(f"Decision {made.rests_on}, on which it rests, does not hold now.")
    else:
        place = place_read(made, after, lineages)
        if place is None and made.kind is DecisionKind.REJECT:
            return Unfit("The machine does not read its claim now.")
    changed_by = lineages[place].changed_by if place is not None else made.rests_on
    if changed_by != made.rests_on:
        return Unfit(f"Decision {changed_by} holds of the same claim.", changed_by)
    return Fit(place, after)


def place_read(made: NewDecision, after: Claim | None, lineages: Sequence[Lineage]) -> int | None:
    """Of the machine's claim that the decision means; else of one that reads what the person has, and that nobody
    changed."""
    read = [lineage.read for lineage in lineages if lineage.read]
    for reference in made.left:
        if (meant := find_again(reference, read)) is not None:
            return find_place(lineages, lambda lineage: lineage.read is not None and lineage.read.id == meant)
    if after is None:
        return None
    untouched = [lineage.read for lineage in lineages if lineage.read and lineage.changed_by is None]
    twins = [claim.id for claim in untouched if is_twin(claim, after)]
    return find_place(lineages, lambda lineage: lineage.read is not None and lineage.read.id == min(twins, default=""))


def find_place(lineages: Sequence[Lineage], meant: Callable[[Lineage], bool]) -> int | None:
    return next((place for place, lineage in enumerate(lineages) if meant(lineage)), None)


def step_of(decision: Decision, after: Claim | None, before: Claim | None) -> Step:
    """A claim that is confirmed as it is stays what it is."""
    if decision.made.kind is DecisionKind.CONFIRM and after and before and says(after) == says(before):
        return Step(decision, before)
    return Step(decision, replace(after, decided=decision.id) if after else None)


def says(claim: Claim) -> tuple[object, ...]:
    """What a reading of a place says: where, how, by whom."""
    links = ((link.step, link.role, link.agent, link.via) for link in claim.chain.links[1:])
    return (claim.spans, claim.mode, claim.chain.channel, *links)


def stand_in(made: NewDecision, lineages: Sequence[Lineage], article: Article) -> Claim | None:
    """The claim as the person has it, in this revision of the article: None where its words, its cue or the words that
    name its agents are not there. Who published it is as the article has it now."""
    after = made.after
    if after is None:
        return None
    if after.revision != article.sha256:
        found = find_places(made.words, after.spans, article.text)
        after = moved(after, found, article) if evidence_of(after) <= found.keys() else None
    read = next((lineage.read for lineage in lineages if lineage.read), None)
    if after is None or read is None:
        return after
    return replace(after, chain=replace(after.chain, links=(read.chain.publisher, *after.chain.links[1:])))


def places_of(claim: Claim) -> Spans:
    """All places of the article's text that a claim names, in order."""
    return tuple(sorted({*evidence_of(claim), *claim.headline_spans}))


def evidence_of(claim: Claim) -> frozenset[Span]:
    """The places that a claim cannot do without: a headline may be written anew."""
    named = (link.span for link in claim.chain.links if link.span)
    return frozenset({*claim.spans, *claim.cue_spans, *claim.source_spans, *named})


def moved(claim: Claim, found: dict[Span, Span], article: Article) -> Claim:
    def place(spans: Spans) -> Spans:
        return tuple(found[span] for span in spans if span in found)

    def link(given: Link) -> Link:
        if given.span is None:
            return given
        return replace(given, span=found[given.span], mention=found[given.span].of(article.text))

    spans, cue = place(claim.spans), place(claim.cue_spans)
    return replace(
        claim,
        revision=article.sha256,
        text=joined(spans, article.text),
        spans=spans,
        cue=joined(cue, article.text) if cue else claim.cue,
        cue_spans=cue,
        source_spans=place(claim.source_spans),
        headline_spans=place(claim.headline_spans),
        chain=replace(claim.chain, links=tuple(map(link, claim.chain.links))),
    )


def follow(reference: ClaimReference, corrected: Corrected) -> str | None:
    """The claim in force that a reference means, whatever was decided of it since: None where it is there no more or
    was rejected."""
    if named := corrected.lineage_of(reference.claim):
        return named.claim.id if named.claim else None
    read = [lineage.read for lineage in corrected.lineages if lineage.read]
    meant = find_again(reference, corrected.claims) or find_again(reference, read)
    lineage = corrected.lineage_of(meant) if meant else None
    return lineage.claim.id if lineage and lineage.claim else None


def overrulings(corrected: Corrected) -> dict[str, tuple[Overruling, ...]]:
    """What people decided of each claim in force, by its id, in the order of deciding."""
    return {
        lineage.claim.id: tuple(_overrulings(lineage))
        for lineage in corrected.lineages
        if lineage.claim and lineage.steps
    }


def rejections(corrected: Corrected) -> tuple[Overruling, ...]:
    """The rejections in force, in the order of deciding."""
    rejected = [lineage for lineage in corrected.lineages if lineage.claim is None]
    found = [list(_overrulings(lineage))[-1] for lineage in rejected]
    return tuple(sorted(found, key=lambda each: each.decision.id))


def _overrulings(lineage: Lineage) -> Iterator[Overruling]:
    for step in lineage.steps:
        yield Overruling(
            decision=step.decision,
            left=(lineage.claim.id,) if lineage.claim else (),
            right=(),
            machine=_machine_in_words(lineage, step),
            read=lineage.read,
        )


def _machine_in_words(lineage: Lineage, step: Step) -> str:
    if lineage.read is None:
        return "The machine reads no claim there."
    if step.claim == lineage.read:
        return "The machine reads the same."
    return f"The machine reads: “{lineage.read.text}”, {way_in_words(lineage.read.chain, lineage.read.mode)}."


def way_in_words(chain: Chain, mode: Mode) -> str:
    """From the page to the origin, in one line."""
    steps = (" + ".join(link.agent.name for link in links) for _, links in groupby(chain.links, lambda link: link.step))
    return " ← ".join(steps) + (", in its own voice" if mode is Mode.OWN else "")


def claims_of_decision(decision: Decision) -> frozenset[str]:
    """The ids of the claims that it names, and of the one that it made."""
    made = decision.made
    after = {replace(made.after, decided=decision.id).id} if made.after else set()
    return frozenset(after | {reference.claim for reference in (*made.left, *made.right)})


def corrected_parts(made: NewDecision) -> str:
    """What a correction changed, in words."""
    before, after = made.left[0], made.after
    if after is None:
        return ""
    parts = [
        "which words it is" if (before.text, before.spans) != (after.text, after.spans) else "",
        "who says it" if before.agents != agents_of(after) else "",
    ]
    return " and ".join(part for part in parts if part) or "how it is told"
