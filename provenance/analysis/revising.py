"""Whether the later of two claims revises the earlier: one origin speaks again, or a text names what it replaces."""

from collections.abc import Iterable, Sequence
from datetime import date

from provenance.analysis.corpus import GIVEN_AS_FORMER, Index
from provenance.analysis.independence import speaks_again
from provenance.model import Agreement, Claim, Independence, Reason, Spans

OPPOSED = (Agreement.CONFLICTS, Agreement.FIGURES_DIFFER)

SHARED = "shared-words"
"""The comparison's reason that opposes nothing; all others of an opposed pair do."""


def find_revision(
    claim: Claim, other: Claim, agreement: Agreement, worded: Sequence[Reason], decided: Independence, index: Index
) -> Reason | None:
    """In words both figures and both days, the earlier first. `worded` are the comparison's reasons, with the words of
    `claim` on the left: nothing is read here but the places that they point at."""
    if agreement not in OPPOSED:
        return None
    return _names_the_former(claim, other, worded, index) or _says_it_again(claim, other, worded, decided, index)


def _names_the_former(claim: Claim, other: Claim, worded: Sequence[Reason], index: Index) -> Reason | None:
    """Whoever speaks: the text itself says which figure came first. Of an earlier day than the other it proves nothing:
    both may have had the former figure from elsewhere."""
    for reason in worded:
        if reason.code != GIVEN_AS_FORMER:
            continue
        revising, revised = (claim, other) if len(reason.left) > len(reason.right) else (other, claim)
        places = reason.left if revising is claim else reason.right
        first, last = _day(revised, index), _day(revising, index)
        if first and last and last < first:
            continue
        given = reason.right if revising is claim else reason.left
        text = f"{_said(revised, given, index)}, {_said(revising, places[:1], index)}, as what replaces it."
        return Reason(code="former-named", text=text, left=reason.left, right=reason.right)
    return None


def _says_it_again(
    claim: Claim, other: Claim, worded: Sequence[Reason], decided: Independence, index: Index
) -> Reason | None:
    """One origin on two days; on one day, or a day that is not known, which came first is not known either."""
    here, there = _day(claim, index), _day(other, index)
    if here is None or there is None or here == there or decided is not Independence.DEPENDENT:
        return None
    if not speaks_again(claim, other, index.reprint_of(claim, other)):
        return None
    shown = [reason for reason in worded if reason.code != SHARED and reason.left and reason.right]
    left, right = _each([reason.left for reason in shown]), _each([reason.right for reason in shown])
    early, late = sorted(((here, claim, left), (there, other, right)), key=lambda side: side[0])
    if not shown:
        return Reason(code="later", text=f"What was printed on {late[0]} revises what was printed on {early[0]}.")
    text = f"{_said(*early[1:], index)}, {_said(*late[1:], index)}: what one origin says later revises what it said."
    return Reason(code="later", text=text, left=left, right=right)


def _each(places: Iterable[Spans]) -> Spans:
    return tuple(dict.fromkeys(span for spans in places for span in spans))


def _said(claim: Claim, places: Spans, index: Index) -> str:
    """ "TASS gives “339 children” on 2025-06-02"."""
    words = " and ".join(f"“{place.of(claim.text)}”" for place in places)
    day = _day(claim, index)
    return f"{claim.chain.publisher.agent.name} gives {words} on {day or 'a day that is not known'}"


def _day(claim: Claim, index: Index) -> date | None:
    return index.corpus.articles[claim.article_id].published
