"""What somebody waits for is written first; what can wait waits for a lull, but not for ever."""

from concurrent.futures import Future
from threading import Thread

from app.storage.engine.group import Unit
from app.storage.engine.lanes import Lanes


def unit(name: str) -> Unit:
    return Unit(lambda _: name, Future())


def names(units: list[Unit]) -> list[str]:
    return [one.work(None) for one in units]  # type: ignore[arg-type]  # these units ask no connection


class Clock:
    """Stands still but for what is said to have passed."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


def later(lanes: Lanes, *given: str) -> None:
    for name in given:
        lanes.put(unit(name), later=True)


def soon(lanes: Lanes, *given: str) -> None:
    for name in given:
        lanes.put(unit(name), later=False)


def group(lanes: Lanes) -> list[str]:
    """All that goes into the next commit, where nothing comes meanwhile."""
    return names([*lanes.group(), *iter(lanes.another, None)])


def test_what_can_wait_goes_after_what_can_not() -> None:
    lanes = Lanes()
    later(lanes, "result 1", "result 2")
    soon(lanes, "post 1", "post 2")
    assert group(lanes) == ["post 1", "post 2"]
    assert group(lanes) == ["result 1", "result 2"]


def test_what_can_wait_lets_go_of_the_commit_when_something_comes_that_can_not() -> None:
    lanes = Lanes()
    later(lanes, "result 1", "result 2", "result 3")
    assert names(lanes.group()) == ["result 1"]
    assert names([one for one in [lanes.another()] if one]) == ["result 2"]
    soon(lanes, "post")
    assert lanes.another() is None
    assert group(lanes) == ["post"]
    assert group(lanes) == ["result 3"]


def test_posts_take_nothing_along_that_can_wait() -> None:
    lanes = Lanes()
    soon(lanes, "post")
    later(lanes, "result")
    assert names(lanes.group()) == ["post"]
    assert lanes.another() is None


def written(*, result_takes: float) -> list[str]:
    """A thousand commits where there are always posts, which take 1/128 s, and a result."""
    clock = Clock()
    lanes = Lanes(clock)
    later(lanes, "result")
    given: list[str] = []
    for _ in range(1_000):
        soon(lanes, "post")
        given += names(lanes.group())
        if given[-1] == "result":
            later(lanes, "result")
        clock.seconds += result_takes if given[-1] == "result" else 1 / 128
    return given


def test_among_posts_without_end_what_can_wait_has_a_tenth_of_the_time() -> None:
    assert written(result_takes=1 / 128).count("result") == 100
    assert written(result_takes=1 / 8).count("result") == 7  # 0.9 s, and 993 posts in 7.8 s


def test_among_posts_without_end_what_can_wait_is_not_the_first() -> None:
    assert written(result_takes=1 / 8)[:5] == ["post", "post", "post", "result", "post"]


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
