"""What a person decides of the reading of one article: a claim confirmed, corrected, rejected, added."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from provenance.analysis import (
    Corrected,
    Ground,
    Lineage,
    claims_of_decision,
    compose,
    correct,
    in_force,
    is_twin,
    places_of,
    says,
    undoings,
)
from provenance.errors import DecidedOtherwise, InvalidOption, NotStored
from provenance.model import (
    Agent,
    AgentKind,
    Article,
    Claim,
    Decision,
    DecisionKind,
    GivenClaim,
    Link,
    NewDecision,
    Role,
    Spans,
    Words,
    refer_to,
)
from provenance.outlets import Directory
from provenance.services.appending import correct_anew, in_brief, save_decision
from provenance.services.directories import directory_of
from provenance.services.outlets import find_outlets
from provenance.services.reading import load_annotator
from provenance.services.values.authorship import Authorship
from provenance.services.values.decisions import Decided
from provenance.settings import Settings
from provenance.storage import Store, open_store

UNKNOWN_PUBLISHER = "unknown publisher"


@dataclass(frozen=True, slots=True)
class Target:
    """A claim in force with its article and what was decided of it."""

    claim: Claim
    article: Article
    lineage: Lineage


Making = Callable[[Store], NewDecision]


def confirm_claim(settings: Settings, now: datetime, name: str, by: Authorship, seen: int | None = None) -> Decided:
    """From now on a person stands for the reading of the claim, which is named by the first characters of its id.
    `seen` is the last decision on its article that the person knows of, None for one who asks for no such check.

    Raises NotStored for a claim that is not there, DecidedOtherwise where somebody decided of it since, InvalidOption
    for what cannot be; nothing is stored then. So do all that follow.
    """

    def make(store: Store) -> NewDecision:
        target = _find_target(store, name, seen)
        for step in target.lineage.steps:
            if step.decision.made.kind is DecisionKind.CONFIRM and step.decision.made_by == by.made_by.strip():
                raise DecidedOtherwise(f"{in_brief(step.decision)} says so already")
        return _decision(DecisionKind.CONFIRM, target, replace(target.claim, decided=None))

    return _decide(settings, now, by, make)


def correct_claim(
    settings: Settings, now: datetime, name: str, given: GivenClaim, by: Authorship, seen: int | None = None
) -> Decided:
    """From now on the claim is what the person gives of it, and what it was in all else."""

    def make(store: Store) -> NewDecision:
        target = _find_target(store, name, seen)
        claims = store.claims_of(target.article.id)
        after = compose(given, target.claim, _ground(store, target.article, claims))
        if (says(after), after.cue_spans) == (says(target.claim), target.claim.cue_spans):
            raise InvalidOption(f"{target.claim.id}: it is read so already; confirm it, or say what is otherwise")
        _refuse_twin(after, [claim for claim in claims if claim != target.claim])
        return _decision(DecisionKind.CORRECT, target, after)

    return _decide(settings, now, by, make)


def reject_claim(settings: Settings, now: datetime, name: str, by: Authorship, seen: int | None = None) -> Decided:
    """From now on these words are no claim: nothing is counted or compared of them."""

    def make(store: Store) -> NewDecision:
        return _decision(DecisionKind.REJECT, _find_target(store, name, seen), None)

    return _decide(settings, now, by, make)


def add_claim(settings: Settings, now: datetime, name: str, given: GivenClaim, by: Authorship) -> Decided:
    """From now on the article, which is named by its address or by the first characters of its id, makes this claim
    too."""

    def make(store: Store) -> NewDecision:
        article = store.find_article(name)
        claims = store.claims_of(article.id)
        after = compose(given, None, _ground(store, article, claims))
        _refuse_twin(after, claims)
        return NewDecision(kind=DecisionKind.ADD, after=after, words=_words(after, article))

    return _decide(settings, now, by, make)


def _decide(settings: Settings, now: datetime, by: Authorship, make: Making) -> Decided:
    """Makes the decision while nobody else can write, appends it, and puts it on top of the article's reading."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        made = make(store)
        article_id = made.article_id or ""
        article = store.articles_by_id([article_id])[article_id]
        before = {claim.id for claim in store.claims_of(article_id)}
        decision = save_decision(store, made, by)
        corrected = correct_anew(store, article, now)
        for each in corrected.waiting:
            if each.decision.id == decision.id:
                raise InvalidOption(f"this cannot hold: {each.why}")
        store.commit()
        changed = {claim.id for claim in corrected.claims} - before
        held = _held(decision, corrected)
        return Decided(decision=decision, claims=frozenset(changed | ({held} if held else set())), claim=held)


def _held(decision: Decision, corrected: Corrected) -> str | None:
    """The claim as it is in force after the decision."""
    for lineage in corrected.lineages:
        if lineage.claim and any(step.decision.id == decision.id for step in lineage.steps):
            return lineage.claim.id
    return None


def _decision(kind: DecisionKind, target: Target, after: Claim | None) -> NewDecision:
    return NewDecision(
        kind=kind,
        left=(refer_to(target.claim),),
        after=after,
        words=_words(after, target.article) if after else (),
        rests_on=target.lineage.changed_by,
    )


def _words(claim: Claim, article: Article) -> Words:
    return tuple((place, place.of(article.text)) for place in places_of(claim))


def _find_target(store: Store, name: str, seen: int | None) -> Target:
    try:
        claim = store.find_claim(name)
    except NotStored as error:
        if since := _decided_since(name, store.decisions()):
            raise _overtaken(name, since) from error
        raise
    decisions = store.decisions_about([claim.article_id])
    article = store.articles_by_id([claim.article_id])[claim.article_id]
    corrected = correct(store.claims_read([article.id]).get(article.id, ()), article, decisions)
    lineage = corrected.lineage_of(claim.id) or Lineage(read=claim)
    if seen is not None:
        known = {each.id for each in lineage.claims}
        newer = [each for each in _about(known, decisions) if each.id > seen]
        if newer:
            raise _overtaken(claim.id, newer[-1])
    return Target(claim, article, lineage)


def _about(claims: Iterable[str], decisions: Sequence[Decision]) -> list[Decision]:
    """The corrections of these claims, and what took these back."""
    ids = set(claims)
    about: set[int] = set()
    for decision in decisions:
        if ids & _claims_of(decision) or decision.made.undoes in about:
            about.add(decision.id)
    return [decision for decision in decisions if decision.id in about]


def _claims_of(decision: Decision) -> frozenset[str]:
    """What a correction was made of, and what it made."""
    return claims_of_decision(decision) if decision.made.article_id else frozenset()


def _decided_since(name: str, decisions: Sequence[Decision]) -> Decision | None:
    """Why a claim of this name is not in force any more: the decision that has it otherwise, or took it back."""
    named = [each for each in decisions if any(claim.startswith(name) for claim in _claims_of(each)) and len(name) > 1]
    if not named:
        return None
    undone = undoings(decisions)
    holding = [each for each in in_force(decisions) if each in named and each.made.left]
    return undone.get(named[-1].id) or (holding[-1] if holding else named[-1])


def _overtaken(name: str, since: Decision) -> DecidedOtherwise:
    return DecidedOtherwise(f"{name}: {in_brief(since)} came in between: “{since.why}”; look at the article again")


def _refuse_twin(after: Claim, claims: Iterable[Claim]) -> None:
    for claim in claims:
        if is_twin(claim, after):
            raise InvalidOption(f"{claim.id} says that already: “{claim.text}”; confirm it, or correct it")


def _ground(store: Store, article: Article, claims: Sequence[Claim]) -> Ground:
    directory = directory_of(store)
    mentions = directory.mentions(article.text)

    def find_outlet(name: str) -> Agent:
        outlets = find_outlets(name, directory)
        if len(outlets) > 1:
            ids = ", ".join(outlet.id for outlet in outlets)
            raise InvalidOption(f"{name}: several outlets bear that name: {ids}; give the id of one")
        return Agent(name=outlets[0].name, kind=AgentKind.OUTLET, outlet=outlets[0].id)

    def mentioned(agent: Agent) -> Spans:
        return tuple(mention.span for mention in mentions if agent.outlet in mention.outlets)

    return Ground(
        article=article,
        claims=claims,
        publisher=_publisher(article, claims, directory),
        rules=load_annotator(),
        find_outlet=find_outlet,
        mentions=mentioned,
    )


def _publisher(article: Article, claims: Sequence[Claim], directory: Directory) -> Link:
    if claims:
        return claims[0].chain.publisher
    known = directory.outlets.get(article.outlet or "")
    name = known.name if known else article.outlet_name or UNKNOWN_PUBLISHER
    return Link(step=0, role=Role.PUBLISHER, agent=Agent(name=name, kind=AgentKind.OUTLET, outlet=article.outlet))
