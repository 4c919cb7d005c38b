"""Requests that act once, however often they are sent: what the first one was answered, all get.

As draft-ietf-httpapi-idempotency-key-header has it: the answer is kept and given again, whatever happened since; the
key with something else is refused, and so is a repetition while the first one is being answered.
"""

from datetime import datetime, timedelta

from provenance.errors import InvalidOption, NotAnsweredYet
from provenance.ingest import shown
from provenance.model import KnownRequest, RequestAnswer, RequestKey
from provenance.services.opening import open_to_read
from provenance.settings import Settings
from provenance.storage import Store, open_store

GIVEN_UP = timedelta(seconds=90)
"""The longest that a request may wait for its answer is a minute: what was not answered by then never will be, for its
server was stopped, and the next one with its key is answered in its place."""


def find_answer(settings: Settings, now: datetime, request: RequestKey) -> RequestAnswer | None:
    """What the first request with this key was answered; None where there was none or it is given up. Raises as
    `known_request` does."""
    with open_to_read(settings, now) as store:
        known = known_request(store, request, now)
        return known.answer if known else None


def keep_answer(settings: Settings, now: datetime, request: RequestKey, answer: RequestAnswer) -> RequestAnswer:
    """The one to give: this one from now on, or the one that is kept already."""
    with open_store(settings.database, now=now) as store:
        store.begin_writing()
        known = store.find_request(request.caller, request.key)
        if known and known.answer:
            return known.answer
        if known:
            store.save_answer(request, answer)
            store.commit()
        return answer


def known_request(store: Store, request: RequestKey, now: datetime) -> KnownRequest | None:
    """The first one with this key, answered or given up; None for a key that is new. Raises InvalidOption where it came
    with something else, NotAnsweredYet."""
    known = store.find_request(request.caller, request.key)
    if known is None:
        return None
    key = f"Idempotency-Key {shown(request.key)!r}"
    if known.request.digest != request.digest:
        raise InvalidOption(f"{key}: it came before with something else; take a new key for each thing")
    if known.answer is None and now - known.made_at < GIVEN_UP:
        raise NotAnsweredYet(f"{key}: the request that came with it first is being answered; ask again in a moment")
    return known
