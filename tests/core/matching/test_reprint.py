from provenance.matching import Frequencies, Reading, Reprint, ReprintKind, compare_claims, find_reprint
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
