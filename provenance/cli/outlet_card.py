"""What a reader sees of one outlet: what it is, what it is called, where it is read, and all that was said, in time."""

from collections.abc import Iterable, Sequence

from provenance import services
from provenance.cli.console import note, write
from provenance.cli.rows import Column, Listing, RowFormat, render_table
from provenance.model import Interval, OutletDomain
from provenance.outlets import Event, timeline
from provenance.services import OutletRow, harmless

TIMELINE: Listing[Event] = Listing(
    noun="event",
    columns=(
        Column("valid", lambda event: interval_in_words(event.valid)),
        Column("said", lambda event: event.asserted),
        Column("who says so", lambda event: event.rater),
        Column("what", lambda event: event.words),
        Column("evidence", lambda event: event.evidence.url if event.evidence else None),
    ),
    to_dict=lambda event: {"words": event.words},
)
CARDS: Listing[OutletRow] = Listing(noun="outlet", columns=(), to_dict=lambda row: services.card_to_dict(row))  # noqa: PLW0108 - loaded when first called


def show_cards(rows: Sequence[OutletRow], row_format: RowFormat) -> None:
    """As text or as JSON."""
    if row_format is RowFormat.JSON:
        return CARDS.show(rows, row_format)
    write("\n".join(_card(row) for row in rows))
    return note(f"{len(rows)} outlet" if len(rows) == 1 else f"{len(rows)} outlets")


def interval_in_words(valid: Interval) -> str:
    """ "2014-09..2022"; empty where neither end is known."""
    since, until = valid.since, valid.until
    return f"{since.text if since else ''}..{until.text if until else ''}" if since or until else ""


def _card(row: OutletRow) -> str:
    outlet, standing = row.outlet, row.classification.standing
    on = row.classification.on
    lines = [
        f"{outlet.name} ({outlet.id}){f', {outlet.country}' if outlet.country else ''}",
        (
            f"on {on.isoformat() if on else 'a day not known'}: {standing.label}; state-affiliated: "
            f"{standing.state_affiliated}; control family: {standing.control_family} [{row.classification.rule}]"
        ),
        _listed("names", (name.text for name in outlet.names)),
        _listed("hosts", (f"{domain.host} ({domain.kind})" for domain in _primary_first(outlet.domains))),
    ]
    told = render_table(TIMELINE, timeline(outlet))
    return harmless("\n".join(line for line in lines if line)) + f"\n\n{told}\n"


def _primary_first(domains: Iterable[OutletDomain]) -> list[OutletDomain]:
    """Some outlets have hundreds of mirrors."""
    return sorted(domains, key=lambda domain: domain.kind != "primary")


def _listed(what: str, entries: Iterable[str]) -> str:
    found = list(dict.fromkeys(entries))
    return f"{what}: {'; '.join(found)}" if found else ""
