"""Two given claims side by side."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from provenance.errors import InvalidOption
from provenance.matching import PairModel, Worded, compare, judge_pair, parse_pair_model
from provenance.model import Group
from provenance.services.comparing import load_frequencies
from provenance.services.opening import open_to_read
from provenance.services.resources import packaged_texts
from provenance.services.rulings import groups_around, rulings_of
from provenance.services.values.claims import JudgedPair
from provenance.settings import Settings
from provenance.storage import Store, is_claim_id


@dataclass(frozen=True, slots=True)
class Given:
    """A text that somebody puts in."""

    id: str
    text: str
    cue: str | None = None


@cache
def load_pair_model() -> PairModel:
    """How much every trait of a pair weighs."""
    texts = packaged_texts("provenance.matching", "data")
    return parse_pair_model(texts["pair_weights.tsv"], texts["pair_cues.tsv"])


def judge_claims(first: str, second: str, *, settings: Settings, now: datetime) -> JudgedPair:
    """Each is a text, or the id of a stored claim. Raises NotStored, InvalidOption."""
    if not is_claim_id(first) and not is_claim_id(second):
        return _judged(_given("a", first), _given("b", second))
    with open_to_read(settings, now) as store:
        judged = _judged(_named(store, "a", first), _named(store, "b", second))
        return replace(judged, group=_common_group(store, first, second))


def _common_group(store: Store, first: str, second: str) -> Group | None:
    """That both are in, where both are stored claims."""
    if not is_claim_id(first) or not is_claim_id(second):
        return None
    ids = [store.find_claim(given).id for given in (first, second)]
    around = groups_around(store, ids, rulings_of(store))
    return next((group for group in around if set(ids) <= set(group.claims) and len(group.claims) > 1), None)


def _named(store: Store, name: str, given: str) -> Given:
    if not is_claim_id(given):
        return _given(name, given)
    claim = store.find_claim(given)
    return Given(id=name, text=claim.text, cue=claim.cue)


def _given(name: str, text: str) -> Given:
    if not text.strip():
        raise InvalidOption("there is nothing to compare in an empty text; give a sentence or a claim's id")
    return Given(id=name, text=text.strip())


def _judged(left: Worded, right: Worded) -> JudgedPair:
    frequencies = load_frequencies()
    return JudgedPair(
        left=left.text,
        right=right.text,
        judgement=judge_pair(left, right, frequencies, load_pair_model()),
        comparison=compare(left, right, frequencies),
    )
