"""Of the outlets that real news cites as sources, nine in ten are in the directory."""

from benchmarks.coverage import coverages
from provenance.services.resources import load_directory


def test_nine_in_ten_of_the_outlets_cited_are_known() -> None:
    found = list(coverages(load_directory()))
    assert len(found) == 2
    for one in found:
        assert one.outlets_known >= 0.9, one.missing
        assert one.citations_known >= 0.9, one.missing


def test_a_name_within_another_name_is_not_that_outlet() -> None:
    polnear = next(one for one in coverages(load_directory()) if one.corpus == "polnear_dev")
    assert "USA Today" in polnear.citations
    assert "Trending Today USA" in polnear.missing
    assert "USA Today" not in polnear.missing
