"""A date belongs to the event its clause dates, wherever it stands. Published on Wednesday 15 May 2024."""

import pytest

from app.domain.mention import Factuality
from app.extract.pipeline import Extractor
from tests.extract.telling import actors, mention, reading, time

CASES = [
    ("Maria Lopez resigned on Monday.", "resigned", "2024-05-13 expression"),
    ("Maria Lopez, who met Ahmed Khan last week, resigned on Monday.", "resigned", "2024-05-13 expression"),
    ("Maria Lopez, who met Ahmed Khan last week, resigned on Monday.", "met", "2024-05-06/2024-05-12 expression"),
    ("Norway held a summit with Sweden in March.", "summit", "2024-03 expression"),
    ("At a rally in Lisbon on Sunday Maria Lopez attacked Spain.", "rally", "2024-05-12 expression"),
    ("At a rally in Lisbon on Sunday Maria Lopez attacked Spain.", "attacked", "2024-05-12 expression"),
    # Who speaks in what was held or told on a day speaks then; not so where a plan for it was made.
    ("In a statement issued on Friday, Norway said it would leave.", "said", "2024-05-10 expression"),
    ("Maria Lopez said at a news conference held on Monday that Norway would leave.", "said", "2024-05-13 expression"),
    ("In a letter that was read on Sunday Maria Lopez thanked Norway.", "thanked", "2024-05-12 expression"),
    # What is held, made or suffered is the event, on the day that this says.
    ("Norway condemned an attack carried out in March by Sweden.", "attack", "2024-03 expression"),
    ("Norway mourned a defeat suffered on Sunday by its army.", "defeat", "2024-05-12 expression"),
    ("Norway will attend a summit to be held in Oslo in June.", "summit", "2024-06 expression"),
    ("The attack carried out by Sweden killed Ahmed Khan on Sunday.", "attack", "2024-05-12 expression"),
    ("In a lawsuit filed on Monday, Norway accused Sweden of theft.", "accused", "2024-05-13 expression"),
    ("Norway attacked Sweden in a raid planned in March.", "attacked", "2024-05-15 publication"),
    ("Ahmed Khan died in Norway in a car made in 2019.", "died", "2024-05-15 publication"),
    ("Maria Lopez said Friday the army had left Norway.", "said", "2024-05-10 expression"),
    ("Maria Lopez said Friday the army had left Norway.", "left", "../2024-05-14 publication"),
    ("Negotiations between Norway and Sweden may start in June.", "start", "2024-06 expression"),
    ("The army of Norway entered the town and arrested Ahmed Khan on Tuesday.", "entered", "2024-05-14 expression"),
    ("Norway fears that an attack by Sweden is a step to an invasion as early as next month.", "invasion",
     "2024-06/.. expression"),
    ("Maria Lopez will visit Norway.", "visit", "2024-05-16/.. publication"),
    ("Maria Lopez arrested Ahmed Khan.", "arrested", "2024-05-15 publication"),
    ("Maria Lopez could arrest Ahmed Khan.", "arrest", "unknown"),
    ("Norway has expanded its fleet since the thaw began.", "expanded", "unknown"),
    ("Maria Lopez served in Norway from 1968 to 1970.", "served", "1968-01-01/1970-12-31 expression"),
    ("Norway left the pact, as Sweden did in March.", "left", "2024-05-15 publication"),
    ("Norway and Sweden resumed talks on Monday.", "resumed", "2024-05-13 expression"),
    ("Norway discussed the attack of Sweden on Monday.", "attack", "unknown"),
    ("The court upheld the victory of Maria Lopez on Tuesday, rejecting a protest.", "upheld", "2024-05-14 expression"),
    ("The court upheld the victory of Maria Lopez on Tuesday, rejecting a protest.", "victory", "unknown"),
    ("Norway postponed the election to December 3.", "election", "2024-12-03 expression"),
    ("Norway postponed the election to December 3.", "postponed", "2024-05-15 publication"),
    ("Norway postponed the election on Monday to December 3.", "postponed", "2024-05-13 expression"),
    ("The trial in Norway has been delayed until February 2025.", "trial", "2025-02/.. expression"),
    ("Norway moved the summit from Friday to Monday.", "summit", "2024-05-20 expression"),
    ("Norway postponed the election, due on June 3, to July 7.", "election", "2024-07-07 expression"),
    ("Norway postponed the election, due on June 3, to July 7.", "postponed", "2024-05-15 publication"),
    ("Norway brought the vote forward from June 19 to May 29.", "vote", "2024-05-29 expression"),
    ("Norway pulled forward the launch to June 2.", "launch", "2024-06-02 expression"),
    ("Norway shifted the start of production to June 5.", "start", "2024-06-05 expression"),
    ("Norway moved the start of the trial to June 5.", "trial", "2024-06-05 expression"),
    ("Norway brought forward work on the port to June.", "work", "2024-06 expression"),
    # A day that is made something, or on which a thing falls due, is not that of the verb.
    ("Maria Lopez declared Monday a day of mourning.", "declared", "2024-05-15 publication"),
    ("Norway declared a dividend of 20 cents, payable July 1.", "declared", "2024-05-15 publication"),
    # What is said of a happening may be no more than when it is.
    ("The next election in Norway is in October 2028.", "election", "2028-10 expression"),
    ("Results of the vote in Norway are due on Friday.", "Results", "2024-05-17 expression"),
    # What counts from another event of its sentence is dated by it.
    ("Ahmed Khan died on Sunday, three days after he was shot in Norway.", "shot", "2024-05-09 expression"),
    ("Ahmed Khan died on Sunday, two weeks after he was shot in Norway.", "shot", "2024-04-22/2024-04-28 expression"),
    ("Two days after he was freed, Ahmed Khan left Norway on Sunday.", "freed", "2024-05-10 expression"),
    ("Maria Lopez resigned on Monday, a day before the vote.", "vote", "2024-05-14 expression"),
    ("Ahmed Khan died on Sunday, several days after he was shot in Norway.", "shot", "../2024-05-14 publication"),
    # What is traced to a happening was traced later; a date on what is no event after all is the verb's.
    ("The outbreak was traced to a wedding in Norway on 10 January.", "wedding", "2024-01-10 expression"),
    ("The airport of Oslo, which suspended flights on Monday evening, is shut.", "suspended",
     "2024-05-13T18:00/2024-05-14T00:00 expression"),
    ("Maria Lopez has until June 24 to file a claim.", "file", "../2024-06-24 expression"),
    ("The next election in Norway must be held no later than June 2028.", "election", "../2028-06 expression"),
    ("The film of Maria Lopez, shot over the winter, has its premiere in Oslo on July 13.", "premiere",
     "2024-07-13 expression"),
    # Words that tell another time, but not which, keep out the day of the sentences before.
    ("Norway beat Sweden on Sunday. Norway lost to Sweden last season.", "lost", "../2024-05-14 publication"),
    # A day that doesn't exist is no other day, neither publication's nor the one told before.
    ("Norway closed the border on 30 February 2024.", "closed", "../2024-05-14 publication"),
    ("Sweden left on Monday. Norway closed the border on 31 April.", "closed", "../2024-05-14 publication"),
    # What is set for a date happens then; setting it has a date of its own.
    ("Norway called a strike for next Tuesday.", "strike", "2024-05-21 expression"),
    ("Norway called a strike for next Tuesday.", "called", "2024-05-15 publication"),
    ("Norway set a hearing for 3 June.", "hearing", "2024-06-03 expression"),
    ("Norway scheduled a vote for Friday.", "vote", "2024-05-17 expression"),
    ("Norway planned a march on Friday.", "march", "2024-05-17 expression"),
    ("Norway set the trial for June and freed the men on Monday.", "freed", "2024-05-13 expression"),
    ("The trial of Ahmed Khan is set for June.", "trial", "2024-06 expression"),
    ("Norway called Monday's strike a mistake.", "strike", "2024-05-13 expression"),
    # What a thing is compared with is another time than its own.
    ("Norway cut its army to 4,000 soldiers from 6,000 a year earlier.", "cut", "2024-05-15 publication"),
    ("Norway raised the rate last month to 4 percent from 3 percent in December.", "raised", "2024-04 expression"),
    ("Norway sold more ships than in 2020.", "sold", "2024-05-15 publication"),
    ("Norway closed the border from Monday.", "closed", "2024-05-13 expression"),
    ("Norway met Sweden between 10 and 12 May.", "met", "2024-05-10/2024-05-12 expression"),
    ("On Monday Norway rejected an appeal by Ahmed Khan.", "appeal", "unknown"),
    ("Norway declared an emergency on Monday.", "declared", "2024-05-13 expression"),
    ("Norway began to arm on Monday and left the pact on Tuesday.", "began", "2024-05-13 expression"),
    ("Ahmed Khan lived in Norway until 1970, when Maria Lopez died.", "died", "1970 expression"),
    ("Ahmed Khan was held until 3 June, when he is due to appear in court.", "appear", "2024-06-03 expression"),
    ("A service will be held at the theatre of Norway on 3 June.", "held", "2024-06-03 expression"),
    ("Norway won Sunday's match against Sweden.", "won", "2024-05-12 expression"),
    ("Norway passed a law to raise the tax on Monday.", "passed", "2024-05-13 expression"),
    ("Norway signed a treaty to build a port in 2030.", "build", "2030 expression"),
    ("Norway has not attacked Sweden since its defeat two years ago.", "defeat", "2022 expression"),
    ("Norway has not attacked Sweden since its defeat two years ago.", "attacked", "unknown"),
    ("A storm hit Norway in March, when Ahmed Khan died.", "died", "2024-03 expression"),
    ("Ahmed Khan was arrested on Monday and has been freed.", "freed", "../2024-05-14 publication"),
    ("Ahmed Khan left Norway on Monday and is suing Maria Lopez.", "suing", "2024-05-15 publication"),
    ("Ahmed Khan was arrested in March and held until May.", "arrested", "2024-03 expression"),
    # What it is counted among or likened to is no date of its own.
    ("It was the third attack on Norway since January.", "attack", "unknown"),
    ("A raid like Sunday's shook Norway in March.", "raid", "2024-03 expression"),
    # A date makes an event of what the detector doubts.
    ("The treaty, which takes effect on June 3, was welcomed.", "takes", "2024-06-03 expression"),
    # A dateline's date is that of the report.
    ("OSLO, Jan. 31 — Norway arrested Ahmed Khan on Monday.", "arrested", "2024-05-13 expression"),
    ("Norway pushed back the launch to July.", "launch", "2024-07 expression"),
    ("Norway moved its capital in 1814.", "moved", "1814 expression"),
    ("The trial in Norway was brought forward to June 3.", "trial", "2024-06-03 expression"),
    ("Norway has delayed the trial of Ahmed Khan until June 10.", "trial", "2024-06-10/.. expression"),
    ("Norway has put off its vote until June 17.", "vote", "2024-06-17/.. expression"),
    ("Norway has rescheduled the vote for June 10.", "vote", "2024-06-10 expression"),
    ("Norway postponed the June 3 vote to June 10.", "vote", "2024-06-10 expression"),
    ("The launch set for June 3 was postponed to June 10, Norway said.", "launch", "2024-06-10 expression"),
    ("The summit, first planned for June 3, will be held in Norway on June 24.", "summit", "2024-06-24 expression"),
    ("The launch set for June 3 by Norway will draw crowds.", "launch", "2024-06-03 expression"),
    # What is given up or put off on a day was not to be on that day.
    ("The summit of Norway and Sweden was called off on Tuesday.", "summit", "2024-05-16/.. publication"),
    ("Norway will not attack Sweden.", "attack", "2024-05-16/.. publication"),
    ("Norway did not attack Sweden.", "attack", "unknown"),
    ("Norway postponed its vote on Monday.", "vote", "2024-05-16/.. publication"),
    ("Norway has cancelled its June vote.", "vote", "2024-06 expression"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_time(extractor: Extractor, text: str, trigger: str, expected: str) -> None:
    assert time(mention(extractor, text, trigger)) == expected


def test_what_is_carried_out_is_one_event_of_those_who_do_it(extractor: Extractor) -> None:
    text = "Norway condemned an attack carried out in March by Sweden."
    assert [each.trigger.text for each in reading(extractor, text).extraction.mentions] == ["condemned", "attack"]
    assert actors(mention(extractor, text, "attack"), "agent") == {"Sweden"}


def test_a_day_is_carried_on_by_the_next_past_sentence(extractor: Extractor) -> None:
    text = "Soldiers of Norway entered Sweden on Monday. They burned the bridge near Oslo.\n\nMaria Lopez laughed."
    burned = mention(extractor, text, "burned")
    assert time(burned) == "2024-05-13 narrative"
    assert burned.time.explanation.startswith("carried over")


def test_a_narrative_date_is_less_sure_than_a_told_one(extractor: Extractor) -> None:
    text = "Soldiers of Norway entered Sweden on Monday. They burned the bridge near Oslo."
    told, carried = (mention(extractor, text, trigger) for trigger in ("entered", "burned"))
    assert told.confidence > carried.confidence > 0


def test_no_past_event_lies_in_the_future(extractor: Extractor) -> None:
    assert time(mention(extractor, "Norway approved a budget of Sweden for 2026.", "approved")) != "2026 expression"


def test_what_was_put_off_is_planned(extractor: Extractor) -> None:
    found = mention(extractor, "The trial in Norway has been delayed until February 2025.", "trial")
    assert found.factuality is Factuality.PLANNED


def test_a_feast_takes_no_part(extractor: Extractor) -> None:
    found = mention(extractor, "The fire in Norway doubled in size on Easter Sunday.", "doubled")
    assert (time(found), [actor.name for actor in found.actors]) == ("2024-03-31 expression", ["Norway"])
