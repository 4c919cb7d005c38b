"""Dated questions to the directory that ships, each with the page that answers it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest

from provenance.model import Assertion, Classification, Outlet
from provenance.outlets import Polarity, classify, polarity
from provenance.outlets.control import way_up
from tests.core.outlets.test_data import shipped


class Asked(StrEnum):
    """What of an outlet: its label, whether a state controls it, who controls it in the end, what it was called then
    ("" for its name of today), or which designation was in force ("no ..." for one that was not)."""

    LABEL = "label"
    AFFILIATION = "affiliation"
    FAMILY = "family"
    NAME = "name"
    DESIGNATION = "designation"


LABEL, AFFILIATION, FAMILY, NAME, DESIGNATION = Asked


@dataclass(frozen=True, slots=True)
class Question:
    """`cited` is the address of the page that must stand behind the answer."""

    outlet: str
    day: str
    asked: Asked
    expected: str
    cited: str

    def __str__(self) -> str:
        return f"{self.outlet} on {self.day}: {self.asked}"


ALJAZEERA = (
    "http://www.aljazeera.com/news/europe/2013/12/putin-closes-down-russia-state-news-agency-2013129181137312130.html"
)
ASD = "https://github.com/ASD-at-GMF/state-media-profiles"
KRDO = "https://krdo.com/news/ap-national-news/2023/01/26/russia-declares-critical-news-outlet-meduza-undesirable/"
RAMBLER = "https://statemediamonitor.com/2023/10/rambler-media-group/"
SANA = "https://statemediamonitor.com/2022/05/syrian-arab-news-agency-sana/"
TANJUG = "https://statemediamonitor.com/2024/08/tanjug"
THE_BELL = "https://en.thebell.io/a-newspaper-for-an-oil-baron/"
USPA = "http://lusovideo.uspa24.com/bericht-2752/russias-state-run-news-agency-revives-soviet-name.html"
VOA = (
    "https://www.journal-news.com/nation-world/a-federal-lawsuit-says-the-trump-administration-has-unlawfully-"
    "shuttered-the-voice-of-america/L4BBCWALQRD3JOFYKDR3HEFLHQ/"
)
RT_BAN = "https://agenceurope.eu/en/bulletin/article/12902/9/eu-formalises-ban-on-russian-state-media-rt-and-sputnik"

QUESTIONS = (
    Question("ria-novosti", "2013-12-08", LABEL, "state-owned", ALJAZEERA),
    Question("ria-novosti", "2013-12-08", FAMILY, "state:RU", ALJAZEERA),
    Question("ria-novosti", "2013-12-09", FAMILY, "state:RU", "https://wikisum.wiki/wiki/Ria_Novosti"),
    Question(
        "ria-novosti", "2013-12-09", LABEL, "state-owned", "https://statemediamonitor.com/2022/03/rossiya-segodnya/"
    ),
    Question("tass", "2013-06-02", NAME, "ITAR-TASS", USPA),
    Question("tass", "2014-10-01", NAME, "", USPA),
    Question("tass", "2013-06-02", LABEL, "state-owned", "https://en.wikipedia.org/wiki/TASS"),
    Question("rt", "2022-03-01", DESIGNATION, "no eu_broadcast_ban", RT_BAN),
    Question("rt", "2022-03-02", DESIGNATION, "eu_broadcast_ban", RT_BAN),
    Question(
        "rt",
        "2024-09-12",
        DESIGNATION,
        "no us_sdn",
        "https://pledgetimes.com/us-imposes-sanctions-on-russian-state-media/",
    ),
    Question(
        "rt",
        "2024-09-13",
        DESIGNATION,
        "us_sdn",
        "https://pledgetimes.com/us-imposes-sanctions-on-russian-state-media/",
    ),
    Question(
        "meduza",
        "2021-04-22",
        DESIGNATION,
        "no ru_foreign_agent",
        "https://www.scoopmagasin.se/artiklar/english/meduza",
    ),
    Question(
        "meduza", "2021-04-23", DESIGNATION, "ru_foreign_agent", "https://www.scoopmagasin.se/artiklar/english/meduza"
    ),
    Question("meduza", "2023-01-26", DESIGNATION, "ru_undesirable_organisation", KRDO),
    Question("meduza", "2023-01-26", AFFILIATION, "no", KRDO),
    Question("voa", "2014-06-01", LABEL, "state-funded with statutory independence", VOA),
    Question(
        "voa", "2017-12-05", DESIGNATION, "ru_foreign_agent", "https://openusaproject.com/wiki/Special:MobileDiff/17298"
    ),
    Question("voa", "2024-06-01", AFFILIATION, "no", ASD),
    Question("voa", "2025-11-01", AFFILIATION, "disputed", "https://statemediamonitor.com/?p=10054"),
    Question(
        "euronews",
        "2005-01-01",
        LABEL,
        "public service",
        "https://d1softballnews.com/pan-european-tv-euronews-was-bought-by-a-fund-close-to-viktor-orban/",
    ),
    Question(
        "euronews",
        "2018-01-01",
        LABEL,
        "private",
        "https://www.politico.eu/article/euronews-independence-buyout-hungary-firm/",
    ),
    Question("euronews", "2023-01-01", FAMILY, "company:alpac-capital", "https://www.ceetv.net/readItem?id=68607"),
    Question(
        "tvp",
        "2019-06-01",
        AFFILIATION,
        "yes",
        "https://prismatv.de/mediathek/arte/re-polens-staatsfernsehen-will-unabhaengig-werden,48145026",
    ),
    Question(
        "tvp", "2024-03-01", AFFILIATION, "disputed", "https://statemediamonitor.com/2024/08/telewizja-polska-tvp"
    ),
    Question(
        "tvp",
        "2025-06-01",
        LABEL,
        "state-funded with statutory independence",
        "https://statemediamonitor.com/2025/09/telewizja-polska-tvp",
    ),
    Question("sana", "2024-12-07", LABEL, "state-owned", SANA),
    Question(
        "sana",
        "2024-12-08",
        AFFILIATION,
        "yes",
        "https://thebuzzinghub.com/articles/not-a-mouthpiece-of-the-regime-syrias-state-news-agency-enters-new-era",
    ),
    Question(
        "hurriyet",
        "2018-01-01",
        LABEL,
        "private",
        "https://turkishminute.com/2019/07/31/turkeys-demiroren-media-to-be-sold-to-turkuvaz-azerbaijani-partnership-report/amp",
    ),
    Question(
        "hurriyet",
        "2018-06-01",
        LABEL,
        "private, captured by the state",
        "https://newsv2.orf.at/stories/2431168/index.html",
    ),
    Question(
        "suspilne",
        "2016-12-31",
        LABEL,
        "state-owned",
        "https://statemediamonitor.com/2023/06/national-public-broadcasting-company-of-ukraine-uapbc/",
    ),
    Question(
        "suspilne",
        "2017-01-02",
        LABEL,
        "state-funded with statutory independence",
        "https://statemediamonitor.com/2025/08/national-public-broadcasting-company-of-ukraine-uapbc",
    ),
    Question("vedomosti", "2014-01-01", LABEL, "private", THE_BELL),
    Question("vedomosti", "2021-01-01", LABEL, "private, captured by the state", THE_BELL),
    Question(
        "lenta",
        "2014-03-11",
        LABEL,
        "private",
        "https://themoscowtimes.com/archive/russian-journalists-move-to-riga-to-escape-kremlin-control",
    ),
    Question("lenta", "2014-03-12", LABEL, "private, captured by the state", RAMBLER),
    Question("gazeta-ru", "2020-09-30", AFFILIATION, "no", RAMBLER),
    Question("gazeta-ru", "2020-10-31", AFFILIATION, "yes", RAMBLER),
    Question(
        "ukrainska-pravda",
        "2022-01-01",
        FAMILY,
        "company:dragon-capital",
        "https://archive.kyivpost.com/business/dragon-capital-buys-ukrainska-pravda.html",
    ),
    Question(
        "ukrainska-pravda",
        "2025-09-01",
        FAMILY,
        "person:tomas-fiala",
        "https://bin.ua/companies/338868-tomash-fiala-stav-pryamim-vlasnikom-ukrayinskoyi.html",
    ),
    Question(
        "interfax-ukraine",
        "2019-01-01",
        FAMILY,
        "interfax",
        "https://en.wikipedia.org/wiki/?oldid=982042144&title=Interfax-Ukraine",
    ),
    Question(
        "ft",
        "2015-06-01",
        FAMILY,
        "company:pearson",
        "https://www.vb.is/frettir/kaupir-financial-times-fyrir-844-milljonir-punda/119237/",
    ),
    Question(
        "ft", "2016-01-01", FAMILY, "company:nikkei", "https://propmark.com.br/grupo-person-negocia-the-economist/"
    ),
    Question("wapo", "2013-10-31", FAMILY, "person:bezos", "http://www.infinitebrain.com/washington-post/"),
    Question(
        "scmp",
        "2016-03-01",
        AFFILIATION,
        "no",
        "https://www.businesstimes.com.sg/international/jack-mas-scmp-joins-hong-kong-media-groups-facing-china-control",
    ),
    Question("tanjug", "2021-03-08", LABEL, "state-owned", TANJUG),
    Question("tanjug", "2021-03-09", LABEL, "private, captured by the state", TANJUG),
    Question(
        "al-arabiya",
        "2017-06-01",
        LABEL,
        "private, captured by the state",
        "http://angryarab.blogspot.com/2016/01/ownership-of-al-arabiyya-has-shifted.html",
    ),
    Question(
        "al-arabiya",
        "2018-03-01",
        LABEL,
        "state-owned",
        "http://www.newnewss.net/daily-mbc-al-arabiya-fully-controlled-by-saudi-crown-prince/",
    ),
    Question("cgtn", "2021-02-03", DESIGNATION, "no gb_licence_revocation", "http://www.wengme.com/json/46798.json"),
    Question("cgtn", "2021-02-04", DESIGNATION, "gb_licence_revocation", "http://www.wengme.com/json/46798.json"),
    Question(
        "xinhua",
        "2020-02-17",
        DESIGNATION,
        "no us_foreign_mission",
        "https://caribbeannewsglobal.com/us-broadens-designation-of-chinese-media-entities-as-foreign-missions",
    ),
    Question(
        "xinhua",
        "2020-02-18",
        DESIGNATION,
        "us_foreign_mission",
        "https://caribbeannewsglobal.com/us-broadens-designation-of-chinese-media-entities-as-foreign-missions",
    ),
    Question(
        "rferl",
        "2024-02-20",
        DESIGNATION,
        "ru_undesirable_organisation",
        "https://kyivindependent.com/russia-labels-rfe-rl-an-undesirable-organization/",
    ),
    Question(
        "politico",
        "2021-10-31",
        FAMILY,
        "company:axel-springer",
        "https://prchief.com/german-media-empire-axel-springer-to-split-in-deal-with-kkr",
    ),
)

AWAITED = (
    Question(
        "rt",
        "2022-03-18",
        DESIGNATION,
        "gb_licence_revocation",
        "https://www.itv.com/news/2022-03-18/ofcom-revokes-kremlin-backed-rts-broadcast-licence",
    ),
    Question("izvestia", "1985-01-01", LABEL, "state-owned", "https://sapere.it/enciclopedia/Izvestija.html"),
    Question("izvestia", "2004-01-01", LABEL, "private", "https://www.rferl.org/a/1059107.html"),
    Question(
        "index-hu",
        "2020-07-01",
        LABEL,
        "non-profit",
        "https://www.dw.com/en/top-editor-of-hungarys-independent-indexhu-sacked/a-54264778",
    ),
    Question(
        "index-hu",
        "2021-01-01",
        LABEL,
        "private, captured by the state",
        "https://hungarytoday.hu/govt-linked-indamedia-vaszily-liberal-index-shares-critical-press/",
    ),
    Question(
        "ekho-moskvy",
        "1995-01-01",
        LABEL,
        "private",
        "https://wydarzenia.interia.pl/raport-ukraina-rosja/news-radio-echo-moskwy-zostalo-zlikwidowane,nId,5867368",
    ),
    Question(
        "ekho-moskvy",
        "2010-01-01",
        FAMILY,
        "company:gazprom",
        "https://www.themoscowtimes.com/archive/gazprom-media-demands-resignation-of-ekho-moskvy-board-of-directors",
    ),
    Question(
        "telam",
        "2024-06-30",
        LABEL,
        "state-owned",
        "https://argentina.mom-gmr.org/en/owners/companies/detail/company/company/show/federal-system-of-media-and-public-content/",
    ),
    Question("rthk", "2021-01-31", AFFILIATION, "no", "https://wsau.com/?p=144144"),
    Question(
        "rthk",
        "2021-03-01",
        AFFILIATION,
        "yes",
        "https://www.taipeitimes.com/News/front/archives/2021/02/20/2003752543",
    ),
    Question("globovision", "2012-06-01", LABEL, "private", "http://cryer.org.uk/Ra%c3%bal_Gorr%c3%adn"),
    Question(
        "globovision",
        "2014-01-01",
        LABEL,
        "private, captured by the state",
        "https://gitx.awsccs2.com/2023/04/06/venezuela-media-guide/",
    ),
    Question(
        "canadian-press",
        "2010-11-25",
        LABEL,
        "non-profit",
        "https://www.theglobeandmail.com/report-on-business/canadian-press-gets-new-owners/article586738/",
    ),
    Question("canadian-press", "2010-11-26", LABEL, "private", "https://amp.cbc.ca/lite/story/1.885092"),
    Question("tolonews", "2021-07-01", LABEL, "private", "https://arabnews.pk/node/1913746"),
    Question(
        "tut-by",
        "2021-08-13",
        DESIGNATION,
        "by_extremist_material",
        "https://en.interfax.com.ua/news/general/761547.html",
    ),
    Question("tap", "2015-01-01", AFFILIATION, "no", "https://statemediamonitor.com/2025/07/tunis-afrique-presse-tap"),
    Question("tap", "2022-01-01", AFFILIATION, "yes", "https://statemediamonitor.com/2025/07/tunis-afrique-presse-tap"),
)
"""What outlets that are still being entered will have to answer: each counts from the day its citation is there."""


def _classified(question: Question) -> Classification:
    return classify(shipped(), question.outlet, date.fromisoformat(question.day))


def _former_name(question: Question) -> str:
    """As the explanation tells it."""
    start, _, _ = _classified(question).reason.partition(". ")
    _, told, name = start.partition(" was then named ")
    return name if told else ""


def _designation(question: Question) -> str:
    asked = question.expected.removeprefix("no ")
    day = date.fromisoformat(question.day)
    held = {one.value for one in _designations(shipped().outlet(question.outlet)) if one.valid.holds(day)}
    return asked if asked in held else f"no {asked}"


def _designations(outlet: Outlet) -> Iterable[Assertion]:
    return (one for one in outlet.assertions if one.dimension == "legal_designation")


ANSWERS: Mapping[Asked, Callable[[Question], str]] = {
    LABEL: lambda question: _classified(question).standing.label.value,
    AFFILIATION: lambda question: _classified(question).standing.state_affiliated.value,
    FAMILY: lambda question: _classified(question).standing.control_family,
    NAME: _former_name,
    DESIGNATION: _designation,
}


def _used(question: Question) -> set[str]:
    """The addresses behind the answer: of what the label rests on and what says otherwise, or of the way up."""
    derived = _classified(question)
    steps = way_up(shipped().outlets, question.outlet, derived.on)
    evidence = [one.evidence for one in (*derived.assertions, *derived.dissent)]
    evidence += [step.relation.evidence for step in steps]
    return {one.url for one in evidence if one}


def _shown(question: Question) -> set[str]:
    """What an outlet's card shows beside that."""
    return {one.evidence.url for one in shipped().outlet(question.outlet).assertions if one.evidence}


def check(question: Question) -> None:
    assert ANSWERS[question.asked](question) == question.expected
    counts = question.asked in (LABEL, AFFILIATION, FAMILY)
    assert question.cited in (_used(question) if counts else _shown(question))


@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_a_dated_question_has_its_answer_and_its_citation(question: Question) -> None:
    check(question)


@pytest.mark.parametrize("question", AWAITED, ids=str)
def test_what_is_awaited_is_answered_once_its_citation_is_there(question: Question) -> None:
    outlet = shipped().outlets.get(question.outlet)
    cited = [*(outlet.assertions if outlet else ()), *(outlet.relations if outlet else ())]
    if question.cited not in {one.evidence.url for one in cited if one.evidence}:
        pytest.skip("the directory does not hold the citation yet")
    check(question)


def test_there_are_thirty_questions_and_more_of_every_kind() -> None:
    assert len(QUESTIONS) >= 30
    assert {question.asked for question in QUESTIONS} == set(Asked)
    assert len({str(question) for question in (*QUESTIONS, *AWAITED)}) == len(QUESTIONS) + len(AWAITED)


@pytest.mark.parametrize("outlet", sorted({question.outlet for question in QUESTIONS if question.asked is DESIGNATION}))
def test_what_a_state_does_to_an_outlet_never_counts_for_its_label(outlet: str) -> None:
    for one in _designations(shipped().outlet(outlet)):
        since = one.valid.since
        derived = classify(shipped(), outlet, since.first if since else None)
        assert one not in derived.assertions
        assert one not in derived.dissent
        assert polarity(one.value) in Polarity
