"""Who a sentence refers to: names joined, titles stripped, metonyms and anaphora resolved."""

import pytest

from app.actors.bodies import sort_of
from app.domain.actor import ActorKind
from tests.actors.conftest import Linked, Told


def test_title_and_demonym_are_no_part_of_a_name(told: Told) -> None:
    assert told("Norwegian Prime Minister Ingrid Solberg opened the tunnel.") == [
        "Norwegian=Norway/alias",
        "Ingrid Solberg=Ingrid Solberg/exact",
    ]


def test_surname_means_the_full_name(told: Told) -> None:
    assert told("Peter Lindholm resigned on Friday.", "Lindholm will leave the board in May.") == [
        "Lindholm=Peter Lindholm/surname"
    ]


def test_surname_means_the_last_of_two_who_bear_it(linked: Linked) -> None:
    sentences = linked(
        "Peter Lindholm resigned on Friday.",
        "Lindholm said he was tired.",
        "His wife, Karin Lindholm, left too.",
        "Lindholm told reporters she was glad.",
    )
    assert (sentences[1][0].name, sentences[3][0].name) == ("Peter Lindholm", "Karin Lindholm")


def test_misspelt_person_is_joined(told: Told) -> None:
    assert told(
        "Gregor Havelka met the miners.", "Gregor Havelka promised more pay.", "Greggor Havelka left on Monday."
    ) == ["Greggor Havelka=Gregor Havelka/fuzzy"]


def test_misspelt_surname_is_joined(told: Told) -> None:
    assert told("Gregor Havelka met the miners.", "Haveljka promised more pay.")[0].endswith("Gregor Havelka/fuzzy")


@pytest.mark.parametrize(
    "sentences",
    [
        ("Troops from Austria arrived.", "Officials from Austria spoke.", "Officials from Australia left."),
        ("Ana Brandt spoke.", "Ana Brandt left.", "Jana Brandt stayed."),
        ("Kim Tae won.", "Kim Tae smiled.", "Kim Tai lost."),
    ],
)
def test_what_must_not_be_joined(linked: Linked, sentences: tuple[str, ...]) -> None:
    first, *_, last = linked(*sentences)
    assert {one.name for one in first}.isdisjoint(one.name for one in last)


def test_acronym_is_defined_in_brackets(told: Told) -> None:
    assert "HSB=Harbour Safety Board/acronym" in told(
        "The Harbour Safety Board (HSB) inspected the ferry.", "The HSB closed the pier on Sunday."
    )


def test_curated_acronym_needs_no_definition(told: Told) -> None:
    assert told("The IMF approved the loan.") == ["IMF=International Monetary Fund/acronym"]


def test_pronoun_is_no_country(told: Told) -> None:
    assert told("The guide told us who came.") == []


def test_capital_that_speaks_is_its_government(told: Told) -> None:
    assert told("Ottawa rejected the offer.") == ["Ottawa=Canada/alias"]


def test_capital_that_is_visited_is_a_place(linked: Linked) -> None:
    (references,) = linked("The choir sang in Ottawa on Friday.")
    assert [(one.name, one.kind) for one in references] == [("Ottawa", ActorKind.PLACE)]


def test_seat_is_its_government(told: Told) -> None:
    assert told("Downing Street denied the report.") == ["Downing Street=United Kingdom/alias"]


def test_forces_of_a_country_act_for_it(told: Told) -> None:
    assert told("Ethiopian forces entered the town.") == ["Ethiopian forces=Ethiopia/role_noun"]


def test_counted_people_are_not_their_country(told: Told) -> None:
    assert told("Three Germans were hurt in the fall.") == []


def test_named_war_names_no_country(told: Told) -> None:
    assert told("Pupils read about the Spanish war.") == []


def test_leader_of_a_country_is_who_was_introduced_so(told: Told) -> None:
    assert "the Finnish leader=Mika Aalto/role_noun" in told(
        "Finnish President Mika Aalto flew to Oslo.", "On Sunday the Finnish leader skied."
    )


def test_the_president_is_the_one_president(told: Told) -> None:
    assert "The president=Mika Aalto/role_noun" in told(
        "President Mika Aalto met Minister Lena Koch.", "The president left early."
    )


def test_the_president_of_two_is_nobody(told: Told) -> None:
    assert told("President Mika Aalto met President Lena Koch.", "The president left early.") == []


def test_the_company_is_the_one_in_mind(told: Told) -> None:
    assert told("Nokia opened a plant in March.", "The company hired 300 people.") == ["The company=Nokia/role_noun"]


def test_the_company_of_two_equals_is_nobody(told: Told) -> None:
    assert told("A court heard Nokia and Motorola.", "The company hired 300 people.") == []


def test_an_insurance_company_is_another_one(told: Told) -> None:
    assert told("Nokia opened a plant in March.", "The insurance company hired 300 people.") == []


def test_she_is_the_last_woman_who_spoke(told: Told) -> None:
    assert told(
        "“The bridge is safe,” Karen Holt told reporters.",
        "Peter Lindholm praised Mark Stein.",
        "“It will open in June,” she said.",
    ) == ["she=Karen Holt/pronoun"]


def test_he_is_the_subject_above(told: Told) -> None:
    assert told("Peter Lindholm told Mark Stein that he would resign.")[-1] == "he=Peter Lindholm/pronoun"


def test_he_is_the_subject_of_the_sentence_before(told: Told) -> None:
    assert told("Peter Lindholm opened the fair with Mark Stein.", "He said the halls were full.") == [
        "He=Peter Lindholm/pronoun"
    ]


def test_him_is_not_the_subject_of_his_own_clause(told: Told) -> None:
    assert told("Peter Lindholm wrote a book.", "Mark Stein praised him.")[-1] == "him=Peter Lindholm/pronoun"


def test_caption_brings_nobody_on_stage(told: Told) -> None:
    assert told("Peter Lindholm opened the fair.", "Mayor Mark Stein, left", "He said the halls were full.") == [
        "He=Peter Lindholm/pronoun"
    ]


def test_pronoun_in_a_quotation_is_left_alone(told: Told) -> None:
    assert told("Peter Lindholm opened the fair.", "“We know he is right.”") == []


@pytest.mark.parametrize(
    "credit",
    [
        "Jonas Weber/AFP/Getty Images",
        "With Herald wires",
        "Photo by Jonas Weber",
        "By Jonas Weber",
        "Source link",
        "Jonas Weber via Reuters",
    ],
)
def test_credit_names_no_actor(told: Told, credit: str) -> None:
    assert told("Peter Lindholm opened the fair.", credit) == []


def test_a_blank_tells_no_sort_of_body() -> None:
    assert sort_of("\n") == ""


def test_the_west_is_a_bloc_and_the_west_coast_is_not(told: Told) -> None:
    assert told("Sanctions by the West hurt the economy.") == ["West=the West/alias"]
    assert told("Rain fell in the west of the island.") == []


def test_offsets_point_into_the_article(linked: Linked) -> None:
    first, second = "Peter Lindholm opened the fair.", "In Oslo Lindholm spoke."
    article = f"{first} {second}"
    found = [one for references in linked(first, second) for one in references]
    assert [article[one.start : one.end] for one in found] == [one.text for one in found]
    assert [one.text for one in found] == ["Peter Lindholm", "Oslo", "Lindholm"]


def test_possessive_is_resolved(told: Told) -> None:
    assert told("Peter Lindholm announced his resignation.")[-1] == "his=Peter Lindholm/pronoun"


def test_its_is_the_company(told: Told) -> None:
    assert told("Nokia closed its plant in Bochum.")[1] == "its=Nokia/pronoun"


def test_i_is_who_is_quoted(told: Told) -> None:
    assert "I=Karen Holt/pronoun" in told("“I will resign in March,” Karen Holt told the council.")


def test_pronoun_after_an_unnamed_witness_is_nobody(told: Told) -> None:
    assert "Peter Lindholm/pronoun" not in " ".join(
        told("Peter Lindholm opened the fair.", "A witness said he ran away.", "He was hurt.")
    )


def test_ministries_of_a_country_have_one_name(told: Told) -> None:
    one = told("Norway’s foreign ministry summoned the envoy.")
    other = told("The Norwegian Foreign Ministry summoned the envoy.")
    assert one[0] == "Norway’s foreign ministry=Norwegian Ministry of Foreign Affairs/exact"
    assert other[0] == "Norwegian Foreign Ministry=Norwegian Ministry of Foreign Affairs/exact"


def test_adjective_settles_an_ambiguous_country(linked: Linked) -> None:
    sentences = linked("Jordan closed the road on Monday.", "Jordanian officials gave no reason.")
    assert sentences[0][0].kind is ActorKind.COUNTRY


def test_nickname_and_middle_initial_are_one_person(linked: Linked) -> None:
    sentences = linked("Robert T. Hale resigned.", "Bob Hale was 61.", "Hale had led the bank.")
    assert len({one.name for references in sentences for one in references}) == 1


def test_two_middle_initials_are_two_people(linked: Linked) -> None:
    sentences = linked("Robert T. Hale resigned.", "Robert J. Hale succeeded him.")
    assert sentences[0][0].name != sentences[1][0].name


def test_headline_in_capitals_names_who_the_article_names(linked: Linked) -> None:
    headline, _ = linked("KAREN HOLT LEAVES HARBOUR BOARD AFTER ROW", "Karen Holt resigned on Friday.")
    assert [f"{one.text}={one.name}" for one in headline] == ["KAREN HOLT=Karen Holt"]


def test_longer_name_of_an_organisation_is_the_same_one(told: Told) -> None:
    assert told("Harbour Lease Finance Corp sold two ferries.", "Harbour Lease kept one.")[0].startswith(
        "Harbour Lease=Harbour Lease Finance Corp/"
    )


def test_the_two_companies_are_both(told: Told) -> None:
    assert sorted(told("Nokia sued Motorola in May.", "The two companies settled on Friday.")) == [
        "The two companies=Motorola/role_noun",
        "The two companies=Nokia/role_noun",
    ]


def test_the_two_companies_of_three_are_nobody(told: Told) -> None:
    assert told("Nokia, Sony and Motorola met in May.", "The two companies settled on Friday.") == []


def test_known_person_is_found_though_the_surname_is_a_month(told: Told) -> None:
    assert told("Theresa May resigned in May 2019.") == ["Theresa May=Theresa May/exact"]


def test_family_name_that_stands_first_is_a_surname(told: Told) -> None:
    assert told("Park Min-su opened the museum.", "Park thanked the donors.") == ["Park=Park Min-su/surname"]


def test_acronym_that_is_a_pronoun_in_small_letters(told: Told) -> None:
    assert told("The WHO sent doctors.") == ["WHO=World Health Organization/acronym"]


def test_capital_that_pays_is_its_government(told: Told) -> None:
    assert told("The minister said Lisbon would pay half.")[-1] == "Lisbon=Portugal/alias"


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("Florida will follow in June.", "Georgia (U.S. state)"),
        ("Florida sent aid, a Georgian minister said.", "Georgia"),
        ("Moscow closed the border.", "Georgia"),
    ],
)
def test_georgia_is_the_state_beside_other_states(linked: Linked, other: str, name: str) -> None:
    first, _ = linked("Floods hit towns in Georgia on Monday.", other)
    assert [one.name for one in first] == [name]


def test_surname_that_is_a_month_can_be_a_subject(told: Told) -> None:
    assert (
        told("Theresa May resigned.", "May told reporters that the talks had failed.")[0] == "May=Theresa May/surname"
    )
