from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.matching.tokens import Kind, tokenise


def words_of(text: str) -> list[str]:
    return [token.word for token in tokenise(text)]


def stems_of(text: str) -> list[str]:
    return [token.stem for token in tokenise(text)]


def test_letters_are_folded_and_the_possessive_is_dropped() -> None:
    assert words_of("Zelenskyy’s “Çırağan”") == ["zelenskyy", "“", "ciragan", "”"]


def test_transcriptions_of_one_name_have_one_stem() -> None:
    assert len(set(stems_of("Zelensky Zelenskyy Zelenskiy Zelenskii"))) == 1


def test_synonyms_have_one_stem() -> None:
    assert len(set(stems_of("minors children kids"))) == 1
    assert len(set(stems_of("Kyiv Kiev Ukrainian Ukraine"))) == 1


def test_cyrillic_words_are_words() -> None:
    assert words_of("ТАСС сообщил, ёлка") == ["тасс", "сообщил", ",", "елка"]


def test_thousands_and_times_of_day_are_one_token() -> None:
    found = [(token.kind, token.word) for token in tokenise("6,000 by 14:43, 1.5")]
    assert found == [
        (Kind.NUMBER, "6,000"),
        (Kind.WORD, "by"),
        (Kind.CLOCK, "14:43"),
        (Kind.MARK, ","),
        (Kind.NUMBER, "1.5"),
    ]


@given(st.text(max_size=80))
def test_any_text_gives_tokens_in_order_that_lie_in_it(text: str) -> None:
    tokens = tokenise(text)
    assert all(token.span.end <= len(text) for token in tokens)
    assert all(one.span.end <= other.span.start for one, other in pairwise(tokens))
