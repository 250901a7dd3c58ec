"""Who a sentence names when the parser missed it: ages, famous surnames, chambers, clubs."""

import pytest

from app.actors.identity import identity
from app.domain.actor import ActorKind
from tests.actors.conftest import Linked, Told


def test_age_tells_that_a_name_is_a_persons(linked: Linked) -> None:
    first, second = linked("Torvik Hale scored twice as Millbrook beat Dunmore.", "Hale, 24, opened the scoring.")
    assert (first[0].name, first[0].kind) == ("Torvik Hale", ActorKind.PERSON)
    assert [(one.name, one.match) for one in second] == [("Torvik Hale", "surname")]


def test_title_of_the_surname_tells_that_the_full_name_is_a_persons(linked: Linked) -> None:
    first, second = linked("Torvik Hale opened the fair.", "Mr Hale told reporters that the halls were full.")
    assert {first[0].name, second[0].name} == {"Torvik Hale"}
    assert first[0].kind is ActorKind.PERSON


def test_figure_after_a_company_is_no_age(linked: Linked) -> None:
    (references,) = linked("Brightwater Holdings, 24, and two more firms were fined.")
    assert all(one.kind is not ActorKind.PERSON for one in references)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trump flew to Ohio on Monday.", "Donald Trump"),
        ("Trump was fined on Monday.", "Donald Trump"),
        ("A clerk sent Erdogan the letter.", "Recep Tayyip Erdoğan"),
        ("Zelenskyy opened the bridge.", "Volodymyr Zelensky"),
        ("Xi flew to Lisbon on Monday.", "Xi Jinping"),
    ],
)
def test_famous_surname_alone_is_the_one_person(told: Told, text: str, name: str) -> None:
    assert any(one.endswith(f"={name}/surname") for one in told(text))


@pytest.mark.parametrize("text", ["Bush flew to Ohio on Monday.", "Brown opened the bridge.", "Park left the hall."])
def test_surname_of_many_is_nobody_known(told: Told, text: str) -> None:
    assert not any(one.endswith("/surname") for one in told(text))


def test_famous_surname_comes_before_its_other_bearers(linked: Linked) -> None:
    sentences = linked("A clerk left.", "Trump flew to Ohio.", "His wife, Melania Trump, stayed.")
    assert sentences[1][0].name == "Donald Trump"


def test_headline_with_a_famous_surname_means_its_bearer_in_the_article(linked: Linked) -> None:
    headline, _ = linked("Merkel wins race", "Anna Merkel, 31, won by a second.")
    assert {one.name for one in headline} == {"Anna Merkel"}


def test_full_name_that_opens_with_a_given_name_needs_no_label(told: Told) -> None:
    assert told("Late on Monday Karen Holt opened the fair.") == ["Karen Holt=Karen Holt/exact"]


def test_surname_inside_a_longer_name_is_not_the_person(told: Told) -> None:
    assert not any("Donald" in one for one in told("Guests left Trump Tower on Monday."))


@pytest.mark.parametrize(("name", "spelling"), [("Volodymyr Zelensky", "zelenskyy"), ("Xi Jinping", "xi")])
def test_person_is_found_by_other_spellings_of_the_surname(name: str, spelling: str) -> None:
    assert spelling in identity(name, ActorKind.PERSON).aliases


@pytest.mark.parametrize("beside", ["Congress met on Monday.", "Democrats met on Monday.", "The Senate met on Monday."])
def test_the_house_is_the_american_one_beside_its_like(told: Told, beside: str) -> None:
    assert told(beside, "The House will vote on the farm law in June.")[0] == "House=US House of Representatives/alias"


@pytest.mark.parametrize(
    "beside",
    [
        "The House of Commons met on Monday.",
        "Republicans lost the Texas House in May.",
        "The Senate of Australia met on Monday.",
        "In Canberra the Senate passed the tax law.",
        "Karen Holt met the owner.",
    ],
)
def test_the_house_is_nobody_elsewhere(told: Told, beside: str) -> None:
    assert told(beside, "The House will vote on the farm law in June.") == []


@pytest.mark.parametrize(
    ("beside", "text", "meant"),
    [
        ("A court in Lima freed the mayor.", "Congress rejected the bill.", "Congress of Peru"),
        ("In Canberra it rained.", "The Senate passed the tax law.", "Senate of Australia"),
        ("Ukraine asked for more shells.", "Congress rejected the bill.", "US Congress"),
        ("Mexico shut the border with the United States.", "Congress rejected the bill.", "US Congress"),
        ("Republicans spoke of Brazil.", "Congress rejected the bill.", "US Congress"),
        ("Karen Holt met the owner.", "Congress rejected the bill.", "US Congress"),
    ],
)
def test_a_bare_congress_is_that_of_the_country_told_of(told: Told, beside: str, text: str, meant: str) -> None:
    assert [one.partition("=")[2].rpartition("/")[0] for one in told(beside, text)] == [meant]


def test_a_bare_congress_between_two_countries_that_have_one_is_nobody(told: Told) -> None:
    assert told("Peru sued Chile.", "Congress rejected the bill.") == []


@pytest.mark.parametrize("text", ["The house burned down.", "The House of Orange came to Oslo.", "House prices fell."])
def test_other_houses_are_no_parliament(told: Told, text: str) -> None:
    assert not any("Representatives" in one for one in told("Congress met on Monday.", text))


@pytest.mark.parametrize("text", ["Galileo Galilei drew the moon.", "Galileo Dorrin invented a clock in 1911."])
def test_person_whom_the_parser_took_for_a_thing(linked: Linked, text: str) -> None:
    (references,) = linked(text)
    assert references[0].kind is ActorKind.PERSON
    assert " " in references[0].name


def test_city_is_the_club_named_before(told: Told) -> None:
    assert told("Manchester City beat Fulham on Saturday.", "City host Leeds next Wednesday.")[0] == (
        "City=Manchester City/alias"
    )


def test_club_that_the_parser_took_for_a_person_is_a_club(linked: Linked) -> None:
    sentences = linked("Aston Villa won.", "Villa paid the fans in May.")
    assert {one.kind for references in sentences for one in references} == {ActorKind.ORGANISATION}


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Manchester City drew with Leicester City.", "City host Leeds next Wednesday."),
        ("Mexico City flooded on Monday.", "City officials closed the metro."),
        ("Manchester City beat Fulham.", "City officials closed the metro."),
        ("Manchester City beat Fulham.", "The City feared a rise in rates."),
        ("Manchester City Council met on Monday.", "City host Leeds next Wednesday."),
    ],
)
def test_city_is_no_club_elsewhere(told: Told, before: str, text: str) -> None:
    assert not any("Manchester City/" in one or "Leicester City/" in one for one in told(before, text))


def test_two_chambers_called_by_their_bare_names_do_not_make_each_other_american(told: Told) -> None:
    beside = "Police in Buenos Aires fired at a group near Congress."
    assert told(beside, "The bill goes to the Senate on Monday.") == ["Senate=Senate of Argentina/alias"]


@pytest.mark.parametrize("text", ["Ms Montenegro left on Monday.", "Mr Jordan left on Monday.", "Judge Holland left."])
def test_a_country_after_a_title_of_persons_is_a_persons_surname(linked: Linked, text: str) -> None:
    ((only,),) = linked(text)
    assert (only.name, only.kind) == (text.split()[1], ActorKind.PERSON)


def test_a_country_after_a_given_name_is_a_persons_surname(linked: Linked) -> None:
    ((only,),) = linked("Ana Montenegro was elected on Monday.")
    assert (only.name, only.kind) == ("Ana Montenegro", ActorKind.PERSON)
    assert [one.name for one in linked("Montenegro signed the treaty on Monday.")[0]] == ["Montenegro"]
    assert [one.name for one in linked("Miss Montenegro sang in Christian Lebanon.")[0]] == ["Montenegro", "Lebanon"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shares in Torvex fell on Monday.", "Torvex"),
        ("Torvex shares fell on Monday.", "Torvex"),
        ("Millbrook beat Dunmore 2-0 on Sunday.", "Millbrook"),
        ("Everton sacked its manager on Monday.", "Everton"),
        ("Rivian recalled 12,000 vans on Monday.", "Rivian"),
    ],
)
def test_a_company_or_a_team_is_no_person(linked: Linked, text: str, name: str) -> None:
    kinds = {one.name: one.kind for one in linked(text)[0]}
    assert kinds[name] is ActorKind.ORGANISATION


def test_a_player_named_in_full_is_no_team(linked: Linked) -> None:
    first, second = linked("Torvik Hale, 24, won the final on Sunday.", "Hale beat Okafor 3-1.")
    assert {one.name for one in second if one.name.endswith("Hale")} == {"Torvik Hale"}
    assert first[0].kind is ActorKind.PERSON
