"""Claims by their cautions: listed and counted once, however often a claim has one."""

from dataclasses import replace
from datetime import date

from provenance.model import Caution, CautionCode, Mode
from provenance.storage import ClaimOrder, FindingFilter, KeptFinding, Store
from tests.builders import a_claim, an_article
from tests.storage.conftest import NOW

RING = Caution(code=CautionCode.CIRCULAR, text="Two outlets cite each other.", outlets=("tass", "ria-novosti"))
ROOT = Caution(code=CautionCode.CIRCULAR, text="Three outlets have it from one.")
ALONE = Caution(code=CautionCode.SINGLE_SOURCE, text="Only one origin is known.")


def keep(store: Store, *cautions: tuple[Caution, ...]) -> list[str]:
    """One article with a claim for each, the last in its publisher's own voice; their ids."""
    article = an_article("Words.")
    claims = [a_claim(f"Sentence {place}", article=article, start=10 * place) for place in range(len(cautions))]
    store.save_article(article, claims, keys={}, read_at=NOW)
    finding = KeptFinding(
        claim="",
        mode=Mode.INDIRECT,
        source="person",
        attributed=True,
        state_affiliated=False,
        publisher="north",
        speaker=None,
        published=date(2025, 6, 2),
        origins=1,
        independent=1,
        group="",
        group_size=1,
    )
    kept = [
        replace(finding, claim=claim.id, group=f"g{claim.id[1:]}", cautions=found)
        for claim, found in zip(claims, cautions, strict=True)
    ]
    kept[-1] = replace(kept[-1], mode=Mode.OWN)
    store.save_findings([claim.id for claim in claims], kept, [])
    return [claim.id for claim in claims]


def test_a_claim_that_has_a_caution_twice_is_listed_and_counted_once(store: Store) -> None:
    first, second, third = keep(store, (RING, ALONE, ROOT), (ALONE,), (RING,))
    for order in ClaimOrder:
        wanted = FindingFilter(cautions=(CautionCode.CIRCULAR,), order=order)
        found = store.found(wanted)
        assert sorted(each.claim for each in found) == sorted((first, third))
        assert store.count_found(wanted) == 2
    assert {each.cautions for each in found} == {(RING, ALONE, ROOT), (RING,)}
    both = FindingFilter(cautions=(CautionCode.CIRCULAR, CautionCode.SINGLE_SOURCE))
    assert ([each.claim for each in store.found(both)], store.count_found(both)) == ([first], 1)
    of_others = FindingFilter(cautions=(CautionCode.CIRCULAR,), own_voice=False)
    assert ([each.claim for each in store.found(of_others)], store.count_found(of_others)) == ([first], 1)
    assert [each.claim for each in store.found(FindingFilter(cautions=(CautionCode.SINGLE_SOURCE,)))] == [first, second]
    totals = store.totals()
    counted = {code: (totals.cautions[code], totals.attributed[code]) for code in CautionCode if totals.cautions[code]}
    assert counted == {CautionCode.CIRCULAR: (2, 1), CautionCode.SINGLE_SOURCE: (2, 2)}


def test_what_was_counted_holds_until_a_finding_changes(store: Store) -> None:
    store.begin_findings("an edition")
    first, second = keep(store, (ALONE,), (ALONE,))
    store.keep_counted()
    assert (store.totals().cautions[CautionCode.SINGLE_SOURCE], store.totals().claims) == (2, 2)
    assert store.totals().attributed[CautionCode.SINGLE_SOURCE] == 1
    store.save_findings([second], [], [])
    assert (store.totals().cautions[CautionCode.SINGLE_SOURCE], store.totals().claims) == (1, 1)
    store.keep_counted()
    store.begin_findings("another edition")
    assert store.totals().cautions[CautionCode.SINGLE_SOURCE] == 0
    assert [each.claim for each in store.due(5)] == sorted([first, second])
