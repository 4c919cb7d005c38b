"""What a search finds: words, beginnings and phrases, names in any script and spelling."""

from datetime import date

import pytest
from alembic import command
from sqlalchemy import text

from provenance.model import Outlet, OutletName
from provenance.storage import ArticleFilter, FindingFilter, KeptFinding, Names, Store, names_of, open_store
from tests.builders import a_claim, an_article
from tests.storage.conftest import NOW
from tests.storage.counting import counted_statements
from tests.storage.test_migrations import migrating

TASS = Outlet(
    id="tass",
    name="TASS",
    country="RU",
    names=(
        OutletName(text="ТАСС", language="ru"),
        OutletName(text="塔斯社", language="zh"),
        OutletName(text="Information Telegraph Agency", language="en"),
    ),
)
INTERFAX = Outlet(id="interfax", name="Interfax", country="RU", names=(OutletName(text="Интерфакс", language="ru"),))
NAMES = names_of([TASS, INTERFAX])


def keep(store: Store, *claims: dict[str, object], title: str = "Talks", outlet: str = "north") -> list[str]:
    """One article with these claims, found; their ids."""
    article = an_article("Words.", title=title, url=f"https://{outlet}.example/", outlet=outlet, outlet_name=outlet)
    made = [
        a_claim(f"Sentence {place}", article=article, start=10 * place, **{"publisher": outlet, **values})
        for place, values in enumerate(claims)
    ]
    store.save_article(article, made, keys={}, read_at=NOW)
    kept = [
        KeptFinding(
            claim=claim.id,
            mode=claim.mode,
            source="person",
            attributed=True,
            state_affiliated=False,
            publisher=outlet,
            speaker=None,
            published=date(2025, 6, 2),
            origins=1,
            independent=1,
            group=f"g{claim.id[1:]}",
            group_size=1,
        )
        for claim in made
    ]
    store.save_findings([claim.id for claim in made], kept, [])
    return [claim.id for claim in made]


def found(store: Store, words: str, names: Names = NAMES) -> set[str]:
    return {each.claim for each in store.found(FindingFilter(words=words, names=names))}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Vladimir Putin", "Путин"),
        ("Vladimir Putin", "ПУТИ"),
        ("Владимир Путин", "putin"),
        ("Volodymyr Zelensky", "Зеленський"),
        ("Volodymyr Zelensky", "Zelenskyy"),
        ("Volodymyr Zelenskyy", "Зеленский"),
        ("Ilham Aliyev", "Əliyev"),
        ("Çırağan Palace", "Ciragan"),
        ("Ciragan Palace", "ÇIRAĞAN"),
        ("İbrahim Kalın", "ibrahim kalin"),
        ("Lech Wałęsa", "walesa"),
        ("Κυριάκος Μητσοτάκης", "kyriakos"),
        ("علي خامنه‌ای", "علي"),
    ],
)
def test_a_name_is_found_in_another_script_and_spelling(store: Store, name: str, typed: str) -> None:
    wanted, _ = keep(store, {"speaker": name}, {"speaker": "Ada Brown"})
    assert found(store, typed) == {wanted}


def test_an_outlet_is_found_by_every_name_that_the_directory_has_of_it(store: Store) -> None:
    carried, other = keep(store, {"carriers": ["TASS"], "speaker": "Ada Brown"}, {"speaker": "Ada Brown"})
    (printed,) = keep(store, {"speaker": "Bo Green"}, outlet="tass")
    for name in ("塔斯社", "ТАСС", "information telegraph agency"):
        assert found(store, name) == {carried, printed}, name
    assert found(store, "塔斯社 brown") == found(store, 'BROWN "塔斯社"') == {carried}
    assert found(store, "brown") == {carried, other}
    assert found(store, "Интерфакс") == set()
    assert found(store, "塔斯社", {}) == set()


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_postgresql_may_not_take_passages_apart_in_the_order_of_a_list(store: Store) -> None:
    """Its plan shows that on a large store alone: the words must be looked up first, by themselves."""
    (claim,) = keep(store, {"speaker": "Ada Brown"})
    with counted_statements() as statements:
        assert found(store, "brown") == {claim}
    (search,) = [each for each in statements if "to_tsquery" in each]
    assert "AS MATERIALIZED" in search


def test_an_article_is_found_by_every_name_of_its_outlet(store: Store) -> None:
    keep(store, {}, outlet="tass", title="Переговоры в Стамбуле")
    keep(store, {}, outlet="north", title="Nothing new")
    for words in ("塔斯社", "peregovory v stambule", "stambule 塔斯社"):
        articles = store.articles(ArticleFilter(words=words, names=NAMES))
        assert [article.outlet for article in articles] == ["tass"], words
    assert store.count_wanted(ArticleFilter(words="塔斯社 nothing", names=NAMES)) == 0


def test_a_store_of_an_older_version_is_found_in_any_spelling_once_it_is_migrated(database: str) -> None:
    with open_store(database, now=NOW) as store:
        (claim,) = keep(store, {"speaker": "Recep Tayyip Çırağan"}, title="Юлия говорит")
        store.commit()
    for target in ("0012", "head"):
        with migrating(database) as (config, _):
            (command.downgrade if target == "0012" else command.upgrade)(config, target)
    with open_store(database, now=NOW) as store:
        for words in ("tayip ciragan", "Yulia", "Юл"):
            assert found(store, words) == {claim}, words
        assert len(store.articles(ArticleFilter(words="yulia"))) == 1


def test_a_migrated_store_holds_the_words_that_the_program_writes(database: str) -> None:
    """Saved again, nothing of them changes: the migration spells as the program does."""

    def words() -> list[tuple[str, ...]]:
        with migrating(database) as (_, connection):
            return [tuple(row) for row in connection.execute(text("SELECT words FROM passage ORDER BY words"))]

    with open_store(database, now=NOW) as store:
        keep(store, {"speaker": "Əhməd Þórsson-Øst"}, {"speaker": "Щукин ЪЬЮЯ Їжак"}, title="Zelenskyy, iii, Straße ﬁ")
        store.commit()
    written = words()
    for target in ("0012", "head"):
        with migrating(database) as (config, _):
            (command.downgrade if target == "0012" else command.upgrade)(config, target)
    assert words() == written
