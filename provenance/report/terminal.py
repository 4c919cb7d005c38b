"""A report as text for a terminal."""

from collections.abc import Iterable
from typing import cast

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from provenance.model import Report
from provenance.report.document import report_to_dict
from provenance.report.plain import everywhere, for_terminal
from provenance.report.schema import (
    AssertionDocument,
    CautionDocument,
    CircleDocument,
    DecisionDocument,
    FindingDocument,
    OutletDocument,
    RelationDocument,
    ReportDocument,
    TotalsDocument,
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

NARROWEST, WIDEST = 60, 200
_MEASURE = 116
_BAR = 20
_LABEL = 12

_SOURCE_STYLES = {
    "state-affiliated": "bold red",
    "disputed": "bold magenta",
    "outlet": "blue",
    "speaker": "green",
    "document": "cyan",
    "unnamed": "yellow",
    "own": "dim",
}
_RELATION_STYLES = {"corroborates": "green", "contradicts": "bold red", "differs": "red", "revises": "magenta"}


def render_text(report: Report, width: int, colour: bool) -> str:
    """Lines of at most `width` columns (60 to 200; wider text is set narrower, as lines longer than that do not read
    well), with ANSI colours only where `colour` asks for them. Nothing in the article can steer the terminal."""
    document = cast("ReportDocument", everywhere(for_terminal, report_to_dict(report)))
    return printed(_parts(document), width, colour)


def printed(parts: Iterable[RenderableType], width: int, colour: bool) -> str:
    """The parts one under the other, in lines of at most `width` columns, kept to what reads well."""
    console = _console(min(max(width, NARROWEST), WIDEST, _MEASURE), colour)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    lines = capture.get().splitlines()
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _console(width: int, colour: bool) -> Console:
    return Console(
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )


def _parts(document: ReportDocument) -> Iterable[RenderableType]:
    yield _head(document)
    yield _figures(document)
    yield titled("Claims in the order of the text")
    numbers = numbered(document)
    for finding in document["findings"]:
        yield _finding(numbers[finding["claim"]["id"]], finding)
    if document["rejected"]:
        yield titled(REJECTED)
        yield from (_noted(rejection_in_words(decision)) for decision in document["rejected"])
    if document["waiting"]:
        yield titled(WAITING)
        yield from (_noted(waiting_in_words(waiting)) for waiting in document["waiting"])
    if document["circles"]:
        yield titled("Reports that rest on one another")
        yield from (_circle(circle, numbers) for circle in document["circles"])
    if document["outlets"]:
        yield titled("Outlets")
        yield from (_outlet(outlet, numbers) for outlet in document["outlets"])
    yield titled("What this report does not say")
    yield from (indented(Text(limit)) for limit in document["limits"])
    yield _made_with(document)


def titled(words: str) -> RenderableType:
    return Group(Text(), Rule(Text(words, style="bold"), align="left", style="dim", characters="─"))


def _head(document: ReportDocument) -> RenderableType:
    article = document["article"]
    facts = [
        publisher_in_words(document),
        day_in_words(article["published"]),
        article["byline"],
        place_in_words(article),
    ]
    title = Text(article["title"] or "Untitled article", style="bold")
    return Group(title, Text(" · ".join(fact for fact in facts if fact), style="dim"), Text())


def _figures(document: ReportDocument) -> RenderableType:
    totals = document["totals"]
    summary = Group(Text(summary_in_words(totals)), Text(compared_in_words(document["compared_with"])))
    own = own_voice_in_words(document)
    told = [Text(), Text(own)] if own else []
    return Group(summary, Text(), _bars(totals), *told) if totals["attributed"] else Group(summary, *told)


def _bars(totals: TotalsDocument) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(width=_BAR)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for _, words, number in figures(totals):
        full = round(_BAR * number / totals["attributed"])
        bar = Text("█" * full, style="bold").append("░" * (_BAR - full), style="dim")
        table.add_row(bar, Text(share(number, totals["attributed"])), Text(words))
    return table


def _finding(number: int, finding: FindingDocument) -> RenderableType:
    claim = finding["claim"]
    body = [
        Text(f"“{claim['text']}”", style="bold"),
        Text(chain_in_words(finding["chain"], claim, finding["channel"])),
        _character(finding),
        *(Text(reason, style="dim") for reason in origin_reasons_in_words(finding)),
        *(_caution(caution) for caution in finding["cautions"]),
        *(_decision(decision, claim["id"]) for decision in finding["decisions"]),
    ]
    label = Text(str(number), style="bold", justify="right")
    return Group(Text(), hung(label, max(3, len(label)), *body, *map(_relation, finding["relations"])))


def _character(finding: FindingDocument) -> Text:
    claim = finding["claim"]
    parts = (manner_in_words(claim), origins_in_words(finding))
    source = Text(SOURCES[claim["source"]], style=_SOURCE_STYLES[claim["source"]])
    return source.append("".join(f" · {part}" for part in parts if part), style="default not bold")


def _caution(caution: CautionDocument) -> RenderableType:
    words = Text.assemble((CAUTIONS[caution["code"]], "bold"), f": {caution['text']}")
    return hung(Text("!", style="bold yellow"), 1, words)


def _decision(decision: DecisionDocument, claim: str) -> RenderableType:
    words = Text(decision_in_words(decision, claim))
    return hung(Text("§", style="bold"), 1, words, Text(decision["machine"], style="dim"))


def _noted(words: str) -> RenderableType:
    return indented(hung(Text("§", style="bold"), 1, Text(words)))


def _circle(circle: CircleDocument, numbers: dict[str, int]) -> RenderableType:
    word, _ = CIRCLES[circle["kind"]]
    return indented(Text.assemble((word, "bold"), f": {circle_in_words(circle, numbers)}"))


def _relation(relation: RelationDocument) -> RenderableType:
    word, meaning = RELATIONS[relation["kind"]]
    article = relation["appears_in"]
    label = Text(word, style=_RELATION_STYLES.get(relation["kind"], "default"))
    head = Text.assemble((appearance_in_words(article), "bold"), f": “{relation['text']}”")
    chain = Text(chain_in_words(relation["chain"], relation, relation["channel"]), style="dim")
    address = [Text(article["url"], style="dim")] if article["url"] else []
    reasons = [hung(Text("·"), 1, Text(reason)) for reason in relation["reasons"] or [meaning]]
    return hung(label, _LABEL, head, chain, *address, *reasons)


def hung(label: Text, width: int, *content: RenderableType) -> RenderableType:
    """A label and, beside it, everything else."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=width)
    table.add_column(overflow="fold")
    table.add_row(label, Group(*content))
    return table


def _outlet(outlet: OutletDocument, numbers: dict[str, int]) -> RenderableType:
    title = Text.assemble((outlet["name"], "bold"), f": {standing_in_words(outlet)}")
    details: list[RenderableType] = [Text(claims_in_words(outlet, numbers))]
    if outlet["labels_in_text"]:
        labels = ", ".join(f"“{label}”" for label in outlet["labels_in_text"])
        details.append(Text(f"The article itself calls it {labels}."))
    if outlet["reason"]:
        details.append(Text(outlet["reason"]))
    details += [assertion_part("+", assertion) for assertion in outlet["assertions"]]
    details += [assertion_part("−", assertion) for assertion in outlet["dissent"]]
    return Group(Text(), indented(title, 1), *(indented(detail, 4) for detail in details))


def standing_in_words(outlet: OutletDocument) -> str:
    """What an outlet is at the day."""
    if outlet["label"] is None:
        return "not in the directory"
    day = f" on {day_in_words(outlet['on'])}" if outlet["on"] else ""
    affiliation = AFFILIATIONS[outlet["state_affiliated"]]
    return f"{outlet['label']}, {affiliation}{day}; control family: {family_in_words(outlet['control_family'])}"


def assertion_part(sign: str, assertion: AssertionDocument) -> RenderableType:
    """What is asserted by whom, and below it the evidence: the words, where they stand, when somebody looked."""
    lines = [Text(assertion_in_words(assertion))]
    if evidence := assertion["evidence"]:
        lines += [Text(words, style="dim") for words in (evidence_in_words(evidence), evidence["url"]) if words]
    if assertion["note"]:
        lines.append(Text(assertion["note"], style="dim"))
    return hung(Text(sign), 1, *lines)


def indented(part: RenderableType, left: int = 4) -> RenderableType:
    return Padding(part, (0, 0, 0, left), expand=False)


def _made_with(document: ReportDocument) -> RenderableType:
    made = document["made_with"]
    words = f"Made with provenance {made['version']}, outlet directory {made['directory']}, policy {made['policy']}."
    digest = f"Text of the article: SHA-256 {document['article']['sha256']}."
    return Group(Text(), indented(Text(words, style="dim")), indented(Text(digest, style="dim")))
