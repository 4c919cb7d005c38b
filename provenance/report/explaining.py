"""Why an outlet is what it is at a day, as text for a terminal."""

from collections.abc import Iterable
from typing import cast

from rich.console import RenderableType
from rich.text import Text

from provenance.model import Assertion, Classification, OutletEntry
from provenance.report.document import assertion_to_dict, outlet_entry_to_dict
from provenance.report.plain import everywhere, for_terminal
from provenance.report.schema import AssertionDocument, OutletDocument
from provenance.report.terminal import assertion_part, indented, printed, standing_in_words


def render_explanation(derived: Classification, others: Iterable[Assertion], width: int, colour: bool) -> str:
    """What it is, by which rule and on whose word, with the evidence, then who says otherwise, and at the end the
    `others`, which have no part in it. Lines as in `render_text`."""
    entry = OutletEntry(name=derived.name, classification=derived, labels_in_text=(), claims=())
    outlet = cast("OutletDocument", everywhere(for_terminal, outlet_entry_to_dict(entry)))
    aside = [cast("AssertionDocument", everywhere(for_terminal, assertion_to_dict(one))) for one in others]
    return printed(_parts(outlet, aside), width, colour)


def _parts(outlet: OutletDocument, others: Iterable[AssertionDocument]) -> Iterable[RenderableType]:
    yield Text.assemble((outlet["name"], "bold"), f" ({outlet['id']}): {standing_in_words(outlet)}")
    if outlet["reason"]:
        yield indented(Text(outlet["reason"]))
    for title, sign, assertions in (
        ("The label rests on", "+", outlet["assertions"]),
        ("Says otherwise", "−", outlet["dissent"]),
        ("Has no part in it", "·", others),
    ):
        parts = [indented(assertion_part(sign, assertion)) for assertion in assertions]
        if parts:
            yield Text()
            yield indented(Text(title, style="bold"))
            yield from parts
