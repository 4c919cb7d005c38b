"""Look-up by id and by host."""

import pytest

from provenance.errors import UnknownOutlet
from provenance.outlets import Directory
from tests.core.outlets.builders import a_directory, a_domain, an_outlet


def the_directory() -> Directory:
    return a_directory(
        outlets=[an_outlet("times", "Times"), an_outlet("sport", "Times Sport"), an_outlet("rs", "Segodnya")],
        domains=[
            a_domain("times.example.co.uk", "times"),
            a_domain("sport.times.example.co.uk", "sport"),
            a_domain("россиясегодня.рф", "rs"),
        ],
    )


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("times.example.co.uk", "times"),
        ("www.times.example.co.uk", "times"),
        ("WWW.Times.Example.co.uk.", "times"),
        ("m.sport.times.example.co.uk", "sport"),
        ("россиясегодня.рф", "rs"),
        ("xn--c1acbl2abdlkab1og.xn--p1ai", "rs"),
        ("example.co.uk", None),
        ("nottimes.example.co.uk", None),
        ("times.example.co.uk.evil.org", None),
        ("co.uk", None),
        ("uk", None),
        ("", None),
        ("a b", None),
        ("..", None),
        ("a" * 80 + ".рф", None),
    ],
)
def test_a_host_is_that_of_the_longest_known_parent(host: str, expected: str | None) -> None:
    outlet = the_directory().by_host(host)
    assert (outlet.id if outlet else None) == expected


def test_an_unknown_outlet_names_the_nearest_ids() -> None:
    with pytest.raises(UnknownOutlet) as error:
        the_directory().outlet("tims")
    assert str(error.value) == "no outlet 'tims' in the directory; the nearest are times"


def test_an_outlet_like_no_other_points_to_the_list() -> None:
    with pytest.raises(UnknownOutlet) as error:
        the_directory().outlet("xyzzy")
    assert str(error.value) == "no outlet 'xyzzy' in the directory; 'provenance outlets' lists all"


def test_a_rater_that_is_not_in_the_directory_goes_by_its_id() -> None:
    assert (the_directory().rater_name("watch"), the_directory().rater_name("smm")) == ("Watch", "smm")
