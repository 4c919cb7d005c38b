"""`provenance groups merge|split`, `relate`, `independent`, `decisions` and `undo`: what a person decides."""

from typing import Annotated

import typer

from provenance import services
from provenance.cli.console import write
from provenance.cli.listings import EVENTS, GROUP_CHANGES, GROUP_LINES, GROUPS, way
from provenance.cli.options import (
    COMMAND_SETTINGS,
    LIST,
    FormatOption,
    LimitOption,
    ListingGroup,
    PageOption,
    SearchFilter,
    now_of,
    number,
    one_of,
    part_asked,
    settings_to_list,
    settings_to_read,
)
from provenance.cli.rows import Column, Listing, RowFormat
from provenance.model import ClaimReference, Decision, DecisionKind, GroupOrder, IndependenceAnswer, RelationAnswer
from provenance.services import Authorship, Decided, LoggedDecision

ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides: a person or a desk.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="Why, for whoever reads the report.")]
ClaimArgument = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM", help="A claim's id, or its first characters; `provenance claims --format csv` shows it."
    ),
]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="Another claim's.")]

_KIND = {**one_of(RelationAnswer, "KIND"), "metavar": "KIND"}
_ANSWER = {**one_of(IndependenceAnswer, "yes|no"), "metavar": "yes|no"}

WHO = "--by 'Kyiv desk' --why 'both recordings heard'"

group = typer.Typer(cls=ListingGroup, context_settings=COMMAND_SETTINGS, rich_markup_mode=None)


@group.command(LIST, epilog="Example: provenance groups")
def list_(  # noqa: PLR0913 - one parameter per filter
    context: typer.Context,
    *,
    search: SearchFilter = None,
    contradicted: Annotated[
        bool, typer.Option("--contradicted", help="That hold a claim which another one contradicts.")
    ] = False,
    figures_differ: Annotated[
        bool, typer.Option("--figures-differ", help="That hold a claim for which another one gives other figures.")
    ] = False,
    sort: Annotated[GroupOrder, typer.Option("--sort", **one_of(GroupOrder, "--sort"), help="Which come first.")] = (
        GroupOrder.LARGEST
    ),
    limit: LimitOption = None,
    page: PageOption = None,
    row_format: FormatOption = RowFormat.TABLE,
) -> None:
    """Lists the groups of two claims or more that say the same, the largest first unless told otherwise. The word
    "list" may be left out; `provenance groups merge` and `provenance groups split` overrule the machine."""
    asked = part_asked(limit, page)
    wanted = services.GroupFilter(
        contradicted=contradicted or None,
        figures_differ=figures_differ or None,
        words=search,
        order=sort,
        limit=asked.size if asked else None,
        offset=asked.offset if asked else 0,
    )
    settings, now = settings_to_list(context), now_of(context)
    if row_format is RowFormat.JSON:
        GROUPS.show(services.list_groups(settings, now, wanted), row_format)
    else:
        GROUP_LINES.show(services.list_group_lines(settings, now, wanted), row_format)


@group.command(epilog="Example: provenance groups events --format csv")
def events(context: typer.Context, *, row_format: FormatOption = RowFormat.TABLE) -> None:
    """Lists happenings of which several articles speak, whatever they say of them, the most told first."""
    EVENTS.show(services.list_events(settings_to_read(context), now_of(context)), row_format)


@group.command(epilog="Example: provenance groups changes")
def changes(context: typer.Context, *, row_format: FormatOption = RowFormat.TABLE) -> None:
    """Lists which groups were merged or split as articles came in, the latest first. A group is still found by the id
    that it had before."""
    GROUP_CHANGES.show(services.list_group_changes(settings_to_read(context), now_of(context)), row_format)


@group.command(epilog=f"Example: provenance groups merge g0123456789abcdef gfedcba9876543210 {WHO}")
def merge(
    context: typer.Context,
    *,
    one: Annotated[
        str,
        typer.Argument(metavar="GROUP", help="A group's id, or its first characters; `provenance groups` shows it."),
    ],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another group's.")],
    by: ByOption,
    why: WhyOption,
) -> None:
    """Decides that the claims of two groups say the same, and shows the group that they make."""
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.merge_groups(settings_to_read(context), now_of(context), one, other, by_whom))


@group.command(epilog=f"Example: provenance groups split g0123456789abcdef c0123456789abcdef {WHO}")
def split(
    context: typer.Context,
    *,
    name: Annotated[
        str,
        typer.Argument(metavar="GROUP", help="A group's id, or its first characters; `provenance groups` shows it."),
    ],
    claims: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM...",
            help="Those that leave it, by their ids, as `provenance group GROUP --format csv` shows them.",
        ),
    ],
    by: ByOption,
    why: WhyOption,
) -> None:
    """Decides that these claims do not say what the rest of their group says; together they make a group."""
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.split_group(settings_to_read(context), now_of(context), name, claims, by_whom))


def relate(
    context: typer.Context,
    *,
    one: ClaimArgument,
    other: OtherArgument,
    kind: Annotated[RelationAnswer, typer.Argument(**_KIND, help="What one is to the other.")],
    by: ByOption,
    why: WhyOption,
) -> None:
    """Decides what two claims are to each other: corroborates, echoes, repeats, contradicts, differs, revises or
    unrelated."""
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.relate_claims(settings_to_read(context), now_of(context), one, other, kind, by_whom))


def independent(
    context: typer.Context,
    *,
    one: ClaimArgument,
    other: OtherArgument,
    answer: Annotated[IndependenceAnswer, typer.Argument(**_ANSWER, help="Whether they are two witnesses.")],
    by: ByOption,
    why: WhyOption,
) -> None:
    """Decides whether two claims come from two witnesses or from one."""
    by_whom = Authorship(made_by=by, why=why)
    show_decided(
        context, services.judge_independence(settings_to_read(context), now_of(context), one, other, answer, by_whom)
    )


def undo(
    context: typer.Context,
    *,
    decision: Annotated[
        int,
        typer.Argument(
            **number("ID", "provenance decisions"),
            metavar="ID",
            help="A decision, as `provenance decisions` numbers it.",
        ),
    ],
    by: ByOption,
    why: WhyOption,
) -> None:
    """Takes a decision back. Both stay in the log, and the undoing can be undone."""
    show_decided(
        context, services.undo(settings_to_read(context), now_of(context), decision, Authorship(made_by=by, why=why))
    )


def show_decided(context: typer.Context, decided: Decided) -> None:
    """The number, and the groups that now hold the claims it is about."""
    claim = f" Claim {decided.claim}." if decided.claim else ""
    write(f"Decision {decided.decision.id}: {in_short(decided.decision)}.{claim}")
    GROUPS.show(services.decided_groups(settings_to_read(context), now_of(context), decided), RowFormat.TABLE)


def _state(logged: LoggedDecision) -> str:
    if logged.undone_by:
        return f"no, undone by {logged.undone_by.id}"
    return f"no, it waits: {logged.waits[:1].lower()}{logged.waits[1:].rstrip('.')}" if logged.waits else "yes"


def _claims(references: tuple[ClaimReference, ...]) -> str:
    if not references:
        return ""
    first = f"{references[0].claim} “{references[0].text}”"
    return f"{first} and {len(references) - 1} more" if len(references) > 1 else first


def _other_side(logged: LoggedDecision) -> str:
    """The claims on the other side; for a correction the claim as the person has it."""
    made = logged.decision.made
    if made.after is None or made.kind is DecisionKind.CONFIRM:
        return _claims(made.right)
    return f"“{made.after.text}”, {way(made.after.chain)}"


def _ids(logged: LoggedDecision) -> str:
    made = logged.decision.made
    return "; ".join(" ".join(reference.claim for reference in side) for side in (made.left, made.right) if side)


def in_short(decision: Decision) -> str:
    made = decision.made
    return " ".join(str(part) for part in (made.kind, made.answer, made.undoes) if part is not None)


DECISIONS: Listing[LoggedDecision] = Listing(
    noun="decision",
    columns=(
        Column("id", lambda logged: logged.decision.id),
        Column("what", lambda logged: in_short(logged.decision)),
        Column("claims", lambda logged: _claims(logged.decision.made.left)),
        Column("and", _other_side),
        Column("by", lambda logged: logged.decision.made_by),
        Column("why", lambda logged: logged.decision.why),
        Column("when", lambda logged: logged.decision.made_at.isoformat(timespec="seconds")),
        Column("in force", _state),
        Column("ids", _ids, wide=True),
    ),
    to_dict=lambda logged: services.decision_to_dict(logged),  # noqa: PLW0108 - loaded when first called
)


def decisions(context: typer.Context, *, row_format: FormatOption = RowFormat.TABLE) -> None:
    """Lists what people decided and took back: who, when, why, in force or not."""
    DECISIONS.show(services.list_decisions(settings_to_read(context), now_of(context)), row_format)


def add_to(app: typer.Typer) -> None:
    app.add_typer(group, name="groups", help="Groups of claims that say the same, and what a person makes of them.")
    two = "c0123456789abcdef cfedcba9876543210"
    for command, example in (
        (relate, f"provenance relate {two} contradicts {WHO}"),
        (independent, f"provenance independent {two} no {WHO}"),
        (decisions, "provenance decisions --format csv"),
        (undo, "provenance undo 1 --by Editor --why 'the recording was cut'"),
    ):
        app.command(epilog=f"Example: {example}")(command)
