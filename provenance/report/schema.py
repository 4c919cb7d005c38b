"""The shape of the JSON report, schema 1: docs/report.schema.json says the same to other programs."""

from typing import TypedDict

SCHEMA = 1

Place = list[int]
"""Two offsets, [start, end), counted in Unicode code points."""


class OutletRef(TypedDict):
    """`name` is the directory's where it knows the outlet; `printed_as` what the page calls its publisher where that is
    another name."""

    id: str | None
    name: str
    printed_as: str | None


class ArticleDocument(TypedDict):
    id: str
    title: str | None
    byline: str | None
    url: str | None
    locator: str | None
    outlet: OutletRef | None
    published: str | None
    language: str
    sha256: str
    text: str


class ClaimDocument(TypedDict):
    """`article` and `revision` say where it stands; `headline_spans` are places of the headline that say the
    same; `source` is one of report.source.SourceKind; `decided` the decision of a person that has the claim so."""

    id: str
    article: str
    revision: str
    text: str
    spans: list[Place]
    mode: str
    hedged: bool
    denied: bool
    cue: str | None
    cue_spans: list[Place]
    source_spans: list[Place]
    headline_spans: list[Place]
    about: list[str]
    source: str
    decided: int | None


class LinkDocument(TypedDict):
    step: int
    role: str
    name: str
    kind: str
    outlet: str | None
    party: str | None
    via: str | None
    span: Place | None
    mention: str | None
    label: str | None
    state_affiliated: str | None
    control_family: str | None
    states: list[str]
    in_text_label: str | None


class GroupDocument(TypedDict):
    id: str
    size: int
    claims: list[str]


class WordsDocument(TypedDict):
    """Words of a claim and their place in the claim's own text."""

    text: str
    span: Place


class ReasonDocument(TypedDict):
    """`here` are words of the claim at hand, `there` of the other one."""

    code: str
    text: str
    here: list[WordsDocument]
    there: list[WordsDocument]


class DifferenceDocument(TypedDict):
    """Words that only one side has."""

    here: list[WordsDocument]
    there: list[WordsDocument]


class ArticleRef(TypedDict):
    id: str
    title: str | None
    url: str | None
    outlet: OutletRef
    published: str | None
    language: str


class RelationDocument(TypedDict):
    """`reasons` are sentences; `because` are the same with the words that show them."""

    kind: str
    claim: str
    article: str
    text: str
    spans: list[Place]
    mode: str
    hedged: bool
    denied: bool
    agreement: str
    independence: str
    chain: list[LinkDocument]
    channel: str | None
    reasons: list[str]
    because: list[ReasonDocument]
    differences: DifferenceDocument
    appears_in: ArticleRef


class CautionDocument(TypedDict):
    """`outlets` are the ids of those which it rests on being what they are."""

    code: str
    text: str
    outlets: list[str]


class ReadDocument(TypedDict):
    """A claim as the machine reads it, where a person has it otherwise."""

    claim: str
    text: str
    spans: list[Place]
    mode: str
    cue: str | None
    chain: list[LinkDocument]
    channel: str | None


class DecisionDocument(TypedDict):
    """What a person decided: `left` and `right` are ids of claims as they are now, `text` says it in words, `machine`
    what is read without it; `read` is the claim that the machine reads where its reading was decided on."""

    id: int
    kind: str
    answer: str | None
    left: list[str]
    right: list[str]
    by: str
    at: str
    why: str
    text: str
    machine: str
    read: ReadDocument | None


class WaitingDocument(TypedDict):
    """A correction that nobody took back and that does not hold now; `waits` says why."""

    id: int
    kind: str
    by: str
    at: str
    why: str
    text: str
    waits: str


class FindingDocument(TypedDict):
    """`seen` is the last decision that there was: who decides on what is shown sends it along."""

    claim: ClaimDocument
    chain: list[LinkDocument]
    channel: str | None
    group: GroupDocument
    origins: int
    independent_origins: int
    origin_reasons: list[str]
    relations: list[RelationDocument]
    cautions: list[CautionDocument]
    decisions: list[DecisionDocument]
    seen: int


class EvidenceDocument(TypedDict):
    url: str
    title: str | None
    quote: str | None
    seen: str | None


class AssertionDocument(TypedDict):
    """Days are as the rater gives them: a year, a month or a day."""

    dimension: str
    value: str
    scope: str | None
    valid_from: str | None
    valid_to: str | None
    rater: str
    basis: str
    confidence: str
    asserted: str | None
    evidence: EvidenceDocument | None
    note: str | None


class OutletDocument(TypedDict):
    """`id` and what is derived are None for an outlet that the directory does not know. `claims` are those whose chains
    run through it, `resting` those that have a caution because of it and not in their own chain."""

    id: str | None
    name: str
    label: str | None
    state_affiliated: str
    control_family: str | None
    states: list[str]
    on: str | None
    rule: str | None
    reason: str | None
    assertions: list[AssertionDocument]
    dissent: list[AssertionDocument]
    labels_in_text: list[str]
    claims: list[str]
    resting: list[str]


class ToldDocument(TypedDict):
    """A claim that a circle runs through, where it stands and its chain."""

    claim: str
    article: str
    text: str
    hedged: bool
    chain: list[LinkDocument]
    appears_in: ArticleRef


class CircleStepDocument(TypedDict):
    """One outlet cites or reprints another; `words` of the article of `claim` show it, empty where it has none."""

    citing: str
    cited: str
    how: str
    claim: str
    words: str


class CircleDocument(TypedDict):
    """Circular reporting in which a claim of the article takes part."""

    kind: str
    group: str
    text: str
    outlets: list[str]
    claims: list[ToldDocument]
    steps: list[CircleStepDocument]


class TotalsDocument(TypedDict):
    claims: int
    attributed: int
    single_source: int
    state_affiliated_only: int
    unnamed: int
    contradicted: int
    figures_differ: int
    origins: int
    independent_origins: int


class MadeWithDocument(TypedDict):
    version: str
    directory: str
    policy: str


class ReportDocument(TypedDict):
    """`compared_with` counts the other articles compared; `limits` are sentences on what the report does not say;
    `rejected` are decisions that something is no claim, `waiting` corrections that do not fit the article now."""

    schema: int
    article: ArticleDocument
    findings: list[FindingDocument]
    outlets: list[OutletDocument]
    circles: list[CircleDocument]
    rejected: list[DecisionDocument]
    waiting: list[WaitingDocument]
    totals: TotalsDocument
    compared_with: int
    limits: list[str]
    made_with: MadeWithDocument
