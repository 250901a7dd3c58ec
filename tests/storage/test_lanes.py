"""What somebody waits for is written first; what can wait waits for a lull, but not for ever."""

from concurrent.futures import Future
from threading import Thread

from app.storage.group import Unit
from app.storage.lanes import Lanes


def unit(name: str) -> Unit:
    return Unit(lambda _: name, Future())


def names(units: list[Unit]) -> list[str]:
    return [one.work(None) for one in units]  # type: ignore[arg-type]  # these units ask no connection


def test_what_can_wait_goes_after_what_can_not() -> None:
    lanes = Lanes()
    for name in ("result 1", "result 2"):
        lanes.put(unit(name), later=True)
    for name in ("post 1", "post 2"):
        lanes.put(unit(name), later=False)
    assert names(lanes.group()) == ["post 1", "post 2"]
    assert names(lanes.group()) == ["result 1", "result 2"]


def test_what_can_wait_has_its_turn_among_posts_without_end() -> None:
    lanes = Lanes()
    lanes.put(unit("result"), later=True)
    groups: list[list[str]] = []
    while ["result"] not in groups and len(groups) < 100:
        lanes.put(unit("post"), later=False)
        groups.append(names(lanes.group()))
    assert groups[:2] == [["post"]] * 2
    assert groups[-1] == ["result"]


def test_among_posts_without_end_one_at_a_time_has_its_turn() -> None:
    lanes = Lanes()
    for number in range(3):
        lanes.put(unit(f"result {number}"), later=True)
    groups: list[list[str]] = []
    while len(groups) < 100:
        lanes.put(unit("post"), later=False)
        groups.append(names(lanes.group()))
    assert [group for group in groups if group[0] != "post"] == [["result 0"], ["result 1"], ["result 2"]]


def test_a_closed_lane_gives_out_all_it_took_and_takes_no_more() -> None:
    lanes = Lanes()
    for number in range(70):
        assert lanes.put(unit(f"post {number}"), later=number % 2 == 0)
    lanes.close()
    assert not lanes.put(unit("late"), later=False)
    given: list[str] = []
    while group := lanes.group():
        given += names(group)
    assert sorted(given) == sorted(f"post {number}" for number in range(70))


def test_who_waits_for_units_is_woken_by_one_and_by_the_end() -> None:
    lanes, given = Lanes(), list[str]()

    def run() -> None:
        while group := lanes.group():
            given.extend(names(group))

    thread = Thread(target=run)
    thread.start()
    lanes.put(unit("post"), later=False)
    lanes.put(unit("result"), later=True)
    lanes.close()
    thread.join(10)
    assert not thread.is_alive()
    assert given == ["post", "result"]
