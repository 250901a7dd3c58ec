"""What a whole text gives: spans, lean, bounds, ranges, quotations, narratives."""

from app.timex.read import MOST
from tests.timex.reading import dated, read, told


def test_offsets_are_those_of_the_text_as_posted() -> None:
    text = "“Нет,” said Zoë’s aide on\u00a0Friday — then, “yes”, on Dec.\u00a03."
    found = [one.expression for one in read(text)]
    assert [(one.text, text[one.start : one.end]) for one in found] == [
        ("Friday", "Friday"),
        ("Dec.\u00a03", "Dec.\u00a03"),
    ]


def test_a_phrase_runs_over_a_line_end_but_not_over_a_paragraph() -> None:
    assert told("It shut in March\n2014 for good.") == ["March\n2014 = 2014-03"]
    assert told("It shut in March\n\n2014 was better.") == ["March = 2022-03", "2014 = 2014"]


def test_letters_beyond_ascii_are_part_of_a_word() -> None:
    assert told("The café in mayótte and Mayñ had 12 guests.") == []


def test_an_abbreviation_keeps_its_full_stop_and_a_sentence_does_not_give_up_its_own() -> None:
    assert [one.expression.text for one in read("It began on Jan. 3 at 8 p.m. sharp.")] == ["Jan. 3 at 8 p.m."]
    assert [one.expression.text for one in read("It began on Friday.")] == ["Friday"]
    assert [one.expression.text for one in read("Doors open at 7.15pm. Come early.")] == ["7.15pm"]


def test_bare_weekday_is_the_publication_day_when_it_matches() -> None:
    assert told("The envoy said Tuesday that talks had failed.") == ["Tuesday = 2021-12-21"]


def test_bare_weekday_leans_back_after_a_past_verb_and_on_under_a_plan() -> None:
    assert told("Troops fired on the crowd Friday.") == ["Friday = 2021-12-17"]
    assert told("The court will rule Friday.") == ["Friday = 2021-12-24"]
    assert told("Ministers are to meet on Thursday.") == ["Thursday = 2021-12-23"]
    assert told("The strike could begin as early as Thursday.") == ["Thursday = 2021-12-23"]
    assert told("On Thursday, the court will rule.") == ["Thursday = 2021-12-23"]


def test_a_reporting_verb_parts_the_plan_from_the_day_it_was_told() -> None:
    assert told("The firm will close, its owner said Friday.") == ["Friday = 2021-12-17"]


def test_bare_month_is_the_nearest_unless_the_verb_is_past() -> None:
    assert told("The hearing is in March.") == ["March = 2022-03"]
    assert told("He was sacked in March.") == ["March = 2021-03"]


def test_explanations_name_the_anchor_and_the_word_that_gave_the_lean() -> None:
    (one,) = read("The court will rule Friday.")
    assert one.expression.explanation == (
        "Friday: the first Friday from publication on Tuesday 2021-12-21 on, because “will” looks ahead"
    )
    (two,) = read("The summit is next month.")
    assert two.expression.explanation == "next month: the month after that of publication on Tuesday 2021-12-21"


def test_bounds_leave_the_interval_alone() -> None:
    assert dated("It could start as early as next month.") == ["next month = not_before 2022-01-01/2022-02-01"]
    assert dated("He has ruled since 2014.") == ["2014 = since 2014-01-01/2015-01-01 throughout"]
    assert dated("They must pay by Friday.") == ["Friday = not_after 2021-12-24/2021-12-25"]
    assert dated("It fell before March 3, 2014.") == ["March 3, 2014 = before 2014-03-03/2014-03-04"]
    assert dated("He left after the end of 2014.") == ["the end of 2014 = after 2014-09-01/2015-01-01"]
    assert dated("Little is known since Monday's vote.") == ["Monday = 2021-12-20/2021-12-21"]


def test_ends_of_a_range_keep_their_values_and_date_by_the_whole() -> None:
    text = "They fought from October to December."
    assert told(text) == ["October = 2021-10", "December = 2021-12"]
    assert dated(text) == ["October to December = 2021-10-01/2022-01-01 throughout"] * 2
    assert dated("It is open Friday through Sunday.")[0] == "Friday through Sunday = 2021-12-24/2021-12-27 throughout"
    assert dated("It was built between 2010 and 2015.")[0] == "2010 and 2015 = 2010-01-01/2016-01-01"


def test_a_date_that_moved_is_no_range() -> None:
    assert dated("The vote was moved from Monday to Wednesday.")[0] == "Monday = 2021-12-20/2021-12-21"


def test_a_month_shares_the_year_of_the_one_it_is_joined_to() -> None:
    assert told("Rain fell in June and July 2014.") == ["June = 2014-06", "July 2014 = 2014-07"]


def test_tomorrow_in_a_quotation_counts_from_the_day_it_was_said() -> None:
    assert told('"We march tomorrow," he said on Friday.') == ["tomorrow = 2021-12-18", "Friday = 2021-12-17"]
    assert told('On Friday he said: "Tomorrow we march."') == ["Friday = 2021-12-17", "Tomorrow = 2021-12-18"]
    assert told("“We march tomorrow,” he said.") == ["tomorrow = 2021-12-22"]
    assert told('He said so Friday. "We march tomorrow."') == ["Friday = 2021-12-17", "tomorrow = 2021-12-22"]


def test_what_counts_from_a_date_told_claims_nothing_without_one() -> None:
    assert told("Three days later he died.") == ["Three days later = FUTURE_REF"]
    assert dated("Three days later he died. That year was hard.") == []


def test_narratives_take_the_year_from_the_text() -> None:
    text = (
        "War came in 1939. In 1940 the capital fell. In June 1941 the east was attacked. In August the army halted. "
        "On 30 September it moved. By January 1942 it was beaten, and in 1943 and 1944 it fell back."
    )
    assert "August = 1941-08" in told(text)
    assert "30 September = 1941-09-30" in told(text)


def test_a_quarter_told_is_the_one_a_year_earlier_is_a_year_before() -> None:
    text = "Profit rose in the third quarter. A year earlier the bank lost money."
    assert told(text) == ["the third quarter = 2021-Q3", "A year earlier = 2020-Q3"]


def test_days_that_no_calendar_has_are_not_told() -> None:
    assert told("The form says Feb. 30, 2021, in ink.") == ["2021 = 2021"] or told("It says 31 June 2020.") == []
    assert dated("Born on February 29, 2020, he is odd.") == ["February 29, 2020 = 2020-02-29/2020-03-01"]


def test_a_narrative_is_followed_through_its_turns() -> None:
    text = (
        "The war lasted from 1871 to 1874. On 14 May 1871 the fleet came. Two days later the town fell, and the next "
        "morning the governor fled. By 20 May the coast was lost; on the 25th a truce was signed. On the night of "
        "5-6 August it ended. That autumn it rained. In February 1872 talks opened and failed the following month. By "
        "the end of the year nothing was agreed. In 1884 its archives burned."
    )
    told_by_phrase = dict(one.split(" = ") for one in told(text, "2011-06-15"))
    assert told_by_phrase["Two days later"] == "1871-05-16"
    assert told_by_phrase["the next morning"] == "1871-05-17TMO"
    assert told_by_phrase["20 May"] == "1871-05-20"
    assert told_by_phrase["the 25th"] == "1871-05-25"
    assert told_by_phrase["the night of 5-6 August"] == "1871-08-05TNI/1871-08-06TNI"
    assert told_by_phrase["That autumn"] == "1871-FA"
    assert told_by_phrase["the following month"] == "1872-03"
    assert told_by_phrase["the end of the year"] == "1872"


def test_a_plan_in_the_passive_and_a_present_that_schedules_look_ahead() -> None:
    assert told("The festival will be held in August.") == ["August = 2022-08"]
    assert told("A pact to be signed on Friday worries Norway.") == ["Friday = 2021-12-24"]
    assert told("The man was found to be dead on Friday.") == ["Friday = 2021-12-17"]
    assert told("The first to be freed on Friday was a nurse.") == ["Friday = 2021-12-17"]
    assert told("The festival, held in August, drew thousands.") == ["August = 2021-08"]
    assert told("Talks resume Monday in Geneva.") == ["Monday = 2021-12-27"]
    assert told("The game is Saturday.") == ["Saturday = 2021-12-25"]
    assert told("The bank said it would reopen Wednesday.") == ["Wednesday = 2021-12-22"]
    assert told("The ruling could come as soon as Tuesday or Wednesday.")[1] == "Wednesday = 2021-12-22"


def test_a_weekday_beside_a_day_of_the_month_picks_the_year() -> None:
    assert told("Clocks go back on Sunday, Nov. 6.") == ["Sunday, Nov. 6 = 2022-11-06"]
    assert told("He died on Saturday, Nov. 6.") == ["Saturday, Nov. 6 = 2021-11-06"]


def test_a_time_of_day_takes_the_day_of_its_sentence() -> None:
    assert told("Fire broke out at 10 p.m. in the old town on Friday.")[0] == "10 p.m. = 2021-12-17T22:00"
    assert told("It opens from noon to 3 p.m. Friday.")[0] == "noon = 2021-12-24T12:00"


def test_may_the_verb_looks_ahead_and_may_the_month_does_not() -> None:
    assert told("The plant, which closed in 2019, may reopen in March.")[1] == "March = 2022-03"
    assert told("The May vote looms.", "2021-03-21") == ["May = 2021-05"]
    assert told("Since the Oct. 23 killing he had hidden.", "2021-05-07") == ["Oct. 23 = 2020-10-23"]


def test_a_verb_in_the_present_schedules_and_a_noun_of_its_letters_does_not() -> None:
    assert told("The chancellor speaks in Graz on Monday.") == ["Monday = 2021-12-27"]
    assert told("Islanders go to the polls on Sunday.") == ["Sunday = 2021-12-26"]
    assert told("Rovers host Dundee on Wednesday.") == ["Wednesday = 2021-12-22"]
    assert told("Owners face a deadline in October.") == ["October = 2022-10"]
    assert told("Crowds cheered his visit to Graz on Monday.") == ["Monday = 2021-12-20"]
    assert told("They were seen to go to the mill on Sunday.") == ["Sunday = 2021-12-19"]
    assert told("He lost the vote on Sunday.") == ["Sunday = 2021-12-19"]


def test_a_verb_after_a_modal_is_not_past() -> None:
    assert told("The front is forecast to stall and could hit Malta by Thursday.") == ["Thursday = 2021-12-23"]
    assert told("The hail hit Malta on Thursday.") == ["Thursday = 2021-12-16"]
    assert told("The union vowed to strike in March.") == ["March = 2022-03"]


def test_plans_in_the_present_look_ahead_and_what_lasts_since_a_day_looks_back() -> None:
    assert told("Her aunt is flying home on Thursday.") == ["Thursday = 2021-12-23"]
    assert told("Detectives are investigating a blaze on Thursday.") == ["Thursday = 2021-12-16"]
    assert told("Miners return to work on Thursday.") == ["Thursday = 2021-12-23"]
    assert told("Miners cheered his return to work on Thursday.") == ["Thursday = 2021-12-16"]
    assert told("It will be the first strike since October.") == ["October = 2021-10"]
    assert told("The bishop visits the ruined abbey on Thursday.") == ["Thursday = 2021-12-23"]
    assert told("Figures due on Thursday will settle it.") == ["Thursday = 2021-12-23"]


def test_a_year_that_opens_a_sentence_holds_the_months_and_days_after_it() -> None:
    text = "In 2018 the port was shelled from the hills behind it, and when it was over on January 19 it lay bare."
    assert told(text) == ["2018 = 2018", "January 19 = 2018-01-19"]
    assert told("Last year, the court sat in June. It sits in March.")[1:] == ["June = 2020-06", "March = 2022-03"]
    assert told("The firm, founded in 2018, will report on January 19.") == ["2018 = 2018", "January 19 = 2022-01-19"]


def test_years_to_come_make_no_narrative() -> None:
    text = (
        "The probe lifted off in 2016. It will land in 2026, drill until 2027 and return in 2029 or 2030, after its "
        "forerunners of 1999 and 2010. A first try in August was broken off."
    )
    assert told(text)[-1] == "August = 2021-08"


def test_of_two_weekdays_joined_the_second_follows_the_first() -> None:
    assert told("Pilots called a strike for next Tuesday and Wednesday.") == [
        "next Tuesday = 2021-12-28",
        "Wednesday = 2021-12-29",
    ]
    assert told("The panel met on Monday and Tuesday.") == ["Monday = 2021-12-20", "Tuesday = 2021-12-21"]


def test_what_stays_as_it_is_may_do_so_for_days_to_come() -> None:
    assert told("The school will stay closed until Thursday.") == ["Thursday = 2021-12-23"]
    assert told("Forecasters expect another storm to arrive late Wednesday or early Thursday.") == [
        "late Wednesday = 2021-12-22",
        "early Thursday = 2021-12-23",
    ]


def test_of_a_field_that_is_all_dates_the_first_are_read() -> None:
    found = read("now " * (MOST + 1))
    assert (len(found), found[-1].expression.start) == (MOST, 4 * (MOST - 1))


def test_a_verb_that_is_a_noun_too_schedules_where_no_past_verb_stands_before_it() -> None:
    assert told("The appeal court rules on Monday.") == ["Monday = 2021-12-27"]
    assert told("Ministers tightened tax rules on Monday.") == ["Monday = 2021-12-20"]
    assert told("Polls open Sunday.") == ["Sunday = 2021-12-26"]
    assert told("He was cheered at the Graz Open on Sunday.") == ["Sunday = 2021-12-19"]
    assert told("The boy appears in court on Friday.") == ["Friday = 2021-12-24"]
    assert told("In Sunday's debate against his rival he wept.") == ["Sunday = 2021-12-19"]


def test_what_is_on_a_day_is_ahead() -> None:
    assert told("The trial is on Thursday.") == ["Thursday = 2021-12-23"]
    assert told("The trial was on Thursday.") == ["Thursday = 2021-12-16"]


def test_time_granted_until_a_day_is_ahead() -> None:
    assert told("Rebels gave them until Friday to leave.") == ["Friday = 2021-12-24"]
    assert told("The judge gave him until Monday.") == ["Monday = 2021-12-27"]
    assert told("The siege lasted until Friday.") == ["Friday = 2021-12-17"]
    assert told("The trial was put off until the spring.") == ["the spring = 2022-SP"]
    (one,) = read("The judge gave him until Monday.")
    assert one.expression.explanation == "Monday: the first Monday from publication on Tuesday 2021-12-21 on"


def test_a_plan_governs_the_clause_joined_to_it() -> None:
    text = "They will meet on Monday in Graz, in the town hall, and sign the pact on Tuesday."
    assert told(text) == ["Monday = 2021-12-27", "Tuesday = 2021-12-28"]
    assert told("They will meet on Monday and, an aide said on Friday, sign.")[1] == "Friday = 2021-12-17"
    assert told("They will sign on Thursday after talks on Wednesday.")[1] == "Wednesday = 2021-12-22"


def test_what_moves_goes_from_a_day_before_to_one_ahead() -> None:
    assert told("The vote was moved from Monday to Thursday.") == ["Monday = 2021-12-20", "Thursday = 2021-12-23"]
    assert told("The vote was put back to Friday.") == ["Friday = 2021-12-24"]
    assert told("The vote was moved from Thursday to Monday.") == ["Thursday = 2021-12-23", "Monday = 2021-12-27"]


def test_what_is_due_by_a_feast_is_due_by_the_coming_one() -> None:
    assert told("The bridge is expected by Thanksgiving.") == ["Thanksgiving = 2022-11-24"]
    assert told("The bridge is expected by Thanksgiving.", "2021-10-21") == ["Thanksgiving = 2021-11-25"]
    assert told("He was jailed at Christmas.", "2021-10-21") == ["Christmas = 2020-12-25"]
    assert told("Sales rose before Christmas.", "2022-01-03") == ["Christmas = 2021-12-25"]


def test_a_day_of_a_month_two_months_off_follows_the_verb() -> None:
    assert told("The coin was stolen on March 11.") == ["March 11 = 2021-03-11"]
    assert told("The board declared a dividend on Jan. 3.") == ["Jan. 3 = 2022-01-03"]
    assert told("The dividend it declared is payable March 31.") == ["March 31 = 2022-03-31"]


def test_a_hedge_leaves_a_bound_as_it_is() -> None:
    assert dated("They are held until at least January 9.") == ["January 9 = until 2022-01-09/2022-01-10 throughout"]
    assert dated("They had known of it since at least 2017.") == ["2017 = since 2017-01-01/2018-01-01 throughout"]


def test_talks_after_which_a_plan_comes_lie_before_it() -> None:
    text = "They will meet in Graz on Thursday after talks in Linz on Wednesday."
    assert told(text) == ["Thursday = 2021-12-23", "Wednesday = 2021-12-22"]
    assert told("They will meet on Tuesday after talks on Monday.") == ["Tuesday = 2021-12-21", "Monday = 2021-12-20"]


def test_what_is_prepared_for_is_to_come() -> None:
    assert told("Police were sent to Graz ahead of Sunday's vote.") == ["Sunday = 2021-12-26"]


def test_a_noun_before_its_verb_schedules_nothing() -> None:
    assert told("The Graz Open on Sunday was won by a boy.") == ["Sunday = 2021-12-19"]


def test_explanations_name_the_date_that_another_is_told_beside() -> None:
    (one,) = read("It will shut in the new year.")
    assert one.expression.explanation == (
        "the new year: the year that holds 2022-01-01, the one nearest to publication on Tuesday 2021-12-21, "
        "because “will” looks ahead"
    )
    (two,) = read("He left the day after Christmas.", "2021-12-28")
    assert two.expression.explanation.startswith("the day after Christmas: 1 day after 2021-12-25, the one nearest to")


def test_a_present_verb_plans_no_day_of_what_came_before_it() -> None:
    assert told("Police hold a man after a stabbing on Saturday.") == ["Saturday = 2021-12-18"]
    assert told("Police hold a man over Monday's murder.") == ["Monday = 2021-12-20"]
    assert told("The pair hold talks on Thursday.") == ["Thursday = 2021-12-23"]


def test_a_past_hour_still_to_come_is_of_the_day_before_where_publications_day_was_told_too() -> None:
    assert told("Ten were missing on Tuesday. The ferry left the quay at 8 p.m.")[1] == "8 p.m. = 2021-12-20T20:00"
    assert told("Ten were missing on Tuesday. The ferry left the quay at 8 a.m.")[1] == "8 a.m. = 2021-12-21T08:00"


def test_what_is_proposed_or_fixed_for_a_date_may_be_to_come() -> None:
    assert told("Norway proposed a summit in January.") == ["January = 2022-01"]
    assert told("Norway proposed it in October.") == ["October = 2021-10"]
    assert told("The hearing was rescheduled for Friday.") == ["Friday = 2021-12-24"]
    assert told("The opening was fixed for June 1.") == ["June 1 = 2022-06-01"]
    assert told("Unions called a long strike for Friday.") == ["Friday = 2021-12-24"]
    assert told("Norway set a record for October.") == ["October = 2021-10"]


def test_what_could_be_is_ahead_and_what_one_could_hear_is_not() -> None:
    assert told("A storm could hit the coast on Friday.") == ["Friday = 2021-12-24"]
    assert told("People could hear shots on Friday.") == ["Friday = 2021-12-17"]


def test_what_is_shut_until_a_day_opens_on_one_to_come() -> None:
    assert told("The line closed all its stations on the coast until Friday.") == ["Friday = 2021-12-24"]
    assert told("It suspended all trains between the harbour and the town until Friday.") == ["Friday = 2021-12-24"]


def test_a_date_that_opens_a_sentence_is_that_of_the_agreeing() -> None:
    assert told("In November the company agreed to pay.") == ["November = 2021-11"]
    assert told("On Friday the company is supposed to pay.") == ["Friday = 2021-12-24"]


def test_the_next_year_after_a_past_verb_is_that_after_the_one_told() -> None:
    assert told("It sank in 1998. Divers found it the next year.")[1] == "the next year = 1999"
    assert told("Divers found it the next year.") == ["the next year = PAST_REF"]
    assert told("It sank in 1998. Divers will look the next year.")[1] == "the next year = 2022"


def test_before_the_end_is_no_later_than_the_end() -> None:
    (one,) = read("They will meet before the end of March.")
    assert (one.bound, one.expression.edtf) == ("not_after", "2022-03-21/2022-03-31")


def test_what_will_be_is_no_date_of_the_life_told() -> None:
    life = "He was born in 1931, studied from 1950 to 1954, wed in 1960 and retired in 1991. He moved in 1995. "
    assert told(f"{life}A service will be held on 20 April.")[-1] == "20 April = 2022-04-20"
    assert told(f"{life}He fell ill on 20 April.")[-1] == "20 April = 1995-04-20"


def test_it_goes_on_show_and_is_not_let_go() -> None:
    assert told("It goes on show on Friday.") == ["Friday = 2021-12-24"]
    assert told("The mayor had let it go on Friday.") == ["Friday = 2021-12-17"]


def test_what_has_its_year_in_its_name_takes_place_in_that_year() -> None:
    assert told("The 2023 fair opens in Basel on June 11.") == ["2023 = 2023", "June 11 = 2023-06-11"]
    assert told("The 2019 final was played in the rain on March 18.") == ["2019 = 2019", "March 18 = 2019-03-18"]


def test_what_befalls_it_otherwise_is_of_its_own_time() -> None:
    assert told("The 2019 treaty was torn up on Dec. 3.") == ["2019 = 2019", "Dec. 3 = 2021-12-03"]
    assert told("The 2019 vote was annulled after talks began on Dec. 3.") == ["2019 = 2019", "Dec. 3 = 2021-12-03"]
    assert told("The 2019 fair, which opened on Dec. 3, ran late.") == ["2019 = 2019", "Dec. 3 = 2021-12-03"]


def test_a_verb_in_the_present_plans_its_day() -> None:
    assert told("The strike enters its third week on Friday.") == ["Friday = 2021-12-24"]
    assert told("The permit lapses on Friday.") == ["Friday = 2021-12-24"]


def test_a_letter_beyond_ascii_ends_no_sentence() -> None:
    assert told("Norway will meet Malm\u00f6 on Friday.") == ["Friday = 2021-12-24"]
    assert told("The vote took place in Nazare\u0301 on May 3.") == ["May 3 = 2021-05-03"]
    assert told("It costs 5 \u20ac and will open on Friday.") == ["Friday = 2021-12-24"]


def test_what_is_moved_from_a_day_to_another_is_near_on_both() -> None:
    assert told("Latvia postponed its referendum from March 3 to March 17.") == [
        "March 3 = 2022-03-03",
        "March 17 = 2022-03-17",
    ]
    assert told("Oslo has moved its vote on the new harbour from May 3 to May 17.") == [
        "May 3 = 2022-05-03",
        "May 17 = 2022-05-17",
    ]
    assert told("The firm postponed the first flight of its rocket to late September.") == ["late September = 2022-09"]
    assert told("The council pushed back the vote from Wednesday to Friday.") == [
        "Wednesday = 2021-12-22",
        "Friday = 2021-12-24",
    ]


def test_what_is_halted_until_a_day_is_so_until_the_next() -> None:
    assert told("The line halted its sailings until Friday.") == ["Friday = 2021-12-24"]
    assert told("The fleet was grounded until Saturday.") == ["Saturday = 2021-12-25"]
    assert told("The state banned exports through Friday.") == ["Friday = 2021-12-24"]


def test_what_was_to_be_or_is_given_up_may_lie_ahead() -> None:
    assert told("They cancelled the summit that was to be held in Oslo on May 3.", at="2022-02-12") == [
        "May 3 = 2022-05-03"
    ]
    assert told("The two have called off their May 3 summit.", at="2022-02-12") == ["May 3 = 2022-05-03"]
    assert told("Police looked into the May 3 killing.", at="2022-02-12") == ["May 3 = 2021-05-03"]


def test_the_next_day_goes_on_from_the_story_and_not_from_what_is_told_aside() -> None:
    crash = "The lift fell on Monday, a year after the fire of 6 July 2020. The following morning it was mended."
    assert told(crash)[-1] == "The following morning = 2021-12-21TMO"
    bridge = "Police shut the bridge on Friday. The toll, which began on 3 May 1998, stays. The next day cranes came."
    assert told(bridge)[-1] == "The next day = 2021-12-18"
    dam = "The dam burst on Monday. It was built in 1962. The next day soldiers arrived."
    assert told(dam)[-1] == "The next day = 2021-12-21"
    landing = "Berg died on Sunday. On 6 June 1944 he landed in Normandy. The next day he was wounded."
    assert told(landing)[-1] == "The next day = 1944-06-07"


def test_the_next_day_claims_nothing_where_it_may_go_on_from_either() -> None:
    founded = "Minister Kos quit on Friday. Her party was founded on 3 May 1998. The following morning she left."
    assert told(founded)[-1] == "The following morning = PAST_REF"
    held = "Berg was charged on Friday. He had been held on Monday. The next day he was questioned."
    assert told(held)[-1] == "The next day = PAST_REF"


def test_hours_ago_are_the_hour_that_publication_has() -> None:
    assert told("The fire began two hours ago.") == ["two hours ago = 2021-12-21T12"]
    assert dated("It was put out 20 minutes ago.") == ["20 minutes ago = 2021-12-21T13:00/2021-12-21T14:00"]
    assert told("The fire began two hours ago.", "2021-12-21") == ["two hours ago = PAST_REF"]
    assert told("Rain fell at 9 a.m. and ended an hour earlier.")[-1] == "an hour earlier = 2021-12-21T08"


def test_hours_ago_in_a_quotation_count_from_when_it_was_said() -> None:
    said = '"I rang her an hour ago," he told fans at 11:45 p.m. on Monday.'
    assert told(said)[0] == "an hour ago = 2021-12-20T22"
    assert told('"We heard a bang an hour ago," said Ana Kos.') == ["an hour ago = PAST_REF"]


def test_entries_of_a_live_report_count_from_their_own_time() -> None:
    live = (
        "1.40pm: Trains run again.\n\n11.15am: The mayor will speak tomorrow morning, an aide said on Friday."
        "\n\n10.05am: The line shut an hour ago.\n\n11:30pm: Crews will leave tomorrow morning."
    )
    assert told(live) == [
        "1.40pm = 2021-12-21T13:40",
        "11.15am = 2021-12-21T11:15",
        "tomorrow morning = 2021-12-22TMO",
        "Friday = 2021-12-17",
        "10.05am = 2021-12-21T10:05",
        "an hour ago = 2021-12-21T09",
        "11:30pm = 2021-12-20T23:30",
        "tomorrow morning = 2021-12-21TMO",
    ]


def test_a_time_of_day_keeps_out_of_the_next_clause() -> None:
    walked = "They walked out at midnight and are to return to work on Saturday morning."
    assert told(walked)[0] == "midnight = 2021-12-20T24:00"
    assert told("Doors opened at 6 a.m. and 7 p.m. on Friday.")[0] == "6 a.m. = 2021-12-17T06:00"


def test_what_is_told_to_somebody_is_told_at_that_time() -> None:
    assert told("He told his supporters at 11:45 p.m. that he had lost.") == ["11:45 p.m. = 2021-12-20T23:45"]


def test_a_plan_for_something_looks_ahead() -> None:
    assert told("The agency plans a briefing on Friday.") == ["Friday = 2021-12-24"]
    assert told("Unions are planning a march on Sunday.") == ["Sunday = 2021-12-26"]


def test_a_day_that_is_made_something_is_to_come() -> None:
    assert told("She declared Thursday a day of mourning.") == ["Thursday = 2021-12-23", "a day = P1D"]


def test_times_of_every_day_are_of_none() -> None:
    assert dated("Trains run between 7 a.m. and 7 p.m. each day.") == []
    assert told("Doors open at 9 a.m. daily.") == ["9 a.m. = T09:00", "daily = P1D"]


def test_a_story_goes_on_from_what_was_told_and_not_from_when_it_was_said() -> None:
    line = "The line opens on 28 January, the council said on Friday. Trials start two weeks earlier."
    assert told(line)[-1] == "two weeks earlier = 2022-W02"
    quit_on = "The minister said on Friday that she would resign. The next day she left."
    assert told(quit_on)[-1] == "The next day = 2021-12-18"


def test_a_time_in_the_evening_after_a_midnight_is_of_the_evening_before_it() -> None:
    conceded = "He conceded shortly before midnight. His wife arrived at 11:45 p.m. with a cake."
    assert told(conceded, "2021-12-21T01:45") == ["midnight = 2021-12-20T24:00", "11:45 p.m. = 2021-12-20T23:45"]


def test_what_was_to_come_is_just_gone_or_the_coming_one() -> None:
    assert told("Work was to start on Monday.") == ["Monday = 2021-12-20"]
    assert told("Work was to start on Sunday.") == ["Sunday = 2021-12-19"]
    assert told("Work was to start on Friday.") == ["Friday = 2021-12-24"]
    assert told("He was to have spoken on Friday.") == ["Friday = 2021-12-17"]


def test_a_time_of_day_is_of_the_day_told_last_though_a_month_or_an_aside_came_between() -> None:
    walked = "Talks stalled on Friday over a dam begun in March. He walked out at 11 p.m. but returned the next day."
    assert told(walked) == [
        "Friday = 2021-12-17",
        "March = 2021-03",
        "11 p.m. = 2021-12-17T23:00",
        "the next day = 2021-12-18",
    ]
    march = "Crowds marched on Friday against a mine that the council approved on 18 November. It began at noon."
    assert told(march)[-1] == "noon = 2021-12-17T12:00"


def test_a_full_stop_of_pm_may_end_its_sentence() -> None:
    final = "The final on Monday ended at 9:15 p.m. Okoro had saved three points in Saturday's semi-final."
    assert told(final)[1] == "9:15 p.m. = 2021-12-20T21:15"


def test_what_nothing_past_is_told_of_before_a_weekend_is_to_come() -> None:
    assert dated("Witnesses are asked to call before the weekend.") == ["the weekend = before 2021-12-25/2021-12-27"]
    assert dated("He died before the weekend.") == ["the weekend = before 2021-12-18/2021-12-20"]
