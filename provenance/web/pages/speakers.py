"""Speakers: those who are named, by name; what unnamed ones are called, apart."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from provenance.services import PageAsked, search_speakers, speaker_list_to_dict, speaker_view_to_dict, view_speaker
from provenance.web.desk import Here
from provenance.web.pages.asking import PageNumber, Words

router = APIRouter()


@router.get("/speakers")
def speakers(desk: Here, q: Words = None, number: PageNumber = 1) -> Response:
    part = PageAsked(number=number)
    return desk.show("speakers.html", speaker_list_to_dict(search_speakers(desk.settings, desk.now, q, part), part))


@router.get("/speakers/{name:path}")
def speaker(
    name: str,
    desk: Here,
    *,
    unnamed: Annotated[bool | None, Query(description="Whether those are meant who are only called so.")] = None,
    number: PageNumber = 1,
) -> Response:
    part = PageAsked(number=number)
    found = view_speaker(desk.settings, desk.now, name, unnamed=unnamed, wanted=part)
    return desk.show("speaker.html", speaker_view_to_dict(found, part))
