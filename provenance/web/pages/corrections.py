"""A claim confirmed, corrected, rejected or added by whoever reads the article."""

import json
from typing import Annotated, Any, TypeVar
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field, ValidationError, field_validator

from provenance.errors import InvalidOption
from provenance.model import GivenCarrier, GivenClaim, GivenSpeaker, Mode
from provenance.services import (
    Authorship,
    Decided,
    add_claim,
    confirm_claim,
    correct_claim,
    read_carrier_rows,
    read_carriers,
    read_places,
    read_speakers,
    reject_claim,
    undo,
)
from provenance.web.desk import DECIDED, Acting, Desk
from provenance.web.pages.decided import told

router = APIRouter()

LONGEST = 20_000
"""Characters of a field."""

Text = Annotated[str, Field(max_length=LONGEST)]


class Deciding(BaseModel):
    """Why, by whom where the desk has no accounts, and the last decision that the person saw."""

    why: Annotated[str, Field(max_length=2000)] = ""
    by: Annotated[str, Field(max_length=200)] = ""
    seen: int | None = None

    @field_validator("seen", mode="before")
    @classmethod
    def _empty_is_none(cls, value: Any) -> Any:  # Any: what a form or JSON holds
        return None if value == "" else value


class TakingBack(Deciding):
    """`claim` is the one beside which the decision was seen."""

    claim: Annotated[str, Field(max_length=40)] = ""


class Reading(Deciding):
    """`text`, `source` and `cue` are words of the article, each line a piece; `text_at`, `source_at` and `cue_at` the
    offsets of the same ("12-48, 60-80"), which count where no words are given. `speaker` holds a name a line, `kind`
    what they are, `carriers` a line each, "tass:reported", from the page inwards; a form has them in rows, `carrier` an
    outlet and `carrier_via` its way, "beside" for one in parallel with that above. Of a claim that is corrected, what
    is not given stays; speakers, carriers and cue that are given empty are taken away."""

    text: Text = ""
    text_at: Text = ""
    speaker: Text | None = None
    kind: Text = ""
    source: Text = ""
    source_at: Text = ""
    carriers: Text | None = None
    carrier: list[Text] | None = None
    carrier_via: list[Text] = []
    cue: Text = ""
    cue_at: Text | None = None
    mode: Mode | None = None

    @field_validator("text", "speaker", "kind", "source", "carriers", "cue", mode="before")
    @classmethod
    def _lines(cls, value: Any) -> Any:  # Any: JSON may hold a list where a form holds lines
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    @field_validator("carrier", "carrier_via", mode="before")
    @classmethod
    def _rows(cls, value: Any) -> Any:  # Any: a form holds one row as text, several as a list
        return [value] if isinstance(value, str) else value

    @field_validator("mode", mode="before")
    @classmethod
    def _empty_mode(cls, value: Any) -> Any:  # Any: as above
        return None if value == "" else value

    def given(self) -> GivenClaim:
        """Raises InvalidOption."""
        return GivenClaim(
            content=read_places(lines(self.text), self.text_at) or None,
            speakers=self._speakers(),
            carriers=self._carriers(),
            cue=read_places(lines(self.cue), self.cue_at or "") or (None if self.cue_at is None else ()),
            mode=self.mode,
        )

    def _carriers(self) -> tuple[GivenCarrier, ...] | None:
        if self.carriers is not None:
            return read_carriers(lines(self.carriers))
        return read_carrier_rows(self.carrier, self.carrier_via) if self.carrier is not None else None

    def _speakers(self) -> tuple[GivenSpeaker, ...] | None:
        names, source = lines(self.speaker or ""), read_places(lines(self.source), self.source_at)
        kinds = lines(self.kind)
        if not names and "unnamed" not in kinds:
            if source:
                raise InvalidOption("the words that say who speaks need a name: write whom they mean")
            return None if self.speaker is None else ()
        sources = [(place,) for place in source] if len(source) == len(names) else [source] if source else []
        return read_speakers(names, kinds, sources)


Given = TypeVar("Given", bound=Deciding)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


async def fields_of(request: Request) -> dict[str, Any]:
    """Of a form or of JSON, whichever came. Any: both. Raises InvalidOption."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        form = await request.form()
        held = {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form}
        return {name: values[0] if len(values) == 1 else values for name, values in held.items() if values}
    try:
        given = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise InvalidOption("the body is no JSON") from error
    if not isinstance(given, dict):
        raise InvalidOption("the body is no JSON object")
    return given


Fields = Annotated[dict[str, Any], Depends(fields_of)]  # Any: as above


def read(kind: type[Given], fields: dict[str, Any]) -> Given:  # Any: as above
    """Raises InvalidOption, which names each field."""
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise InvalidOption("; ".join(wrong)) from error


def authorship(desk: Desk, given: Deciding) -> Authorship:
    return desk.authorship(given.why, given.by)


@router.post("/claims/{claim}/confirm")
def confirm(claim: str, desk: Acting, fields: Fields) -> Response:
    given = read(Deciding, fields)
    made = confirm_claim(desk.settings, desk.now, claim, authorship(desk, given), given.seen)
    return shown(desk, made, given, "The claim is confirmed.")


@router.post("/claims/{claim}/correct")
def correct(claim: str, desk: Acting, fields: Fields) -> Response:
    given = read(Reading, fields)
    made = correct_claim(desk.settings, desk.now, claim, given.given(), authorship(desk, given), given.seen)
    return shown(desk, made, given, "The claim is corrected.")


@router.post("/claims/{claim}/reject")
def reject(claim: str, desk: Acting, fields: Fields) -> Response:
    given = read(Deciding, fields)
    made = reject_claim(desk.settings, desk.now, claim, authorship(desk, given), given.seen)
    return shown(desk, made, given, "It is no claim any more.")


@router.post("/articles/{article}/claims")
def add(article: str, desk: Acting, fields: Fields) -> Response:
    given = read(Reading, {name: value for name, value in fields.items() if is_filled(value)})
    made = add_claim(desk.settings, desk.now, article, given.given(), authorship(desk, given))
    return shown(desk, made, given, "The claim is added.")


def is_filled(value: Any) -> bool:  # Any: what a form or JSON holds
    """Whether a field says anything; rows do that have one name."""
    return any(value) if isinstance(value, list) else value != ""


def shown(desk: Desk, made: Decided, given: Deciding, notice: str) -> Response:
    """The article's page, at the claim; at the decision where there is no claim any more."""
    decision = made.decision
    undoing = f"{notice} Decision {decision.id} can be taken back."
    place = made.claim or f"decision-{decision.id}"
    return desk.see(article_at(decision.made.article_id or "", place), undoing, told(desk, made), by=given.by)


@router.post("/articles/{article}/decisions/{number}/undo")
def take_back(article: str, number: int, desk: Acting, fields: Fields) -> Response:
    """A decision is taken back where it is seen: on the page of its article, which is shown again at the claim."""
    given = read(TakingBack, fields)
    made = undo(desk.settings, desk.now, number, authorship(desk, given))
    notice = f"Decision {number} is taken back."
    return desk.see(article_at(article, made.claim or given.claim), notice, told(desk, made), by=given.by)


def article_at(article: str, place: str) -> str:
    """The address of an article's page at one of its claims or decisions, where a notice then stands."""
    address = f"/articles/{quote(article, safe='')}"
    return f"{address}?{urlencode({DECIDED: place})}#{quote(place, safe='')}" if place else address
