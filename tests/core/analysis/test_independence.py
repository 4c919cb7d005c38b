import pytest

from provenance.analysis import independence
from provenance.model import Agent, AgentKind, Claim, Independence
from tests.builders import a_link
from tests.core.analysis.telling import RUSSIA, a_reprint, linked, medinsky, outlet, told, unnamed, zelensky

INDEPENDENT, UNKNOWN, DEPENDENT = Independence.INDEPENDENT, Independence.UNKNOWN, Independence.DEPENDENT

OFFICIAL, OFFICIALS = unnamed("an official", "state:US"), unnamed("officials", "state:US")
PERSON = a_link("Anna Petrova")
PESKOV = a_link(Agent(name="Dmitry Peskov", kind=AgentKind.PERSON, party=RUSSIA))
ROADMAP = a_link(Agent(name="Kyiv's roadmap", kind=AgentKind.DOCUMENT))
REPORT = a_link(Agent(name="a UN report", kind=AgentKind.DOCUMENT))


@pytest.mark.parametrize(
    ("one", "other", "expected", "code"),
    [
        (told("TASS", medinsky()), told("Reuters", medinsky(), number=2), DEPENDENT, "same-speaker"),
        (told("LIGA.net", zelensky()), told("Asia-Plus", zelensky("Zelenskyy")), DEPENDENT, "same-speaker"),
        (told("LIGA.net", medinsky()), told("Reuters", PESKOV), DEPENDENT, "same-party"),
        (told("LIGA.net", OFFICIAL), told("Reuters", OFFICIALS), DEPENDENT, "same-party"),
        (told("LIGA.net", None, by=("Reuters", "TASS")), told("TASS", None), DEPENDENT, "same-outlet"),
        (told("TASS", unnamed()), told("LIGA.net", unnamed(), by=("TASS",)), DEPENDENT, "same-root"),
        (told("TASS", None), told("RIA Novosti", None), DEPENDENT, "same-family"),
        (told("TASS", unnamed()), told("RIA Novosti", unnamed()), DEPENDENT, "same-family"),
        (told("TASS", None), told("Reuters", None), INDEPENDENT, "different-origins"),
        (told("TASS", medinsky()), told("LIGA.net", zelensky()), INDEPENDENT, "different-origins"),
        (told("Reuters", medinsky()), told("The Guardian", None), INDEPENDENT, "different-origins"),
        (told("Reuters", ROADMAP), told("The Guardian", REPORT), INDEPENDENT, "different-origins"),
        (told("Reuters", unnamed()), told("The Guardian", unnamed()), UNKNOWN, "unnamed"),
        (told("Reuters", unnamed()), told("The Guardian", zelensky()), UNKNOWN, "unnamed"),
        (told("Reuters", None), told("A Blog", None), UNKNOWN, "unknown-outlet"),
        (told("A Blog", zelensky()), told("TASS", medinsky()), UNKNOWN, "unknown-outlet"),
        (told("Reuters", PERSON), told("The Guardian", zelensky()), UNKNOWN, "unknown-party"),
        (told("Reuters", medinsky()), told("TASS", None), UNKNOWN, "state-and-its-outlet"),
        (told("Reuters", zelensky()), told("Ukrinform", None), UNKNOWN, "state-and-its-outlet"),
        (told("TASS", None), told("Interfax", None), UNKNOWN, "shared-interest"),
        (told("Ukrinform", None), told("Interfax", None), INDEPENDENT, "different-origins"),
    ],
)  # fmt: skip
def test_two_origins(one: Claim, other: Claim, expected: Independence, code: str) -> None:
    decided, (reason,) = independence(one, other, None)
    assert (decided, reason.code) == (expected, code)
    assert independence(other, one, None) == (decided, (reason,))


def test_joint_speakers_depend_on_either_party() -> None:
    joint = linked("Reuters", (medinsky(), zelensky()))
    assert independence(joint, told("The Guardian", zelensky("Zelenskyy")), None)[1][0].code == "same-speaker"
    assert independence(joint, told("The Guardian", PESKOV), None)[1][0].code == "same-party"


def test_a_claim_hung_on_nobody_is_not_its_publishers_own() -> None:
    hearsay = told("Reuters", None, mode="indirect", hedged=True, cue="reportedly")
    assert independence(hearsay, told("The Guardian", None), None)[1][0].code == "unnamed"


def test_outlets_in_parallel_share_a_root_with_each_of_them() -> None:
    parallel = linked("LIGA.net", (outlet("RIA Novosti"), outlet("Interfax")), (unnamed("sources"),))
    through_one = told("Asia-Plus", None, by=("Interfax",))
    assert independence(parallel, through_one, None)[1][0].code == "same-root"
    assert independence(parallel, told("Reuters", zelensky()), None)[0] is UNKNOWN


def test_one_outlet_of_a_family_among_several_ties_the_familys_own_reports() -> None:
    parallel = linked("LIGA.net", (outlet("RIA Novosti"), outlet("Reuters")))
    assert independence(parallel, told("TASS", None), None)[1][0].code == "same-family"
    assert independence(parallel, told("TASS", zelensky()), None)[0] is INDEPENDENT


def test_a_reprint_ties_whatever_the_articles_say_of_their_sources() -> None:
    one, other = told("TASS", None), told("The Guardian", None)
    decided, (reason,) = independence(one, other, a_reprint(one, other))
    assert (decided, reason.code) == (DEPENDENT, "reprint")
    assert reason.text.startswith("TASS and The Guardian: one article reprints the other.")


def test_the_same_sentence_in_two_outlets_own_voices_is_not_known_to_be_two_witnesses() -> None:
    one, other = told("Reuters", None), told("The Guardian", None)
    decided, (reason,) = independence(one, other, None, same_sentence=True)
    assert (decided, reason.code) == (UNKNOWN, "same-sentence")
    assert reason.text == "The same sentence stands word for word in both: one of them or a third wrote it first."
    assert independence(other, one, None, same_sentence=True) == (decided, (reason,))


def test_the_same_sentence_tells_nothing_where_a_speaker_is_named_or_one_origin_is_known() -> None:
    quoted = told("LIGA.net", zelensky())
    assert independence(quoted, told("TASS", medinsky()), None, same_sentence=True)[0] is INDEPENDENT
    assert independence(told("TASS", None), told("RIA Novosti", None), None, same_sentence=True)[0] is DEPENDENT
