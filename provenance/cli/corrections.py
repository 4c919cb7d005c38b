"""`provenance confirm`, `correct`, `reject` and `add`: what a person decides of the reading of one article."""

from typing import Annotated

import typer

from provenance import services
from provenance.cli.decisions import ByOption, ClaimArgument, WhyOption, show_decided
from provenance.cli.options import now_of, number, one_of, settings_to_read
from provenance.errors import InvalidOption
from provenance.model import AgentKind, GivenCarrier, GivenClaim, GivenSpeaker, GivenWords, Mode, Places, Via
from provenance.services import Authorship

KINDS = tuple(kind for kind in AgentKind if kind is not AgentKind.OUTLET)
VIAS = "|".join(Via)

TextOption = Annotated[
    list[str] | None,
    typer.Option(
        "--text",
        metavar="WORDS",
        help="The words that are the claim, as they stand in the article; more than once for one in pieces.",
    ),
]
AtOption = Annotated[
    list[int] | None,
    typer.Option(
        "--at",
        **number("--at", "provenance correct"),
        metavar="OFFSET",
        help="Where the words of --text start, for words that stand at several places; once for each --text.",
    ),
]
SpeakerOption = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Who says it; more than once for those who speak jointly."),
]
NoSpeakerOption = Annotated[bool, typer.Option("--no-speaker", help="Nobody is named: an outlet, or nobody, says it.")]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar=f"<{'|'.join(KINDS)}>",
        help="What the speaker is; once for all, or once for each --speaker. May be left out for a name that other "
        "claims of the article have. With unnamed, --speaker may be left out.",
    ),
]
SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="WORDS",
        help='The words of the article that say who speaks ("he"); once for each --speaker. Found by the name else.',
    ),
]
CueOption = Annotated[
    list[str] | None, typer.Option("--cue", metavar="WORDS", help='The words that attribute it ("told").')
]
CarrierOption = Annotated[
    list[str] | None,
    typer.Option(
        "--carrier",
        metavar="OUTLET:VIA",
        help=f"An outlet that the article credits, by id, name or host, and how it came by the claim ({VIAS}); more "
        "than once from the page inwards, joined by + for outlets in parallel.",
    ),
]
NoCarrierOption = Annotated[bool, typer.Option("--no-carrier", help="No outlet is credited.")]
ModeOption = Annotated[
    Mode | None,
    typer.Option("--mode", **one_of(Mode, "--mode"), help="How it is told; by its quotation marks else."),
]


def confirm(context: typer.Context, *, claim: ClaimArgument, by: ByOption, why: WhyOption) -> None:
    """Decides that a claim is read rightly: its words, who says it, through whom."""
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.confirm_claim(settings_to_read(context), now_of(context), claim, by_whom))


def reject(context: typer.Context, *, claim: ClaimArgument, by: ByOption, why: WhyOption) -> None:
    """Decides that something is no claim: it is counted and compared no more. What the machine read stays stored."""
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.reject_claim(settings_to_read(context), now_of(context), claim, by_whom))


def correct(  # noqa: PLR0913 - one parameter per part of a claim
    context: typer.Context,
    *,
    claim: ClaimArgument,
    text: TextOption = None,
    at: AtOption = None,
    speaker: SpeakerOption = None,
    no_speaker: NoSpeakerOption = False,
    kind: KindOption = None,
    source: SourceOption = None,
    cue: CueOption = None,
    carrier: CarrierOption = None,
    no_carrier: NoCarrierOption = False,
    mode: ModeOption = None,
    by: ByOption,
    why: WhyOption,
) -> None:
    """Decides how a claim is to be read: which words it is, who says it, through whom. What is not given stays. The
    corrected claim stands in place of the machine's everywhere, and gets an id of its own."""
    given = GivenClaim(
        content=_content(text, at),
        speakers=_speakers(speaker, kind, source, none=no_speaker),
        carriers=_carriers(carrier, none=no_carrier),
        cue=_places(cue),
        mode=mode,
    )
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.correct_claim(settings_to_read(context), now_of(context), claim, given, by_whom))


def add(  # noqa: PLR0913 - one parameter per part of a claim
    context: typer.Context,
    *,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="An article's id or address; `provenance articles` shows both.")
    ],
    text: TextOption = None,
    at: AtOption = None,
    speaker: SpeakerOption = None,
    kind: KindOption = None,
    source: SourceOption = None,
    cue: CueOption = None,
    carrier: CarrierOption = None,
    mode: ModeOption = None,
    by: ByOption,
    why: WhyOption,
) -> None:
    """Decides that an article makes a claim that was missed. Without a speaker and a carrier it is in the publisher's
    own voice."""
    given = GivenClaim(
        content=_content(text, at) or (),
        speakers=_speakers(speaker, kind, source),
        carriers=_carriers(carrier),
        cue=_places(cue),
        mode=mode,
    )
    by_whom = Authorship(made_by=by, why=why)
    show_decided(context, services.add_claim(settings_to_read(context), now_of(context), article, given, by_whom))


def _content(texts: list[str] | None, offsets: list[int] | None) -> Places | None:
    if not texts:
        if offsets:
            raise InvalidOption("--at: it says where the words of --text start; give these too")
        return None
    if offsets and len(offsets) != len(texts):
        raise InvalidOption(f"--at: {len(offsets)} given for {len(texts)} of --text; give one for each, or none")
    starts: list[int | None] = [*offsets] if offsets else [None] * len(texts)
    return tuple(GivenWords(words, at) for words, at in zip(texts, starts, strict=True))


def _places(words: list[str] | None) -> Places | None:
    return tuple(GivenWords(each) for each in words) if words else None


def _speakers(
    names: list[str] | None, kinds: list[str] | None, sources: list[str] | None, *, none: bool = False
) -> tuple[GivenSpeaker, ...] | None:
    if none:
        if names or kinds or sources:
            raise InvalidOption("--no-speaker: leave --speaker, --kind and --source out with it")
        return ()
    words = [(GivenWords(each),) for each in sources or ()]
    return services.read_speakers(names or (), kinds or (), words)


def _carriers(given: list[str] | None, *, none: bool = False) -> tuple[GivenCarrier, ...] | None:
    if none:
        if given:
            raise InvalidOption("--no-carrier: leave --carrier out with it")
        return ()
    return services.read_carriers(given) if given else None


def add_to(app: typer.Typer) -> None:
    who, claim = "--by 'Kyiv desk' --why 'heard the recording'", "c0123456789abcdef"
    for command, example in (
        (confirm, f"provenance confirm {claim} {who}"),
        (correct, f"provenance correct {claim} --speaker 'Sergei Lavrov' --kind person --carrier tass:told {who}"),
        (reject, f"provenance reject {claim} {who}"),
        (add, f"provenance add a0123456789ab --text 'the bridge will open in May' --speaker Rutte --kind person {who}"),
    ):
        app.command(epilog=f"Example: {example}")(command)
