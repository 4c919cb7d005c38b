from provenance.matching import Frequencies, Reading, Reprint, ReprintKind, compare_claims, find_reprint
from provenance.matching.policy import REPRINT_VERBATIM
from tests.builders import a_claim, an_article

WIRE = (
    "Russia will hand over the bodies of 6,000 soldiers next week",
    "Moscow handed over a memorandum on a settlement that consists of two parts",
    "Russia offered a ceasefire of two to three days so that bodies can be collected",
    "The Ukrainian delegation handed over a list of 339 children",
)
REWORDED = (
    "Moscow is to give Ukraine the remains of 6,000 servicemen in the coming week",
    "The Russian memorandum on a settlement, which has two parts, was handed over",
    "The Russians proposed a truce of two or three days to let both gather the bodies",
    "A list naming 339 children was received from the Ukrainian team",
)
APART = (
    "Prisoners are to be exchanged in July",
    "The Ukrainian delegation handed over a list of 339 children",
    "Wheat prices fell in Chicago",
    "The president visited a school in the capital",
)


def a_reading(sentences: tuple[str, ...], name: str) -> Reading:
    article = an_article(". ".join(sentences) + ".", url=f"https://{name}.example")
    claims = tuple(a_claim(sentence, article=article, start=article.text.index(sentence)) for sentence in sentences)
    return Reading(article=article, claims=claims)


def found(frequencies: Frequencies, left: Reading, right: Reading) -> Reprint | None:
    return find_reprint(left, right, tuple(compare_claims((*left.claims, *right.claims), frequencies)))


def test_a_copy_is_a_verbatim_reprint(frequencies: Frequencies) -> None:
    wire, copy = a_reading(WIRE, "wire"), a_reading((*WIRE, "The talks were held in Istanbul"), "copy")
    reprint = found(frequencies, wire, copy)
    assert reprint
    assert (reprint.kind, reprint.overlap) == (ReprintKind.VERBATIM, 1.0)
    assert (reprint.left, reprint.right) == tuple(sorted((wire.article.id, copy.article.id)))


def test_the_same_claims_in_the_same_order_are_a_reworded_reprint(frequencies: Frequencies) -> None:
    wire, other = a_reading(WIRE, "wire"), a_reading(REWORDED, "other")
    reprint = found(frequencies, wire, other)
    assert reprint
    assert (reprint.kind, reprint.overlap) == (ReprintKind.REWORDED, 1.0)
    assert reprint == found(frequencies, other, wire)


def test_the_same_claims_in_another_order_are_no_reprint(frequencies: Frequencies) -> None:
    assert found(frequencies, a_reading(WIRE, "wire"), a_reading(REWORDED[::-1], "other")) is None


def test_one_claim_in_common_is_no_reprint(frequencies: Frequencies) -> None:
    assert found(frequencies, a_reading(WIRE, "wire"), a_reading(APART, "other")) is None


def test_an_article_that_says_much_else_is_no_reprint(frequencies: Frequencies) -> None:
    apart = APART[0:1] + APART[2:]
    more = ("Bread became dearer in Cairo", "A storm closed the port", "Voters went to the polls in Chile")
    wire, longer = a_reading(WIRE[:3], "wire"), a_reading((*REWORDED[:3], *apart, *more), "longer")
    assert found(frequencies, wire, longer) is None
    both = a_reading((*WIRE[:3], *apart), "both"), a_reading((*REWORDED[:3], *more), "more")
    assert found(frequencies, *both) is None


def test_a_few_shared_words_of_a_short_text_are_no_reprint(frequencies: Frequencies) -> None:
    short = a_reading((WIRE[0],), "short")
    assert found(frequencies, a_reading(WIRE, "wire"), short) is None


def test_an_article_is_no_reprint_of_itself(frequencies: Frequencies) -> None:
    wire = a_reading(WIRE, "wire")
    assert found(frequencies, wire, wire) is None


STANDING = (
    "The mountain province declared itself a free county in spring and fighting grew fiercer after that",
    "Dozens of people, villagers among them, lost their lives in the province in recent months",
    "The neighbouring state calls the campaign a punishment and has asked many times for it to stop",
    "Its foreign ministry also wants the world to step in and to look into crimes done there",
)
"""What an agency puts below every story."""

MINES = (
    "Nine pits were shut on Sunday and 3,000 miners brought up because power lines had been hit",
    "The pits will only be aired and pumped dry until the current is safe",
    "Four others have stood still since a bus blew up on the road to them",
)
BRIDGE = (
    "Fighters of the county blew up a footbridge early on Wednesday to hold up the army's advance",
    "The bridge joined the old town with its northern quarters",
    "A road bridge beside it is to go the same way if need be",
)
EDITED = (
    "For many in our valley the news from abroad was long awaited",
    "Nine pits were closed Sunday and 3,000 miners taken up after power lines were hit by shells",
    "They will only be aired and pumped until the current is thought safe again",
    "Four other pits stood still already since a bus blew up near them",
)


def test_a_copy_with_many_words_edited_is_a_reprint(frequencies: Frequencies) -> None:
    reprint = found(frequencies, a_reading(MINES, "wire"), a_reading(EDITED, "paper"))
    assert reprint
    assert reprint.kind is ReprintKind.VERBATIM
    assert REPRINT_VERBATIM < reprint.overlap < 1


def test_two_stories_that_end_on_the_same_standing_paragraphs_are_two(frequencies: Frequencies) -> None:
    mines, bridge = a_reading((*MINES, *STANDING), "mines"), a_reading((*BRIDGE, *STANDING), "bridge")
    assert found(frequencies, mines, bridge) is None


def test_a_reprint_is_found_above_the_standing_paragraphs(frequencies: Frequencies) -> None:
    assert found(frequencies, a_reading((*MINES, *STANDING), "mines"), a_reading((*EDITED, *STANDING), "paper"))


def test_a_wire_story_within_a_longer_one_is_a_reprint(frequencies: Frequencies) -> None:
    longer = (*STANDING, *BRIDGE, *MINES)
    assert found(frequencies, a_reading(MINES, "wire"), a_reading(longer, "longer"))
