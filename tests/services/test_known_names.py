"""An outlet that comes into the directory is no stranger any more in what was read before."""

from datetime import date
from pathlib import Path

import pytest

from provenance import services
from provenance.model import AgentKind, Role
from provenance.services import Authorship, ImportOptions, OutletFilter, PageAsked
from provenance.services.agents import OutletList
from provenance.services.comparing import save_article
from provenance.services.resources import load_directory
from provenance.settings import Settings
from provenance.storage import open_store
from tests.builders import a_carrier, a_claim, an_agent, an_article
from tests.services.test_deciding import BRIDGE, DAM, NOW
from tests.storage.conftest import database, migrated, server  # noqa: F401 - fixtures

TODAY = date(2026, 1, 2)
BY = Authorship(made_by="Kyiv desk", why="our own list")


@pytest.fixture
def settings(database: str) -> Settings:  # noqa: F811
    """With two articles that credit outlets which the directory does not know."""
    settings = Settings(database=database)
    for name, words, carrier in (("north", DAM, "The Dale Gazette"), ("south", BRIDGE, "The Hill Herald")):
        article = an_article(words, url=f"https://{name}.example/page", outlet=None, outlet_name=name)
        claim = a_claim(
            words, article=article, publisher=name, carriers=[a_carrier(an_agent(carrier, AgentKind.OUTLET))]
        )
        with open_store(settings.database, now=NOW) as store:
            save_article(store, article, [claim], directory=load_directory(), now=NOW)
            store.commit()
    return settings


def searched(settings: Settings, words: str) -> OutletList:
    return services.search_outlets(settings, NOW, OutletFilter(), TODAY, words, PageAsked(size=50))


def test_an_outlet_that_was_imported_is_listed_with_what_credits_it_and_no_longer_as_unknown(
    settings: Settings, tmp_path: Path
) -> None:
    assert [one.name for one in searched(settings, "gazette").strangers] == ["The Dale Gazette", "The Hill Herald"]
    file = tmp_path / "list.csv"
    file.write_text(
        "host,name,dimension,value,evidence_url,evidence_quote,seen\n"
        "dale.example,The Dale Gazette,ownership,private,https://example.org/owners,It is a family's,2025-11-20\n",
        encoding="utf-8",
    )
    services.import_list(settings, NOW, str(file), ImportOptions(), BY, TODAY)
    found = searched(settings, "gazette")
    assert [one.name for one in found.strangers] == ["The Hill Herald"]
    ((outlet, carried),) = [(one.row.outlet, one.carried) for one in found.outlets]
    assert carried
    assert (carried.claims, carried.articles) == (1, 1)
    view = services.view_outlet(settings, NOW, outlet.id, TODAY, wanted=PageAsked(size=50))
    assert [told.claim.text for told in view.claims] == [DAM]
    assert (view.role, view.total, len(view.days)) == (Role.CARRIER, 1, 1)
    assert [one.name for one in view.credited_by] == ["north"]
