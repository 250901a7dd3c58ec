"""Tellings of several articles become stories: what joins, what stays apart, and that order never matters."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import civil
from app.domain.actor import Role
from app.domain.interval import Bound, Granularity
from app.domain.mention import Basis, Factuality
from app.domain.story import Party, Stories, Telling
from app.extract.story.clustering import stories
from app.extract.story.comparable import connected
from app.extract.story.place import meet, surroundings
from app.extract.story.relation import relation
from app.extract.story.sense import family
from tests.merge.tales import CITY, PORT, telling

PLANNED = Factuality.PLANNED
_DAY = civil.MINUTES_A_DAY


def groups(*told: Telling) -> list[list[str]]:
    by_id = {one.id: one.article_id for one in told}
    return [[by_id[member] for member in story.tellings] for story in stories(told).stories]


def test_two_articles_on_one_sale_are_one_story() -> None:
    other = telling("b", "On Tuesday Gull Ferries bought two old ferries, which Tarnow sold off.", after=1)
    assert groups(telling("a"), other) == [["a", "b"]]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(telling("b", day="2032-05-06", after=366), id="another year"),
        pytest.param(telling("b", sense="paint"), id="another sense"),
        pytest.param(telling("b", parties=(Party("x", "Elsewhere", Role.AGENT),)), id="nobody in common"),
        pytest.param(telling("b", parties=(CITY, Party("x", "Swan Lines", Role.PATIENT))), id="to somebody else"),
        pytest.param(telling("b", "Tarnow danced.", parties=(CITY,)), id="nothing else in common"),
        pytest.param(telling("b", factuality=Factuality.NEGATED), id="denied"),
    ],
)
def test_tellings_that_differ_stay_apart(other: Telling) -> None:
    assert groups(telling("a"), other) in ([["a"], ["b"]], [["b"], ["a"]])


def test_to_whom_it_is_done_may_be_told_the_other_way_round() -> None:
    visited = telling("a", "Tarnow visited Gull Ferries to see the new harbour.")
    swapped = (Party("city", "Tarnow", Role.PATIENT), Party("port", "Gull Ferries", Role.PARTICIPANT))
    visit = telling("b", "The visit of Tarnow to Gull Ferries and the new harbour.", parties=swapped)
    assert groups(visited, visit) == [["a", "b"]]
    turned = (Party("city", "Tarnow", Role.PATIENT), Party("port", "Gull Ferries", Role.AGENT))
    assert len(groups(visited, telling("b", parties=turned))) == 2


def test_other_amounts_are_other_events() -> None:
    first = telling("a", "Tarnow sold 4,500 old chairs from its town hall to Gull Ferries.")
    second = telling("b", "Tarnow sold 7,200 old chairs from its town hall to Gull Ferries.")
    assert groups(first, second) == [["a"], ["b"]]


def test_what_one_does_every_day_is_another_event_every_day() -> None:
    daily = "Tarnow opens its fish market by the old harbour with a bell."
    told = [
        telling(f"a{day}", daily, day=f"2031-05-{6 + day:02}", after=day, parties=(CITY,), basis=Basis.PUBLICATION)
        for day in range(3)
    ]
    assert groups(*told) == [["a0"], ["a1"], ["a2"]]


def test_the_same_plan_every_week_is_no_plan_that_moves() -> None:
    weekly = "Tarnow will auction its old ferries by the harbour on Monday."
    told = [
        telling(f"a{week}", weekly, day=f"2031-05-{12 + 7 * week}", after=5 * week, parties=(CITY,), factuality=PLANNED)
        for week in range(2)
    ]
    assert groups(*told) == [["a0"], ["a1"]]


def test_a_verb_that_says_nothing_needs_much_the_same_words() -> None:
    sentences = (
        "Tarnow made two forecasts for the catch of herring in the western bay.",
        "Tarnow made two forecasts for the catch of herring in the western sea.",
        "Tarnow made two forecasts of what fuel and crews cost for Gull Ferries.",
    )
    told = [telling(f"a{number}", sentence, sense="make") for number, sentence in enumerate(sentences)]
    assert groups(*told) == [["a0", "a1"], ["a2"]]
    assert len(groups(*[telling(f"a{n}", one, sense="publish") for n, one in enumerate(sentences[::2])])) == 1


def test_reporting_verbs_glue_nothing() -> None:
    assert (family("say"), family("announce"), family("unveil")) == ("", "", "launch")
    assert groups(telling("a", sense=""), telling("b", sense="")) == [["a"], ["b"]]


def test_a_place_alone_is_no_evidence() -> None:
    where = (Party("city", "Tarnow", Role.PARTICIPANT),)
    assert groups(telling("a", parties=where), telling("b", parties=where)) == [["a"], ["b"]]


def test_a_plan_that_gets_another_date_is_one_story_that_moved() -> None:
    first = telling("a", "Tarnow will sell its harbour ferries to Gull Ferries.", day="2031-06-10", factuality=PLANNED)
    later = telling(
        "b",
        "Tarnow has postponed the harbour sale to Gull Ferries.",
        day="2031-07-01",
        after=9,
        factuality=PLANNED,
    )
    (story,) = stories([first, later]).stories
    assert (story.tellings, story.superseded) == ((first.id, later.id), frozenset({first.id}))


def test_a_plan_is_superseded_by_each_time_that_contradicts_it() -> None:
    postponed = "Tarnow has postponed the harbour sale to Gull Ferries."
    days = ("2031-06-10", "2031-07-01", "2031-07-01", "2031-08-01")
    told = [
        telling(f"a{number}", postponed, day=day, after=number, factuality=PLANNED) for number, day in enumerate(days)
    ]
    (story,) = stories(told).stories
    ids = [one.id for one in told]
    assert [sorted(stage.superseded) for stage in story.stages] == [[], ids[:1], ids[:1], ids[:3]]


UNION = Party("union", "Harbour Union", Role.AGENT)
STRIKES = telling("a", "The Harbour Union will strike over pay.", sense="strike", parties=(UNION,), factuality=PLANNED)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Union has put off its strike until May 20.",
        "The strike by the Harbour Union was pushed back to May 20.",
        "The Harbour Union moved its strike to May 20.",
        "The Harbour Union brought forward its strike to May 20.",
        "The Harbour Union has rescheduled the strike for May 20.",
        "The Harbour Union delayed its strike until May 20.",
        "The Harbour Union will now strike on May 20.",
    ],
)
def test_a_plan_of_one_actor_moves_where_a_word_says_so(sentence: str) -> None:
    later = replace(STRIKES, id="m-b", article_id="b", sentences=(sentence,))
    later = replace(later, start=STRIKES.start + 14 * _DAY, end=STRIKES.end + 14 * _DAY)
    later = replace(later, published_at=STRIKES.published_at + timedelta(hours=2))
    (story,) = stories([STRIKES, later]).stories
    assert (story.tellings, story.superseded) == ((STRIKES.id, later.id), frozenset({STRIKES.id}))
    other = replace(later, sentences=("The Harbour Union will strike in the old town for its pensions.",))
    assert len(stories([STRIKES, other]).stories) == 2


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(STRIKES.start, id="for that day"),
        pytest.param(STRIKES.start - 5 * _DAY, id="for that month"),
        pytest.param(None, id="undated"),
    ],
)
def test_a_plan_that_is_given_up_is_one_story(start: int | None) -> None:
    """Nothing but who does it need be shared, if the later says nothing else."""
    plan = replace(STRIKES, published_at=STRIKES.published_at - timedelta(days=70))
    off = replace(plan, id="m-b", article_id="b", factuality=Factuality.NEGATED, published_at=STRIKES.published_at)
    if start is None:
        day = STRIKES.start - 60 * _DAY
        off = replace(off, basis=Basis.PUBLICATION, bound=Bound.AFTER, start=day, end=day + _DAY)
    else:
        off = replace(off, start=start)
    off = replace(off, sentences=("The Harbour Union called off the strike.",))
    assert groups(plan, off) == [["a", "b"]]
    if start is None:  # told once the day has passed
        late = replace(off, start=plan.end + 3 * _DAY, end=plan.end + 4 * _DAY)
        assert groups(plan, late) == [["a", "b"]]
    with_others = (replace(plan, parties=(UNION, CITY)), replace(off, parties=(UNION, PORT)))
    assert groups(*with_others) == [["a"], ["b"]]
    other = replace(off, sentences=("The Harbour Union called off its strike for longer breaks.",))
    assert groups(plan, other) == [["a"], ["b"]]


def test_what_took_place_can_not_be_given_up() -> None:
    denied = telling("b", "Tarnow has not sold its harbour ferries.", factuality=Factuality.NEGATED, after=1)
    assert groups(telling("a"), denied) == [["a"], ["b"]]


def test_a_plan_that_is_done_on_another_day_moved() -> None:
    plan = telling("a", "Tarnow will open its new ferry terminal.", sense="open", parties=(CITY,), factuality=PLANNED)
    done = telling(
        "b", "Tarnow opened its new ferry terminal.", sense="open", parties=(CITY,), day="2031-05-08", after=3
    )
    (story,) = stories([plan, done]).stories
    assert story.superseded == {plan.id}


@pytest.mark.parametrize(
    ("planned", "done", "together"),
    [
        ("Tarnow will open.", "Tarnow opened the long-awaited ferry terminal.", True),
        ("Tarnow will open a terminal.", "Tarnow opened the long-awaited terminal to crowds.", True),
        ("Tarnow will open a terminal.", "Tarnow opened the long-awaited museum to crowds.", False),
    ],
)
def test_a_plan_of_one_actor_is_done_on_its_day(planned: str, done: str, together: bool) -> None:
    plan = telling("a", planned, sense="open", parties=(CITY,), day="2031-05-09", factuality=PLANNED)
    later = telling("b", done, sense="open", parties=(CITY,), day="2031-05-09", after=4)
    assert len(groups(plan, later)) == (1 if together else 2)


def test_where_it_is_may_be_told_as_who_does_it() -> None:
    north, south = Party("n", "Norway", Role.AGENT), Party("s", "Sweden", Role.AGENT)
    place = Party("o", "Oslo", Role.PARTICIPANT)
    plan = telling("a", "Norway and Sweden will meet in Oslo.", parties=(north, south, place), factuality=PLANNED)
    swapped = tuple(
        one._replace(role=Role.PARTICIPANT if one.role is Role.AGENT else Role.AGENT) for one in plan.parties
    )
    assert groups(plan, telling("b", "The Oslo summit.", parties=swapped, factuality=Factuality.NEGATED)) == [
        ["a", "b"]
    ]


def test_what_was_told_as_done_on_two_days_is_disputed() -> None:
    first, second = telling("a"), telling("b", day="2031-05-03", after=1)
    found = stories([first, second])
    assert [story.tellings for story in found.stories] == [(first.id,), (second.id,)]
    assert [(one.first, one.second, one.reason) for one in found.disputes] == [
        (0, 1, "both tell of sell with Gull Ferries, Tarnow, but at 2031-05-06 and 2031-05-03")
    ]


def _disputed(first: Telling, later: Telling) -> bool:
    found = stories([first, later])
    assert len(found.stories) == 2
    return bool(found.disputes)


def test_what_is_done_once_is_disputed_whatever_the_words() -> None:
    who = (Party("p", "Anna Holm", Role.AGENT),)
    first = telling("a", "President Anna Holm resigned on Tuesday.", sense="resign", parties=who)
    later = telling("b", "Anna Holm left office.", sense="resign", parties=who, day="2031-05-05", after=2)
    assert _disputed(first, later)
    assert not _disputed(first, replace(later, start=first.start - 60 * _DAY, end=first.end - 60 * _DAY))


def test_what_the_same_do_again_is_not_disputed() -> None:
    first = telling("a", "Tarnow met Gull Ferries in the town hall on Tuesday.", sense="meet")
    assert not _disputed(
        first, telling("b", "Tarnow met Gull Ferries at sea.", sense="meet", day="2031-05-03", after=1)
    )
    opened = "Tarnow opened its new ferry terminal by the bridge."
    terminal = telling("a", opened, sense="open", parties=(CITY,), after=1)
    later = telling("b", opened, sense="open", parties=(CITY,), day="2031-05-03", after=9)
    assert _disputed(terminal, later)
    assert not _disputed(terminal, replace(later, lemma="close"))
    assert not _disputed(terminal, replace(later, granularity=Granularity.YEAR))


def test_the_figures_of_two_months_are_not_disputed() -> None:
    sentence = "Tarnow caught {} tonnes of herring in its western bay, up from {} the month before."
    first, later = (
        telling(article, sentence.format(*amounts), sense="catch", parties=(CITY,), day=day, days=30, after=after)
        for article, amounts, day, after in (("a", (310, 290), "2031-03-01", 0), ("b", (350, 310), "2031-04-01", 20))
    )
    assert not _disputed(first, later)
    assert _disputed(first, replace(later, sentences=first.sentences))


def test_the_news_of_two_days_is_disputed_where_a_text_was_filed_again() -> None:
    opened = "Tarnow opened its ferry terminal by the bridge."
    first = telling("a", opened, sense="open", parties=(CITY,))
    again = telling("b", opened, sense="open", parties=(CITY,), day="2031-05-07", after=1)
    assert _disputed(first, again)
    other = telling("b", "Tarnow opened a ferry terminal by the mill.", sense="open", parties=(CITY,))
    assert not _disputed(first, replace(other, start=again.start, end=again.end, published_at=again.published_at))


_SENTENCES = (
    "Tarnow sold the harbour ferries to Gull Ferries for scrap.",
    "Gull Ferries bought two harbour ferries from Tarnow for scrap.",
    "Tarnow postponed the sale of the harbour ferries.",
    "Tarnow painted the town hall.",
    "Tarnow has called it off.",
)
_TELLINGS = st.lists(
    st.builds(
        lambda number, sentence, day, after, sure, who, basis: telling(
            f"a{number}",
            sentence,
            day=f"2031-05-{day:02d}",
            after=after,
            factuality=sure,
            parties=who,
            basis=basis,
        ),
        st.integers(0, 9),
        st.sampled_from(_SENTENCES),
        st.integers(1, 12),
        st.integers(0, 9),
        st.sampled_from([Factuality.ASSERTED, PLANNED, Factuality.NEGATED]),
        st.sampled_from(
            [(CITY, PORT), (CITY,), (PORT,), (PORT._replace(role=Role.AGENT), CITY._replace(role=Role.PATIENT))]
        ),
        st.sampled_from([Basis.EXPRESSION, Basis.PUBLICATION]),
    ),
    max_size=14,
    unique_by=lambda one: one.id,
)


def _named(found: Stories) -> tuple[object, ...]:
    return found.stories, found.disputes


@settings(max_examples=150, deadline=None)
@given(_TELLINGS, st.randoms(use_true_random=False))
def test_the_order_in_which_tellings_come_changes_nothing(told: Sequence[Telling], chance: object) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random, which hypothesis doesn't name
    assert _named(stories(shuffled)) == _named(stories(told))


@settings(max_examples=150, deadline=None)
@given(_TELLINGS)
def test_the_stories_of_a_day_are_the_beginning_of_those_of_any_later_day(told: Sequence[Telling]) -> None:
    for until in {one.published_at for one in told}:
        early = {one.id for one in told if one.published_at <= until}
        now = [tuple(one for one in story.tellings if one in early) for story in stories(told).stories]
        then = stories([one for one in told if one.id in early])
        assert [ids for ids in now if ids] == [story.tellings for story in then.stories]
        assert {one.known_from for one in then.disputes} == {
            one.known_from for one in stories(told).disputes if one.known_from <= until
        }


@settings(max_examples=150, deadline=None)
@given(_TELLINGS)
def test_what_has_to_do_with_each_other_lies_in_each_others_surroundings(told: Sequence[Telling]) -> None:
    for one in told:
        for other in told:
            if relation(one, other) is not None:
                assert meet(surroundings(one), surroundings(other))


@settings(max_examples=150, deadline=None)
@given(_TELLINGS)
def test_what_has_to_do_with_each_other_is_comparable(told: Sequence[Telling]) -> None:
    for one in told:
        near = connected(told, {one.id})
        assert {other.id for other in told if relation(one, other) is not None} <= near


@settings(max_examples=150, deadline=None)
@given(_TELLINGS)
def test_what_is_connected_gives_its_stories_without_the_rest(told: Sequence[Telling]) -> None:
    whole = stories(told).stories
    for one in told:
        near = connected(told, {one.id})
        part = stories([other for other in told if other.id in near]).stories
        assert list(part) == [story for story in whole if near & set(story.tellings)]


def test_a_story_that_everybody_tells_is_one() -> None:
    told = [telling(f"a{number:03}", after=number % 2) for number in range(150)]
    (story,) = stories(told).stories
    assert (len(story.tellings), [stage.count for stage in story.stages]) == (150, [75, 150])


def test_an_event_is_found_among_many_of_its_like() -> None:
    like = [telling(f"a{number:03}", f"Tarnow sold {number + 20} chairs to Gull Ferries.") for number in range(100)]
    found = stories([*like, telling("b", "On Tuesday Gull Ferries got the 57 chairs that Tarnow sold.", after=1)])
    assert [len(story.tellings) for story in found.stories if len(story.tellings) > 1] == [2]
    assert next(story.tellings[0] for story in found.stories if len(story.tellings) > 1).startswith("m-a037")
