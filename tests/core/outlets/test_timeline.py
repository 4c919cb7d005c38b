"""An outlet in the order of time."""

from provenance.outlets import timeline
from tests.core.outlets.builders import a_directory, a_domain, a_name, a_relation, an_assertion


def test_what_is_known_stands_in_the_order_of_time_and_of_raters() -> None:
    directory = a_directory(
        assertions=[
            an_assertion("ownership", "state", since="2014-09", rater="watch"),
            an_assertion("smm_code", "SC", rater="watch", asserted="2023"),
            an_assertion("funding", "commercial", since="2014-09", rater="daily"),
            an_assertion("state_affiliation", "yes", rater="daily", scope="sport"),
        ],
        names=[a_name("Old Times", kind="former", since="1992", until="2014"), a_name("Times of Examples")],
        domains=[a_domain("old.example", kind="former", until="2010"), a_domain("times.example")],
        relations=[a_relation("controlled_by", "state:XA", since="2020-01-05")],
    )
    assert [(event.at, event.rater, event.words) for event in timeline(directory.outlet("times"))] == [
        ("1992", None, "Old Times (former name)"),
        ("2010", None, "old.example (former host)"),
        ("2014-09", "daily", "funding: commercial"),
        ("2014-09", "watch", "ownership: state"),
        ("2020-01-05", None, "controlled by state:XA"),
        ("2023", "watch", "State Media Monitor type: state-controlled media (SC)"),
        (None, "daily", "state affiliation: yes (sport)"),
    ]
