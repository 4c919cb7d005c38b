"""Options that several commands share."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

from provenance import services
from provenance.cli.console import look_again, note
from provenance.cli.rows import RowFormat
from provenance.errors import InvalidOption
from provenance.model import CautionCode, Mode
from provenance.settings import Settings

COMMAND_SETTINGS = {"help_option_names": ["-h", "--help"]}
LIST = "list"
AT_ONCE = 1_000
"""Claims that are looked at again without a word: a second or two."""
ROWS_A_PAGE = 50
"""Where --page is given without --limit."""
Choice = TypeVar("Choice", bound=StrEnum)


class ListingGroup(TyperGroup):
    """Takes what follows its name for words of the subcommand `list`, unless it is a subcommand itself, or `list` takes
    no such word: then it is a mistyped subcommand."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # Any: the context's class is private to Typer
        return super().parse_args(ctx, [LIST, *args] if self._is_for_list(args) else args)

    def _is_for_list(self, args: list[str]) -> bool:
        if not args or args[0].startswith("-"):
            return True
        takes_words = any(one.param_type_name == "argument" for one in self.commands[LIST].params)
        return takes_words and args[0] not in self.commands


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen before the command's name."""

    settings: Settings
    now: datetime


def settings_of(context: typer.Context) -> Settings:
    """What the callback of the whole command has chosen."""
    chosen: Chosen = context.obj
    return chosen.settings


def settings_to_read(context: typer.Context) -> Settings:
    """The same for a command about what is stored already. Says so on standard error where nobody has made a store yet.
    Raises StoreMissing where one was named that is not there."""
    settings = settings_of(context)
    if hint := services.expect_database(settings):
        note(f"provenance: {hint}")
    return settings


def settings_to_list(context: typer.Context) -> Settings:
    """The same for a command that lists what was found: what is still to be found of many claims is found before, and
    standard error says how far it is."""
    settings = settings_to_read(context)
    if services.count_due(settings, now_of(context)) > AT_ONCE:
        look_again(settings, now_of(context))
    return settings


def now_of(context: typer.Context) -> datetime:
    """When the command was called."""
    chosen: Chosen = context.obj
    return chosen.now


def one_of(choices: type[Choice], name: str) -> dict[str, Any]:
    """For an option or argument that takes one of a closed set: how it is read, and how the help shows it. A wrong
    value raises InvalidOption, which names the right ones. Any: what Typer takes."""

    def read(text: str) -> Choice:
        try:
            return choices(text)
        except ValueError:
            raise InvalidOption(f"{name} {text}: write one of {'; '.join(choices)}") from None

    return {"parser": read, "metavar": f"<{'|'.join(choices)}>"}


def number(name: str, shown_by: str) -> dict[str, Any]:
    """The same for a number by which a row is called; `shown_by` is the command that lists them. Any: what Typer
    takes."""

    def read(text: str) -> int:
        try:
            return int(text)
        except ValueError:
            raise InvalidOption(f"{name} {text}: not a number; `{shown_by}` shows them") from None

    return {"parser": read}


def parse_day(text: str | None, option: str) -> date | None:
    """Raises InvalidOption unless it is YYYY-MM-DD and a day of the calendar."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidOption(f"{option} {text}: not a day of the calendar; write YYYY-MM-DD") from error


def located(name: str) -> str:
    """An article as the store calls it: a file by its whole path, anything else as it is written."""
    return str(Path(name).absolute()) if Path(name).is_file() else name


def part_asked(limit: int | None, page: int | None) -> services.PageAsked | None:
    """None for the whole list. Raises InvalidOption for what is no page."""
    if limit is None and page is None:
        return None
    return services.PageAsked(number=1 if page is None else page, size=ROWS_A_PAGE if limit is None else limit)


def day_of(on: str | None, context: typer.Context) -> date:
    """The day of `--on`, else the day of the call."""
    return parse_day(on, "--on") or now_of(context).date()


FormatOption = Annotated[
    RowFormat, typer.Option("--format", **one_of(RowFormat, "--format"), help="How the rows come out.")
]
OnOption = Annotated[
    str | None, typer.Option("--on", "--date", metavar="DATE", help="As of this day; today where not given.")
]
OutletFilter = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Whose chain runs through this outlet: id or name.")
]
SpeakerFilter = Annotated[
    str | None, typer.Option("--speaker", metavar="TEXT", help="Whose speaker's name holds this text.")
]
SinceFilter = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published on this day or later.")]
UntilFilter = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published on this day or earlier.")]
TextFilter = Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Whose text holds this, in any case.")]
LimitOption = Annotated[
    int | None, typer.Option("--limit", metavar="N", help="No more than so many rows; all where not given.")
]
PageOption = Annotated[
    int | None, typer.Option("--page", metavar="N", help="The rows after those of the pages before, --limit on each.")
]
SearchFilter = Annotated[
    str | None,
    typer.Option(
        "--search",
        metavar="WORDS",
        help="Which hold all these words in claim, chain or title, in any script; the last may be a beginning, quotes "
        "make a phrase, and an outlet is found by all of its names.",
    ),
]
ArticleFilter = Annotated[
    str | None,
    typer.Option("--article", parser=located, metavar="ID|URL|FILE", help="Of this article, which is stored already."),
]
CautionFilter = Annotated[
    CautionCode | None, typer.Option("--caution", **one_of(CautionCode, "--caution"), help="That carry this caution.")
]
ModeFilter = Annotated[Mode | None, typer.Option("--mode", **one_of(Mode, "--mode"), help="Said in this mode.")]
