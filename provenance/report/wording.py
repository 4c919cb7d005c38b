"""The words in which a report speaks to its reader, one table per closed set."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from provenance.outlets import said_in_words
from provenance.report.schema import (
    ArticleDocument,
    ArticleRef,
    AssertionDocument,
    CircleDocument,
    ClaimDocument,
    DecisionDocument,
    EvidenceDocument,
    FindingDocument,
    LinkDocument,
    OutletDocument,
    OutletRef,
    RelationDocument,
    ReportDocument,
    TotalsDocument,
    WaitingDocument,
)

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SOURCES = {
    "state-affiliated": "State-affiliated outlet",
    "disputed": "Outlet of disputed affiliation",
    "outlet": "Other outlet",
    "speaker": "Named speaker",
    "document": "Document",
    "unnamed": "Unnamed source",
    "own": "Publisher's own voice",
}
"""Kinds of source in the order of a legend."""

SOURCE_MEANINGS = {
    "state-affiliated": "an outlet that is state-affiliated at the article's day carried the claim or made it itself",
    "disputed": "an outlet whose state affiliation its raters dispute carried or made the claim",
    "outlet": "another outlet is the origin and names nobody",
    "speaker": "a person or an organisation, not by way of an outlet that is state-affiliated",
    "document": "a paper, a statement, a decree",
    "unnamed": "nobody is named: a source, officials, reportedly",
    "own": "nobody is credited: the publisher says it itself, and is not known to be state-affiliated",
}

AFFILIATIONS = {
    "yes": "state-affiliated",
    "no": "not state-affiliated",
    "disputed": "state affiliation disputed",
    "unknown": "state affiliation unknown",
}

ROLES = {"publisher": "printed by", "carrier": "carried by", "speaker": "said by"}

RELATIONS = {
    "corroborates": ("Corroborates", "says the same and has another origin"),
    "echoes": ("Echoes", "says the same or nearly so, and is not known to be another witness"),
    "repeats": ("Repeats", "says the same from the same origin, and adds no witness"),
    "contradicts": ("Contradicts", "says otherwise"),
    "differs": ("Differs", "gives another figure for the same thing"),
    "revises": ("Revises", "one of the two is the later word, and stands in the place of the earlier"),
}
"""For each kind of relation its word and what it means."""

REJECTED = "Read as claims, and none by a person's decision"
WAITING = "Corrections that wait"
WAITING_MEANS = "They do not fit the article as it is read now, and hold again when they do."
"""Titles of what people took out and of what does not hold now."""

CIRCLES = {
    "ring": ("Ring", "outlets that cite each other"),
    "one-root": ("One root", "many outlets that lead back to one"),
    "gains-certainty": ("Gains certainty", "told plainly, where it was told with a hedge or on nobody's word"),
}
"""For each kind of circular reporting its word and what it means."""

CAUTIONS = {
    "single-source": "Single source",
    "single-family": "One family of outlets",
    "state-affiliated-only": "State-affiliated sources alone",
    "unnamed-only": "Unnamed sources alone",
    "unattributed": "Unattributed",
    "hearsay": "Hearsay",
    "circular": "Circular",
    "gains-certainty": "Gained certainty",
    "contradicted": "Contradicted",
    "figures-differ": "Figures differ",
    "self-interest": "Self-interest",
    "unknown-outlet": "Unknown outlet",
    "disputed-label": "Disputed label",
    "look-alike": "Look-alike host",
}

MODES = {
    "direct": "in quotation marks",
    "indirect": "in the article's words",
    "mixed": "partly in quotation marks",
    "own": "in the publisher's own voice",
}

DECISIONS: Mapping[tuple[str, str | None], str] = {
    ("merge", None): "These claims say the same",
    ("split", None): "These claims do not say the same",
    ("independent", "yes"): "The two are independent of each other",
    ("independent", "no"): "The two are not independent of each other",
    ("relate", "corroborates"): "The two corroborate each other",
    ("relate", "echoes"): "One of the two echoes the other",
    ("relate", "repeats"): "One of the two repeats the other",
    ("relate", "contradicts"): "The two contradict each other",
    ("relate", "differs"): "The figures of the two differ",
    ("relate", "revises"): "One of the two revises the other",
    ("relate", "unrelated"): "The two have nothing to do with each other",
    ("confirm", None): "The claim is read rightly",
    ("correct", None): "The claim is to be read otherwise",
    ("reject", None): "It is no claim",
    ("add", None): "A claim was missed",
    ("undo", None): "A decision is taken back",
}
"""For each kind of decision with its answer what it says."""

OTHERS_SHOWN = 3
"""Claims that a decision is shown with."""

_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))


def numbered(document: ReportDocument) -> dict[str, int]:
    """The report's claims, by id, to their numbers in the order of the text."""
    return {finding["claim"]["id"]: number for number, finding in enumerate(document["findings"], start=1)}


def circle_in_words(circle: CircleDocument, numbers: Mapping[str, int]) -> str:
    """The circle in a line, with the report's claims that take part in it."""
    held = [told["claim"] for told in circle["claims"] if told["claim"] in numbers]
    claims = ", ".join(str(numbers[claim]) for claim in held)
    return f"{circle['text']} {'Claim' if len(held) == 1 else 'Claims'} {claims}."


def steps_in_words(circle: CircleDocument) -> str:
    """Who has it from whom."""
    steps_told = "; ".join(f"{step['citing']} {step['how']} {step['cited']}" for step in circle["steps"])
    return f"{steps_told}." if steps_told else circle["text"]


def direction(language: str) -> str:
    """The way a language is written, as HTML's `dir` has it."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def day_in_words(day: str | None) -> str:
    """2025-06-02 as 2 June 2025."""
    if day is None:
        return "day not known"
    read = date.fromisoformat(day)
    return f"{read.day} {_MONTHS[read.month - 1]} {read.year}"


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def share(part: int, whole: int) -> str:
    """Both numbers and the percentage: never one without the other."""
    return f"{part} of {whole} ({percentage(part, whole)} %)" if whole else "none"


def percentage(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


COUNTED = {
    "state": "state-affiliated-only",
    "single": "single-source",
    "unnamed": "unnamed-only",
    "contradicted": "contradicted",
    "figures": "figures-differ",
}
"""The caution behind each figure."""


def figures(totals: TotalsDocument) -> list[tuple[str, str, int]]:
    """What is counted over the attributed claims: kind, words, number."""
    return [
        ("state", "rest on state-affiliated sources alone", totals["state_affiliated_only"]),
        ("single", "have a single source", totals["single_source"]),
        ("unnamed", "rest on unnamed sources alone", totals["unnamed"]),
        ("contradicted", "are contradicted elsewhere", totals["contradicted"]),
        ("figures", "have other figures elsewhere", totals["figures_differ"]),
    ]


def summary_in_words(totals: TotalsDocument) -> str:
    """How many claims and how many origins."""
    own = totals["claims"] - totals["attributed"]
    split = f": {totals['attributed']} attributed, {own} in the publisher's own voice" if own else ""
    origins = counted(totals["origins"], "origin", "origins")
    return (
        f"{counted(totals['claims'], 'claim', 'claims')}{split}. "
        f"{origins} of the attributed claims, {totals['independent_origins']} independent."
    )


def compared_in_words(others: int) -> str:
    return f"Compared with {counted(others, 'other article', 'other articles') if others else 'no other article'}."


def own_voice_in_words(document: ReportDocument) -> str | None:
    """That the publisher's own voice is not among what is counted, and what would be counted of it; None where that is
    nothing."""
    own = [finding for finding in document["findings"] if finding["claim"]["mode"] == "own"]
    counts = [
        (words, sum(COUNTED[kind] in {caution["code"] for caution in finding["cautions"]} for finding in own))
        for kind, words, _ in figures(document["totals"])
    ]
    told = "; ".join(f"{count} {_of_one(words) if count == 1 else words}" for words, count in counts if count)
    if not told:
        return None
    above = "These count attributed claims alone. " if document["totals"]["attributed"] else ""
    return f"{above}Of the {counted(len(own), 'claim', 'claims')} in the publisher's own voice, {told}."


_SINGULAR = {"rest": "rests", "have": "has", "are": "is"}


def _of_one(words: str) -> str:
    """ "have other figures" of a single claim."""
    verb, rest = words.split(" ", 1)
    return f"{_SINGULAR[verb]} {rest}"


def shown_in_words(shown: int, all_claims: int) -> str:
    """Where some kinds of source are hidden."""
    return f"{shown} of {counted(all_claims, 'claim', 'claims')} shown."


def origins_in_words(finding: FindingDocument) -> str:
    origins = counted(finding["origins"], "origin", "origins")
    return f"{origins}, {finding['independent_origins']} independent"


def origin_reasons_in_words(finding: FindingDocument) -> list[str]:
    """Why those whom the chain ends with are one origin, and why others are one with them or were not counted."""
    jointly = jointly_in_words(finding["chain"])
    return [*([jointly] if jointly else []), *finding["origin_reasons"]]


def decided_in_words(kind: str, answer: str | None) -> str:
    """What was decided, without who and why."""
    return DECISIONS.get((kind, answer)) or " ".join(part for part in (kind, answer) if part)


def decision_in_words(decision: DecisionDocument, claim: str) -> str:
    """What a person decided of a claim, and of which others; the day and the reason stand in its text."""
    others = [other for other in (*decision["left"], *decision["right"]) if other != claim]
    if not others:
        return f"{decision['text']} Decision {decision['id']}."
    more = f" and {len(others) - OTHERS_SHOWN} more" if len(others) > OTHERS_SHOWN else ""
    return f"{decision['text']} Decision {decision['id']}, with {', '.join(others[:OTHERS_SHOWN])}{more}."


def rejection_in_words(decision: DecisionDocument) -> str:
    """That something is no claim, and what the machine reads there."""
    return f"{decision['text']} Decision {decision['id']}. {decision['machine']}"


def waiting_in_words(waiting: WaitingDocument) -> str:
    """A correction that does not hold now, and why."""
    return f"{waiting['text']} Decision {waiting['id']} waits: {waiting['waits']}"


def steps(chain: Iterable[LinkDocument]) -> list[list[LinkDocument]]:
    """The links by step, from the page to the origin: those of one step stand in parallel."""
    return [list(links) for _, links in groupby(chain, key=lambda link: link["step"])]


def step_in_words(step: int) -> str:
    """Where one stands on the way from the page to the origin: on the page itself, then step by step away from it."""
    return f"{step}." if step else "page"


def jointly_in_words(chain: Iterable[LinkDocument]) -> str | None:
    """Why several at the end of a chain are no more than one origin; None where one alone stands there."""
    last = steps(chain)[-1]
    if len(last) == 1:
        return None
    names = joined_in_words([link["name"] for link in last])
    if last[0]["role"] == "speaker":
        return f"{names} are one origin here: they are credited together, and what each says alone is not told."
    return f"{names} are one origin here: they are credited side by side, and no speaker is named."


def origins_joined_in_words(chains: Iterable[Iterable[LinkDocument]]) -> list[str]:
    """The same of several chains, each sentence once."""
    return list(dict.fromkeys(told for told in map(jointly_in_words, chains) if told))


def speakers_in_words(document: ReportDocument) -> str | None:
    """Why an article that names several speakers has fewer origins; None where it has not."""
    speakers = {link["name"] for finding in document["findings"] for link in finding["chain"] if _is_named(link)}
    origins = document["totals"]["origins"]
    if len(speakers) <= origins:
        return None
    return (
        f"{len(speakers)} named speakers make {counted(origins, 'origin', 'origins')}: "
        "who says a thing together with others, or has it from them, counts once."
    )


def joined_in_words(names: Sequence[str]) -> str:
    """ "Ada Brown, Bo Lee and TASS"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def link_in_words(link: LinkDocument) -> str:
    """What stands in brackets after the name of a link."""
    parts = [link["via"], _speaker_kind(link), link["label"], _notable_affiliation(link)]
    return "; ".join(part for part in parts if part)


def manner_in_words(claim: ClaimDocument) -> str:
    """How the article words the claim; the publisher's own voice has no manner."""
    how = None if claim["mode"] == "own" else MODES[claim["mode"]]
    cue = f"cue “{claim['cue']}”" if claim["cue"] else None
    hedged = "hedged" if claim["hedged"] else None
    denied = "denied by the one it is attributed to" if claim["denied"] else None
    headline = "said by the headline too" if claim["headline_spans"] else None
    return " · ".join(part for part in (how, hedged, denied, cue, headline) if part)


def chain_in_words(chain: Iterable[LinkDocument], said: ClaimDocument | RelationDocument, channel: str | None) -> str:
    """One line from the page to the origin; who denies a claim is not left to look like one who makes it."""
    line = " ← ".join(" + ".join(_named(link) for link in links) for links in steps(chain))
    if said["mode"] == "own":
        line += ", in its own voice"
    if channel:
        line += f", by way of {channel}"
    return f"{line}, denying it" if said["denied"] else line


def publisher_in_words(document: ReportDocument) -> str:
    """The publisher with what it is at the article's day, where a chain of the report says so."""
    outlet = document["article"]["outlet"]
    if outlet is None:
        return "publisher not known"
    details = publisher_standing(document)
    called = publisher_called(outlet)
    return f"{called} ({details})" if details else called


def publisher_called(outlet: OutletRef) -> str:
    """Both names where the page has another one than the directory: "news.by, of Belteleradiocompany"."""
    return f"{outlet['printed_as']}, of {outlet['name']}" if outlet["printed_as"] else outlet["name"]


def publisher_standing(document: ReportDocument) -> str:
    """Label and affiliation of the publisher, empty where nothing is known of them."""
    if not document["findings"]:
        return ""
    return link_in_words(document["findings"][0]["chain"][0])


def place_in_words(article: ArticleDocument) -> str | None:
    """The address, else the name of the file: its folder is nobody's business whom the report is sent to."""
    if article["url"] or not article["locator"]:
        return article["url"]
    return article["locator"].replace("\\", "/").rstrip("/").rpartition("/")[2]


def appearance_in_words(article: ArticleRef) -> str:
    return f"{publisher_called(article['outlet'])}, {day_in_words(article['published'])}"


def _is_named(link: LinkDocument) -> bool:
    return link["role"] == "speaker" and link["kind"] != "unnamed"


def _named(link: LinkDocument) -> str:
    details = link_in_words(link)
    return f"{link['name']} ({details})" if details else link["name"]


def _speaker_kind(link: LinkDocument) -> str | None:
    return link["kind"] if link["role"] == "speaker" and link["kind"] in ("unnamed", "document") else None


def _notable_affiliation(link: LinkDocument) -> str | None:
    return AFFILIATIONS[link["state_affiliated"]] if link["state_affiliated"] in ("yes", "disputed") else None


def claims_in_words(outlet: OutletDocument, numbers: Mapping[str, int]) -> str:
    """Which of the report's claims an outlet has a part in, by their numbers."""
    parts = [_listed(outlet["claims"], numbers)] if outlet["claims"] else []
    if outlet["resting"]:
        verb = "rests" if len(outlet["resting"]) == 1 else "rest"
        parts.append(f"{_listed(outlet['resting'], numbers)} {verb} on it too, by what others say.")
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def _listed(claims: Sequence[str], numbers: Mapping[str, int]) -> str:
    if len(claims) == len(numbers) > 1:
        return "All claims"
    listed = ", ".join(str(numbers[claim]) for claim in claims)
    return f"{'Claim' if len(claims) == 1 else 'Claims'} {listed}"


def family_in_words(family: str | None) -> str:
    """Whose control an outlet is under: "the state RU", or the name by which its family goes."""
    if family is None:
        return "not known"
    return f"the state {family.removeprefix('state:')}" if family.startswith("state:") else family


def assertion_in_words(assertion: AssertionDocument) -> str:
    """What is asserted, over which time, by whom and how surely; the evidence stands beside it."""
    value = ": ".join(said_in_words(assertion["dimension"], assertion["value"]))
    scope = f"for {assertion['scope']}" if assertion["scope"] else None
    said = f"{assertion['rater']}, {assertion['asserted']}" if assertion["asserted"] else assertion["rater"]
    rater = f"{said} ({_spaced(assertion['basis'])}, {assertion['confidence']} confidence)"
    parts = [value, scope, _validity(assertion["valid_from"], assertion["valid_to"])]
    return f"{', '.join(part for part in parts if part)} – {rater}"


def evidence_in_words(evidence: EvidenceDocument) -> str:
    quote = f"“{evidence['quote']}”" if evidence["quote"] else None
    seen = f"seen {day_in_words(evidence['seen'])}" if evidence["seen"] else None
    return ", ".join(part for part in (quote, evidence["title"], seen) if part)


def _validity(since: str | None, until: str | None) -> str | None:
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else None


RULE = re.compile(r"\(rule ([AL]\d+)\)")


def cut_at_rules(reason: str) -> list[tuple[str, bool]]:
    """A classification's reason in pieces: words, and codes of rules (True) for a link to the table of rules."""
    return [(piece, bool(number % 2)) for number, piece in enumerate(RULE.split(reason)) if piece]


def _spaced(code: str) -> str:
    return code.replace("_", " ")
