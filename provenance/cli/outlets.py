"""`provenance outlets [NAME]` and its subcommands: what the directory holds of outlets."""

import json
from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from provenance import services
from provenance.cli import assertions, exports, imports, outlet_checks
from provenance.cli.console import colourful, escaped, note, width, write
from provenance.cli.options import (
    COMMAND_SETTINGS,
    LIST,
    FormatOption,
    ListingGroup,
    OnOption,
    day_of,
    now_of,
    one_of,
    settings_of,
)
from provenance.cli.outlet_card import interval_in_words, show_cards
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.errors import InvalidOption
from provenance.model import Assertion, Label, StateAffiliation
from provenance.services import OutletFilter, OutletRow

group = typer.Typer(cls=ListingGroup, context_settings=COMMAND_SETTINGS, rich_markup_mode=None)

OUTLETS: Listing[OutletRow] = Listing(
    noun="outlet",
    columns=(
        Column("id", lambda row: row.outlet.id),
        Column("name", lambda row: row.outlet.name),
        Column("country", lambda row: row.outlet.country),
        Column("label", lambda row: row.classification.standing.label),
        Column("state affiliated", lambda row: row.classification.standing.state_affiliated),
        Column("control family", lambda row: row.classification.standing.control_family),
        Column("names", lambda row: "; ".join(name.text for name in row.outlet.names), wide=True),
        Column("domains", lambda row: "; ".join(domain.host for domain in row.outlet.domains), wide=True),
        Column("reason", lambda row: row.classification.reason, wide=True),
    ),
    to_dict=lambda row: services.outlet_to_dict(row),  # noqa: PLW0108 - loaded when first called
)


@group.command(LIST, epilog="Example: provenance outlets --country RU --on 2025-06-02")
def list_(  # noqa: PLR0913 - one parameter per option
    context: typer.Context,
    *,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="An id, a name or a domain.")] = None,
    on: OnOption = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CODE", help="ISO 3166-1, as in RU.")] = None,
    label: Annotated[Label | None, typer.Option("--label", **one_of(Label, "--label"), help="With this label.")] = None,
    state_affiliated: Annotated[
        StateAffiliation | None,
        typer.Option("--state-affiliated", **one_of(StateAffiliation, "--state-affiliated"), help="With this answer."),
    ] = None,
    family: Annotated[
        str | None, typer.Option("--family", metavar="FAMILY", help="Under this control, as in state:RU.")
    ] = None,
    rater: Annotated[
        str | None, typer.Option("--rater", metavar="RATER", help="Rated by this one: id or name.")
    ] = None,
    designation: Annotated[
        str | None,
        typer.Option("--designation", metavar="WHAT", help="Designated: eu_broadcast_ban, broadcast_ban, or EU."),
    ] = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists the outlets of the directory with what they are at a day, or shows those named NAME with all that was said
    of them, in the order of time. The word "list" may be left out; `provenance outlets explain NAME` shows what a label
    rests on."""
    wanted = OutletFilter(
        name=name,
        country=country,
        label=label,
        state_affiliated=state_affiliated,
        family=family,
        rater=rater,
        designation=designation,
    )
    rows = services.list_outlets(settings_of(context), now_of(context), wanted, day_of(on, context))
    if name is not None and row_format is not RowFormat.CSV:
        show_cards(rows, row_format)
    else:
        OUTLETS.show(rows, row_format)
    if rows:
        note(f"outlet directory {rows[0].directory}")


class Assessed(NamedTuple):
    """One assertion of an outlet: whether the label rests on it or it says otherwise."""

    row: OutletRow
    part: str
    assertion: Assertion


def _assessed(row: OutletRow) -> Iterator[Assessed]:
    for part, told in (
        ("rests on", row.classification.assertions),
        ("says otherwise", row.classification.dissent),
        ("no part in it", row.others),
    ):
        yield from (Assessed(row, part, assertion) for assertion in told)


ASSERTIONS: Listing[Assessed] = Listing(
    noun="assertion",
    columns=(
        Column("outlet", lambda entry: entry.row.outlet.id, wide=True),
        Column("the label", lambda entry: entry.part),
        Column("dimension", lambda entry: entry.assertion.dimension),
        Column("value", lambda entry: entry.assertion.value),
        Column("valid", lambda entry: interval_in_words(entry.assertion.valid)),
        Column("rater", lambda entry: entry.assertion.rater),
        Column("basis", lambda entry: entry.assertion.basis),
        Column("confidence", lambda entry: entry.assertion.confidence),
        Column("evidence", lambda entry: entry.assertion.evidence.url if entry.assertion.evidence else None),
    ),
    to_dict=lambda entry: services.outlet_to_dict(entry.row),
)


@group.command(epilog="Example: provenance outlets explain TASS --on 2010-01-01")
def explain(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="An id, a name or a domain.")],
    on: OnOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Shows what an outlet is at a day, by which rule, on whose word, with the evidence, and who says otherwise."""
    rows = services.list_outlets(settings_of(context), now_of(context), OutletFilter(name=name), day_of(on, context))
    if row_format is RowFormat.JSON:
        return _explain_in_json(name, rows)
    if row_format is RowFormat.CSV:
        return ASSERTIONS.show([entry for row in rows for entry in _assessed(row)], row_format)
    write("\n".join(services.explain_outlet(row, columns=width(), colour=colourful()) for row in rows))
    if on is None:
        note("As of today: --on DATE shows what it was on another day, such as that of an article.")
    return None


def _explain_in_json(name: str, rows: Sequence[OutletRow]) -> None:
    if len(rows) > 1:
        ids = ", ".join(row.outlet.id for row in rows)
        raise InvalidOption(f"{name}: several outlets bear that name: {ids}; give the id of one")
    write(escaped(json.dumps(services.explanation_to_dict(rows[0]), ensure_ascii=False, indent=2)))


def add_to(app: typer.Typer) -> None:
    assertions.add_to(group)
    imports.add_to(group)
    exports.add_to(group)
    outlet_checks.add_to(group)
    app.add_typer(group, name="outlets", help="What the directory holds of outlets.")
