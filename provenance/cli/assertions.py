"""`provenance outlets assert`, `retract` and `additions`: what a newsroom adds to the directory of its store."""

from collections.abc import Sequence
from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import write
from provenance.cli.options import FormatOption, OnOption, day_of, now_of, number, one_of, settings_of, settings_to_read
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.errors import InvalidOption
from provenance.model import Basis, Classification, Confidence
from provenance.services import Added, Authorship, Change, LoggedAddition, NewAssertion, harmless

ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who adds it: a person or a desk.")]
LOG = "provenance outlets additions"
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, for whoever reads the directory.")]


def assert_(  # noqa: PLR0913 - one parameter per option
    context: typer.Context,
    *,
    outlet: Annotated[str, typer.Argument(metavar="OUTLET", help="An id, a name or a domain.")],
    dimension: Annotated[str, typer.Argument(metavar="DIMENSION", help="What is said of it, as in ownership.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="One of the dimension's values, as in state.")],
    by: ByOption,
    why: WhyOption,
    evidence: Annotated[
        str | None, typer.Option("--evidence", metavar="URL", help="The page that says so, which you have seen.")
    ] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="WORDS", help="The page's words that say so.")] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The page's title.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="From then on: YYYY, YYYY-MM or YYYY-MM-DD.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to and including then.")] = None,
    scope: Annotated[
        str | None,
        typer.Option("--scope", metavar="TEXT", help="A topic or an edition; of a designation its jurisdiction."),
    ] = None,
    rater: Annotated[
        str | None, typer.Option("--rater", metavar="ID|NAME", help="Whose word it is; yours where not given.")
    ] = None,
    asserted: Annotated[
        str | None, typer.Option("--asserted", metavar="DATE", help="When the rater said so; today where not given.")
    ] = None,
    basis: Annotated[
        Basis, typer.Option("--basis", **one_of(Basis, "--basis"), help="What it rests on.")
    ] = Basis.RESEARCH,
    confidence: Annotated[
        Confidence, typer.Option("--confidence", **one_of(Confidence, "--confidence"), help="How sure it is.")
    ] = Confidence.MEDIUM,
    on: OnOption = None,
) -> None:
    """Adds one assertion of an outlet to the directory of this store, with its evidence, and shows what it changes.
    Nothing is edited: `provenance outlets retract` takes it back."""
    wanted = NewAssertion(
        outlet=outlet,
        dimension=dimension,
        value=value,
        basis=basis,
        confidence=confidence,
        evidence_url=evidence,
        evidence_quote=quote,
        evidence_title=title,
        since=since,
        until=until,
        scope=scope,
        rater=rater,
        asserted=asserted,
    )
    by_whom = Authorship(made_by=by, why=why)
    show_added(
        services.assert_of_outlet(settings_of(context), now_of(context), wanted, by_whom, day_of(on, context)), "Added"
    )


def retract(
    context: typer.Context,
    *,
    addition: Annotated[
        int | None,
        typer.Argument(
            **number("ID", LOG), metavar="ID", help="An addition, as `provenance outlets additions` numbers it."
        ),
    ] = None,
    by: ByOption,
    why: WhyOption,
    batch: Annotated[
        int | None,
        typer.Option(
            "--batch", **number("--batch", LOG), metavar="NUMBER", help="All that was added by one command, instead."
        ),
    ] = None,
    on: OnOption = None,
) -> None:
    """Takes back what was added to the directory of this store. Both stay in the log, and a retraction can be
    retracted."""
    if (addition is None) == (batch is None):
        raise InvalidOption("retract: give the id of one addition, or --batch and its number")
    by_whom = Authorship(made_by=by, why=why)
    show_added(
        services.retract(settings_to_read(context), now_of(context), addition, batch, by_whom, day_of(on, context)),
        "Retracted with",
    )


def _content(logged: LoggedAddition) -> str:
    return "; ".join(f"{column}: {content}" for column, content in logged.addition.cells)


def _in_force(logged: LoggedAddition) -> str:
    return f"no, retracted by {logged.taken_back_by.id}" if logged.taken_back_by else "yes"


ADDITIONS: Listing[LoggedAddition] = Listing(
    noun="addition",
    columns=(
        Column("id", lambda logged: logged.addition.id),
        Column("batch", lambda logged: logged.addition.batch),
        Column("table", lambda logged: logged.addition.table),
        Column("content", _content),
        Column("by", lambda logged: logged.addition.made_by),
        Column("why", lambda logged: logged.addition.why),
        Column("when", lambda logged: logged.addition.made_at.isoformat(timespec="seconds")),
        Column("in force", _in_force),
    ),
    to_dict=lambda logged: services.addition_to_dict(logged),  # noqa: PLW0108 - loaded when first called
)


def additions(context: typer.Context, *, row_format: FormatOption = RowFormat.TABLE) -> None:
    """Lists what was added to the directory of this store and what was taken back: who, when, why, in force or not."""
    ADDITIONS.show(services.list_additions(settings_to_read(context), now_of(context)), row_format)


def show_added(added: Added, verb: str) -> None:
    """The numbers, and each outlet's classification before and after."""
    first, last = added.additions[0].id, added.additions[-1].id
    numbers = f"addition {first}" if first == last else f"additions {first} to {last}"
    write(f"{verb} {numbers} (batch {added.additions[0].batch}).")
    show_changes(added.changes)


def show_changes(changes: Sequence[Change]) -> None:
    for change in changes:
        write(harmless(change_in_words(change)))


def change_in_words(change: Change) -> str:
    before, after = _standing(change.before), _standing(change.after)
    held = change.after or change.before
    on = f" on {held.on.isoformat()}" if held and held.on else ""
    said = f"{before}\n  -> {after}" if before != after else f"{after} (as before)"
    return f"{held.name if held else change.outlet} ({change.outlet}){on}:\n  {said}"


def change_in_short(change: Change) -> str:
    """Label and answer before and after, for a cell."""
    return " -> ".join(
        f"{each.standing.label} ({each.standing.state_affiliated})" if each else "none"
        for each in (change.before, change.after)
    )


def _standing(what: Classification | None) -> str:
    if what is None:
        return "not in the directory"
    standing = what.standing
    return (
        f"{standing.label}; state-affiliated: {standing.state_affiliated}; "
        f"control family: {standing.control_family}; rule {what.rule}"
    )


def add_to(group: typer.Typer) -> None:
    example = "--by 'Kyiv desk' --why 'the ministry names its owner'"
    group.command(
        "assert",
        epilog="Example: provenance outlets assert tass ownership state --evidence https://tass.com/today "
        f"--quote 'state news agency' {example}",
    )(assert_)
    group.command(epilog="Example: provenance outlets retract 2 --by 'Kyiv desk' --why 'the page was a forgery'")(
        retract
    )
    group.command(epilog="Example: provenance outlets additions --format csv")(additions)
