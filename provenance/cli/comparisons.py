"""`provenance compare`: two given claims side by side."""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import escaped, write
from provenance.cli.options import now_of, one_of, settings_of
from provenance.model import Agreement
from provenance.services import JudgedPair

STANCES: Mapping[str, str] = {
    "entails": "they say the same",
    "contradicts": "they exclude each other",
    "neutral": "they speak of one happening and do neither",
    "unrelated": "they speak of different things",
}
HELD: Mapping[Agreement, str] = {
    Agreement.AGREES: "they are held to say the same",
    Agreement.CONFLICTS: "they are held to exclude each other",
    Agreement.FIGURES_DIFFER: "they are held to give different figures",
    Agreement.UNRELATED: "none of this is held of the two",
}


class CompareFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def compare(
    context: typer.Context,
    *,
    first: Annotated[str, typer.Argument(metavar="A", help="A sentence, or the id of a stored claim.")],
    second: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    compare_format: Annotated[
        CompareFormat, typer.Option("--format", **one_of(CompareFormat, "--format"), help="How it comes out.")
    ] = CompareFormat.TEXT,
) -> None:
    """Says how two given claims stand to each other by their words, and which words that rests on. Whoever says them,
    and whether either is true, plays no part."""
    judged = services.judge_claims(first, second, settings=settings_of(context), now=now_of(context))
    if compare_format is CompareFormat.JSON:
        write(escaped(json.dumps(services.judged_pair_to_dict(judged), ensure_ascii=False, indent=2)) + "\n")
    else:
        write("\n".join(_lines(judged)))


def _lines(judged: JudgedPair) -> Iterator[str]:
    judgement = judged.judgement
    ranked = sorted(judgement.chances, key=lambda stance: -judgement.chances[stance])
    likeliest, *others = [f"{STANCES[stance]} ({judgement.chances[stance]:.0%})" for stance in ranked]
    yield f"Most likely {likeliest}; else {', '.join(others)}."
    yield f"  A: {judged.left}"
    yield f"  B: {judged.right}"
    yield from (f"- {reason.text}" for reason in judgement.reasons)
    compared = judged.comparison.agreement if judged.comparison else Agreement.UNRELATED
    yield f"Among the claims of an archive, where the bar is higher, {HELD[compared]}."
    if judged.group and compared is Agreement.UNRELATED:
        yield f"Both are in the group {judged.group.id} all the same: other claims join them."


def add_to(app: typer.Typer) -> None:
    example = '"Russia returned 339 children" "Moscow denied that any children were returned"'
    app.command(epilog=f"Example: provenance compare {example}")(compare)
