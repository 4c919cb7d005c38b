"""A report as Markdown (CommonMark with GitHub's tables)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from provenance.model import Report
from provenance.report.address import web_address
from provenance.report.document import report_to_dict
from provenance.report.plain import everywhere, for_terminal
from provenance.report.schema import (
    AssertionDocument,
    CircleDocument,
    DecisionDocument,
    FindingDocument,
    OutletDocument,
    RelationDocument,
    ReportDocument,
)
from provenance.report.wording import (
    AFFILIATIONS,
    CAUTIONS,
    CIRCLES,
    REJECTED,
    RELATIONS,
    SOURCES,
    WAITING,
    appearance_in_words,
    assertion_in_words,
    chain_in_words,
    circle_in_words,
    claims_in_words,
    compared_in_words,
    day_in_words,
    decision_in_words,
    evidence_in_words,
    family_in_words,
    figures,
    manner_in_words,
    numbered,
    origin_reasons_in_words,
    origins_in_words,
    own_voice_in_words,
    place_in_words,
    publisher_in_words,
    rejection_in_words,
    share,
    summary_in_words,
    waiting_in_words,
)

_MARKUP = re.compile(r"[\\`*_\[\]|~#$@]|:(?=//)|(?<=www)\.|^[-+=]", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^(\d+)([.)])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def render_markdown(report: Report) -> str:
    """Headings, one section per claim, a table of outlets, one newline at the end. Nothing in the article's text is
    read as markup, and only addresses on the web become links."""
    document = cast("ReportDocument", everywhere(for_terminal, report_to_dict(report)))
    numbers = numbered(document)
    blocks = [
        *_head(document),
        *_figures(document),
        "## Claims in the order of the text",
        *(block for number, finding in enumerate(document["findings"], start=1) for block in _finding(number, finding)),
        *_noted(REJECTED, map(rejection_in_words, document["rejected"])),
        *_noted(WAITING, map(waiting_in_words, document["waiting"])),
        *_circles(document["circles"], numbers),
        *_outlets(document["outlets"], numbers),
        "## What this report does not say",
        listed(document["limits"]),
        *_made_with(document),
    ]
    return "\n\n".join(blocks) + "\n"


def _head(document: ReportDocument) -> Iterator[str]:
    article = document["article"]
    yield f"# {plain(article['title'] or 'Untitled article')}"
    facts = [publisher_in_words(document), day_in_words(article["published"]), article["byline"]]
    place = place_in_words(article)
    yield " · ".join([*(plain(fact) for fact in facts if fact), *([linked(place)] if place else [])])


def _figures(document: ReportDocument) -> Iterator[str]:
    totals = document["totals"]
    yield plain(" ".join((summary_in_words(totals), compared_in_words(document["compared_with"]))))
    if totals["attributed"]:
        rows = [(share(number, totals["attributed"]), words) for _, words, number in figures(totals)]
        yield table(("Claims", "that"), rows)
    if own := own_voice_in_words(document):
        yield plain(own)


def _finding(number: int, finding: FindingDocument) -> Iterator[str]:
    claim = finding["claim"]
    yield f"### Claim {number}: {SOURCES[claim['source']]}"
    yield f"> “{plain(claim['text'])}”"
    yield f"**{plain(chain_in_words(finding['chain'], claim, finding['channel']))}**"
    yield plain(" · ".join(part for part in (manner_in_words(claim), origins_in_words(finding)) if part))
    if reasons := origin_reasons_in_words(finding):
        yield listed(reasons)
    cautions = [f"**{CAUTIONS[caution['code']]}:** {plain(caution['text'])}" for caution in finding["cautions"]]
    if cautions:
        yield "\n".join(f"- {caution}" for caution in cautions)
    if finding["decisions"]:
        yield "\n".join(_decision(decision, claim["id"]) for decision in finding["decisions"])
    if finding["relations"]:
        yield "\n".join(_relation(relation) for relation in finding["relations"])


def _decision(decision: DecisionDocument, claim: str) -> str:
    return f"- **Decision:** {plain(decision_in_words(decision, claim))} {plain(decision['machine'])}"


def _relation(relation: RelationDocument) -> str:
    word, meaning = RELATIONS[relation["kind"]]
    article = relation["appears_in"]
    where = plain(appearance_in_words(article))
    lines = [
        f"- **{word}** ({meaning}): {where}: “{plain(relation['text'])}”",
        f"  - {plain(chain_in_words(relation['chain'], relation, relation['channel']))}",
        *([f"  - {linked(article['url'], article['title'])}"] if article["url"] else []),
        *(f"  - {plain(reason)}" for reason in relation["reasons"]),
    ]
    return "\n".join(lines)


def _noted(title: str, notes: Iterable[str]) -> Iterator[str]:
    lines = [f"- {plain(note)}" for note in notes]
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)


def _circles(circles: list[CircleDocument], numbers: Mapping[str, int]) -> Iterator[str]:
    if circles:
        yield "## Reports that rest on one another"
        yield "\n".join(_circle(circle, numbers) for circle in circles)


def _circle(circle: CircleDocument, numbers: Mapping[str, int]) -> str:
    word, meaning = CIRCLES[circle["kind"]]
    lines = [f"- **{word}** ({meaning}): {plain(circle_in_words(circle, numbers))}"]
    for step in circle["steps"]:
        said = f"{step['citing']} {step['how']} {step['cited']}"
        lines.append(f"  - {plain(': '.join(part for part in (said, step['words']) if part))}")
    return "\n".join(lines)


def _outlets(outlets: list[OutletDocument], numbers: Mapping[str, int]) -> Iterator[str]:
    if not outlets:
        return
    yield "## Outlets"
    rows = [
        (
            outlet["name"],
            outlet["label"] or "not in the directory",
            AFFILIATIONS[outlet["state_affiliated"]],
            family_in_words(outlet["control_family"]),
            claims_in_words(outlet, numbers),
        )
        for outlet in outlets
    ]
    yield table(("Outlet", "Label", "State", "Control family", "Part in"), rows)
    for outlet in outlets:
        yield from _outlet(outlet)


def _outlet(outlet: OutletDocument) -> Iterator[str]:
    yield f"### {plain(outlet['name'])}"
    labels = ", ".join(f"“{label}”" for label in outlet["labels_in_text"])
    called = f"The article itself calls it {labels}." if labels else None
    day = f"On {day_in_words(outlet['on'])}: {outlet['reason']}" if outlet["reason"] else "Nothing is known of it."
    yield plain(" ".join(part for part in (day, called) if part))
    assertions = [_assertion("Says so", assertion) for assertion in outlet["assertions"]]
    assertions += [_assertion("Says otherwise", assertion) for assertion in outlet["dissent"]]
    if assertions:
        yield "\n".join(assertions)


def _assertion(stance: str, assertion: AssertionDocument) -> str:
    evidence = assertion["evidence"]
    parts = [plain(assertion_in_words(assertion))]
    if evidence:
        parts += [part for part in (plain(evidence_in_words(evidence)), linked(evidence["url"])) if part]
    if assertion["note"]:
        parts.append(plain(assertion["note"]))
    return f"- **{stance}:** {'; '.join(parts)}"


def _made_with(document: ReportDocument) -> Iterator[str]:
    made = document["made_with"]
    yield plain(
        f"Made with provenance {made['version']}, outlet directory {made['directory']}, policy {made['policy']}. "
        f"Text of the article: SHA-256 {document['article']['sha256']}."
    )


def listed(sentences: Iterable[str]) -> str:
    return "\n".join(f"- {plain(sentence)}" for sentence in sentences)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *(tuple(plain(cell) for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def linked(url: str, words: str | None = None) -> str:
    """A link where the address leads to the web, plain words where it does not."""
    address = web_address(url)
    return f"[{plain(words or url)}](<{address}>)" if address else plain(url)


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    escaped = _LIST_NUMBER.sub(r"\1\\\2", _MARKUP.sub(lambda match: f"\\{match.group()}", text))
    return "".join(_ENTITIES.get(character, character) for character in escaped)
