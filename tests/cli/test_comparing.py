"""Claims held against one another: two given ones, happenings, and what became of groups."""

import json

import pytest

from tests.cli.running import Command
from tests.cli.test_stories import rows_of, table_of

RETURNED, DENIED = "Russia returned 339 children", "Moscow denied that any children were returned"


def test_two_given_sentences_are_judged_with_the_words_that_decide(provenance: Command) -> None:
    ran = provenance("compare", RETURNED, DENIED)
    assert ran.status == 0
    first, *lines = ran.out.splitlines()
    assert first.startswith("Most likely they exclude each other")
    assert "- Only one of the two refutes: “denied”." in lines
    assert not provenance.database.exists()


def test_the_judgement_is_the_same_whichever_comes_first_and_its_places_follow(provenance: Command) -> None:
    one, other = (
        json.loads(provenance("compare", *pair, "--format", "json").out)
        for pair in ([RETURNED, DENIED], [DENIED, RETURNED])
    )
    assert (one["stance"], one["chances"], one["sameness"]) == (other["stance"], other["chances"], other["sameness"])
    assert one["in_an_archive"]["agreement"] == "conflicts"
    for judged in (one, other):
        (refutation,) = (reason for reason in judged["reasons"] if reason["code"] == "refutation")
        side = "right" if judged["right"] == DENIED else "left"
        ((start, end),) = refutation[side]
        assert judged[side][start:end] == "denied"


def test_stored_claims_are_compared_by_their_ids(talks: Command) -> None:
    rows = rows_of(talks, "claims")
    one, other = rows[0]["claim"], rows[1]["claim"]
    judged = json.loads(talks("compare", one["id"], other["id"], "--format", "json").out)
    assert (judged["left"], judged["right"]) == (one["text"], other["text"])
    unknown = talks("compare", "c0123456789abcdef", DENIED)
    assert unknown.status == 1
    assert "no claim 'c0123456789abcdef' in the store" in unknown.err


def test_who_compares_two_claims_of_one_group_that_do_not_agree_is_told_what_joins_them(talks: Command) -> None:
    groups = rows_of(talks, "groups")
    group = next(each for each in groups if "for a settlement" in each["findings"][0]["claim"]["text"])
    claims = {each["chain"][0]["name"]: each["claim"]["id"] for each in group["findings"]}
    joined = talks("compare", claims["Belteleradiocompany"], claims["VI Free Press"]).out
    assert f"Both are in the group {group['id']} all the same: other claims join them." in joined
    assert "none of this is held of the two" in joined
    agreeing = talks("compare", claims["TASS"], claims["VI Free Press"]).out
    assert "they are held to say the same" in agreeing
    assert group["id"] not in agreeing
    other = json.loads(talks("compare", claims["TASS"], RETURNED, "--format", "json").out)
    assert other["group"] is None


@pytest.mark.parametrize("empty", ["", "  "])
def test_nothing_is_not_compared(provenance: Command, empty: str) -> None:
    ran = provenance("compare", empty, RETURNED)
    assert (ran.status, ran.out) == (2, "")
    assert "nothing to compare in an empty text" in ran.err


def test_events_hold_what_several_articles_say_of_one_happening(talks: Command) -> None:
    events = rows_of(talks, "groups", "events")
    assert events
    for event in events:
        assert len({claim["article"] for claim in event["claims"]}) > 1
        assert event["size"] == len(event["claims"]) >= event["statements"] >= 1
    assert any(event["statements"] > 1 for event in events)
    assert [event["size"] for event in events] == sorted((event["size"] for event in events), reverse=True)


def test_groups_that_an_article_merged_are_listed_with_what_they_were(talks: Command) -> None:
    changes = rows_of(talks, "groups", "changes")
    for change in changes:
        before = {claim for group in change["before"] for claim in group["claims"]}
        after = {claim for group in change["after"] for claim in group["claims"]}
        assert before & after
        assert len(change["before"]) + len(change["after"]) > 2
    assert len(table_of(talks, "groups", "changes")) >= len(changes)
