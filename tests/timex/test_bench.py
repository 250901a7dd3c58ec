"""The scorer behind the table of docs/accuracy.md, on a document counted by hand."""

from pathlib import Path

from app.timex import holiday
from app.timex.en import named
from bench.timeml import Timex, documents
from bench.timex_scores import days, scores, tally

TIMEML = """<?xml version="1.0" ?><TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-12-21">2021-12-21</TIMEX3></DCT>
<TEXT>
It rained on <TIMEX3 tid="t1" type="DATE" value="2021-12-20">Monday </TIMEX3>and for <TIMEX3 tid="t2" type="DURATION"
value="P2D">two days</TIMEX3> in <TIMEX3 tid="t3" type="DATE" value="2021-11">November</TIMEX3>.
</TEXT></TimeML>"""


def test_gold_is_read_with_offsets_into_the_text(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(TIMEML)
    (document,) = documents(tmp_path)
    assert document.created == "2021-12-21"
    assert [(one.text, document.text[one.start : one.end]) for one in document.gold] == [
        ("Monday", "Monday"),
        ("two days", "two days"),
        ("November", "November"),
    ]


def test_scores_are_those_counted_by_hand(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(TIMEML)
    (document,) = documents(tmp_path)
    monday, two_days, november = document.gold
    told = [
        Timex(monday.start, monday.end, "Monday", "DATE", "2021-12-20"),
        Timex(two_days.start + 4, two_days.end, "days", "DURATION", "PXD"),
        Timex(november.start, november.end, "November", "TIME", "2021-11-05"),
        Timex(0, 3, "\nIt", "SET", "P1D"),
    ]
    found = scores(tally(document.gold, told))
    assert {name: (f1.right, f1.told, f1.gold) for name, f1 in found.items()} == {
        "strict": (2, 4, 3),
        "relaxed": (3, 4, 3),
        "value": (1, 4, 3),
        "type": (2, 4, 3),
        "anchored": (2, 2, 2),
    }
    assert round(found["relaxed"].value, 4) == round(6 / 7, 4)


def test_values_off_the_calendar_have_no_days() -> None:
    assert [days(value) for value in ("P2D", "PAST_REF", "XXXX-10", "2021-02-30")] == [None] * 4


def test_every_feast_with_an_english_name_is_in_the_table_of_holidays() -> None:
    assert named.NAMES <= holiday.NAMES
