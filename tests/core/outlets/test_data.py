"""The data that ships: it is valid, in order, counted in its README, and answers dated questions."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import provenance.outlets
from provenance.model import Assertion, Basis, Label, StateAffiliation
from provenance.outlets import Directory, classify, parse_directory, polarity

DATA = Path(provenance.outlets.__file__).parent / "data"
YES, NO, DISPUTED = StateAffiliation.YES, StateAffiliation.NO, StateAffiliation.DISPUTED
OF_AFFILIATION = {"ownership", "funding", "editorial_control", "smm_code", "state_affiliation"}


def texts() -> dict[str, str]:
    paths = [*DATA.rglob("*.csv"), DATA / "VERSION"]
    return {path.relative_to(DATA).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@cache
def shipped() -> Directory:
    return parse_directory(texts())


def assertions() -> Iterator[Assertion]:
    for outlet in shipped().outlets.values():
        yield from outlet.assertions


def counts() -> dict[str, int]:
    outlets = shipped().outlets.values()
    judged = [one for one in assertions() if one.basis is Basis.CURATOR_JUDGEMENT]
    relations = [relation for outlet in outlets for relation in outlet.relations]
    return {
        "outlets": len(outlets),
        "countries": len({outlet.country for outlet in outlets if outlet.country}),
        "names": sum(len(outlet.names) for outlet in outlets),
        "domains": sum(len(outlet.domains) for outlet in outlets),
        "raters": len(shipped().raters),
        "assertions": sum(1 for _ in assertions()),
        "assertions by the directory's own judgement": len(judged),
        "assertions that bear on state affiliation": sum(1 for one in assertions() if one.dimension in OF_AFFILIATION),
        "of these by the directory's own judgement": sum(1 for one in judged if one.dimension in OF_AFFILIATION),
        "relations": len(relations),
        "relations without a citation": sum(1 for relation in relations if relation.evidence is None),
    }


def test_the_counts_in_the_readme_are_those_of_the_data() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    table = "\n".join(f"| {what} | {count} |" for what, count in counts().items())
    assert table in readme, f"write into data/README.md:\n{table}"


@pytest.mark.parametrize("name", sorted(texts().keys() - {"VERSION"}))
def test_rows_are_sorted_by_outlet(name: str) -> None:
    first = [row[0] for row in csv.reader(texts()[name].splitlines())][1:]
    assert first == sorted(first)


def test_every_rater_asserts_something() -> None:
    assert set(shipped().raters) == {one.rater for one in assertions()}


def test_less_than_a_quarter_of_what_bears_on_state_affiliation_is_uncited() -> None:
    judged = Counter(one.basis is Basis.CURATOR_JUDGEMENT for one in assertions() if one.dimension in OF_AFFILIATION)
    assert judged[True] * 4 < judged.total()


def test_every_designation_has_its_act_and_its_polarity() -> None:
    designations = [one for one in assertions() if one.dimension == "legal_designation"]
    assert all(one.note and one.asserted for one in designations if one.valid.since)
    assert {polarity(one.value) for one in designations}


def affiliation(outlet: str, day: str) -> tuple[StateAffiliation, Label, str]:
    standing = classify(shipped(), outlet, date.fromisoformat(day)).standing
    return standing.state_affiliated, standing.label, standing.control_family


@pytest.mark.parametrize(
    ("outlet", "day", "expected"),
    [
        ("tass", "2013-06-02", (YES, Label.STATE_OWNED, "state:RU")),
        ("tass", "2025-06-02", (YES, Label.STATE_OWNED, "state:RU")),
        ("ria-novosti", "2013-12-08", (YES, Label.STATE_OWNED, "state:RU")),
        ("ria-novosti", "2013-12-09", (YES, Label.STATE_OWNED, "state:RU")),
        ("ruptly", "2025-06-02", (YES, Label.STATE_OWNED, "state:RU")),
        ("lenta", "2014-03-11", (NO, Label.PRIVATE, "lenta")),
        ("lenta", "2014-03-12", (YES, Label.PRIVATE_CAPTURED, "state:RU")),
        ("lenta", "2021-01-01", (YES, Label.STATE_CONTROLLED, "state:RU")),
        ("vedomosti", "2014-01-01", (NO, Label.PRIVATE, "vedomosti")),
        ("vedomosti", "2021-01-01", (YES, Label.PRIVATE_CAPTURED, "state:RU")),
        ("interfax", "2025-06-02", (DISPUTED, Label.PRIVATE_CONSTRAINED, "interfax")),
        ("interfax", "2014-06-02", (DISPUTED, Label.PRIVATE, "interfax")),
        ("ukrinform", "2025-06-02", (YES, Label.STATE_OWNED, "state:UA")),
        ("suspilne", "2016-12-31", (YES, Label.STATE_OWNED, "state:UA")),
        ("suspilne", "2025-06-02", (NO, Label.STATE_FUNDED_INDEPENDENT, "suspilne")),
        ("ukrainska-pravda", "2022-01-01", (NO, Label.PRIVATE, "company:dragon-capital")),
        ("ukrainska-pravda", "2025-09-01", (NO, Label.PRIVATE, "person:tomas-fiala")),
        ("interfax-ukraine", "2019-01-01", (NO, Label.PRIVATE, "interfax")),
        ("interfax-ukraine", "2025-06-02", (NO, Label.PRIVATE, "person:andriy-martynenko")),
        ("meduza", "2025-06-02", (NO, Label.PRIVATE, "meduza")),
        ("novaya-gazeta-europe", "2025-06-02", (NO, Label.PRIVATE, "novaya-gazeta-europe")),
        ("belta", "2025-06-02", (YES, Label.STATE_OWNED, "state:BY")),
        ("zerkalo", "2025-06-02", (NO, Label.PRIVATE, "zerkalo")),
    ],
)
def test_a_dated_question_has_its_answer(outlet: str, day: str, expected: tuple[StateAffiliation, Label, str]) -> None:
    assert affiliation(outlet, day) == expected


def test_ria_novosti_is_an_agency_of_its_own_before_its_liquidation_and_a_brand_after() -> None:
    before = classify(shipped(), "ria-novosti", date(2013, 12, 8)).reason
    after = classify(shipped(), "ria-novosti", date(2013, 12, 9)).reason
    assert "RIA Novosti is controlled by the state RU." in before
    assert "Rossiya Segodnya" not in before
    assert "RIA Novosti is a brand of Rossiya Segodnya. Rossiya Segodnya is controlled by the state RU." in after


def test_tass_was_named_itar_tass_until_2014() -> None:
    then, now = (classify(shipped(), "tass", date(year, 6, 2)).reason for year in (2013, 2025))
    assert then.startswith("TASS was then named ITAR-TASS.")
    assert "ITAR" not in now.split("Yes:")[0]


@pytest.mark.parametrize("outlet", ["meduza", "the-insider-ru", "tv-rain", "istories", "moscow-times", "zerkalo"])
def test_a_register_entry_by_the_state_it_reports_on_is_no_mark_against_an_outlet(outlet: str) -> None:
    entries = [one for one in shipped().outlet(outlet).assertions if one.dimension == "legal_designation"]
    by_its_own = {polarity(one.value) for one in entries if one.scope in ("RU", "BY")}
    assert by_its_own == {provenance.outlets.Polarity.REPRESSION}
    assert affiliation(outlet, "2025-06-02")[0] is NO


@pytest.mark.parametrize(
    "alike",
    [
        ("tass", "ukrinform", "belta", "azertac", "kazinform", "xinhua", "anadolu", "irna"),
        ("bbc", "nhk", "ard"),
        ("dw", "france24", "suspilne"),
        ("lenta", "gazeta-ru"),
        ("unian", "rbc-ukraine", "turan", "24-kg"),
    ],
)
def test_like_outlets_of_opposed_states_fare_alike(alike: tuple[str, ...]) -> None:
    found = {affiliation(outlet, "2025-06-02")[:2] for outlet in alike}
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Russian state-affiliated news agency Interfax has reported", [("interfax",)]),
        ("Medinsky told propaganda outlet RT.", [("rt",)]),
        ("Rossiya Segodnya, not RT", [("rossiya-segodnya",), ("rt",)]),
        (
            "RBC-Ukraine and RBC, Interfax-Ukraine and Interfax",
            [("rbc-ukraine",), ("rbc",), ("interfax-ukraine",), ("interfax",)],
        ),
        ("the tanker TASSOS and Mu'tassim Gaddafi", []),
        (
            "Ukrainska Pravda, Komsomolskaya Pravda and Pravda.Ru",
            [("ukrainska-pravda",), ("komsomolskaya-pravda",), ("pravda-ru",)],
        ),
        ("Новая газета Европа и ТАСС", [("novaya-gazeta-europe",), ("tass",)]),
        ("Business Insider wrote", []),
        ("news.by, 24.kg and LIGA.net", [("belteleradio",), ("24-kg",), ("liga-net",)]),
    ],
)
def test_names_in_a_text_mean_their_outlets(text: str, outlets: list[tuple[str, ...]]) -> None:
    ours = [mention.outlets for mention in shipped().mentions(text) if mention.outlets != ("business-insider",)]
    assert ours == outlets


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("novayagazeta.eu", "novaya-gazeta-europe"),
        ("www.novayagazeta.ru", "novaya-gazeta"),
        ("russian.rt.com", "rt"),
        ("swentr.site", "rt"),
        ("en.interfax.com.ua", "interfax-ukraine"),
        ("www.interfax.ru", "interfax"),
        ("arabic.sputniknews.com", "sputnik"),
        ("tass.com", "tass"),
        ("usa.news-pravda.com", "pravda-network"),
        ("www.pravda.com.ua", "ukrainska-pravda"),
        ("english.pravda.ru", "pravda-ru"),
    ],
)
def test_a_host_means_its_outlet(host: str, outlet: str) -> None:
    found = shipped().by_host(host)
    assert found is not None
    assert found.id == outlet
