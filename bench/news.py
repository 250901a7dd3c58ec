"""Made-up news to be extracted from: distinct articles of a given length, the same for the same number."""

import json
import random
import re
from datetime import UTC, datetime, timedelta

_FIRST = datetime(2015, 1, 1, tzinfo=UTC)
_MINUTES = 10 * 365 * 24 * 60
_SENTENCES = (
    "{person} met {person} in {place} on {weekday} to discuss the harbour dues.",
    "{country} will close its border with {country} next month unless the talks resume.",
    "Dock workers in {place} walked out last {weekday}, the union said.",
    "The {company} Group bought {company} Shipping for {number} million euros in {month}.",
    "{person} was elected mayor of {place} in {month} {year}.",
    "Officials fear that {country} could leave the fisheries pact as early as next year.",
    "{person} denied on {weekday} that {company} had paid the inspectors.",
    "A storm flooded {number} houses near {place} early on {weekday}.",
    "{country} and {country} signed a trade agreement in {place} on {day} {month} {year}.",
    "The court in {place} is due to hear the case of {person} within three weeks.",
    "“We have waited since last summer,” said {person}, who leads the dockers of {place}.",
    "{company} Airways suspended flights to {place} two days after the strike began.",
    "Nobody was hurt when the ferry from {place} ran aground yesterday morning.",
    "If the vote fails, {person} may resign by the end of the month.",
    "The museum of {place}, which opened in {year}, drew {number} thousand visitors last year.",
    "Farmers from {country} blocked the road to {place} for three hours on {weekday} afternoon.",
    "Prices of bread rose again, and few in {place} expect them to fall soon.",
    "{person} told parliament that {country} had doubled its quota in {year}.",
)
_LISTS = """
country: Norway Denmark Sweden Peru Chile Kenya Japan France Spain Ghana Iceland Ireland Portugal Greece
    Poland Finland Brazil Mexico Egypt Morocco Nigeria India Vietnam Thailand Australia Canada Austria Hungary
place: Bergen Aarhus Malmo Callao Valparaiso Mombasa Osaka Lyon Cadiz Tema Akureyri Galway Setubal Volos
    Gdynia Turku Santos Veracruz Suez Agadir Lagos Kochi Haiphong Phuket Hobart Halifax Graz Pecs
weekday: Monday Tuesday Wednesday Thursday Friday Saturday Sunday
month: January February March April May June July August September October November December
first: Anna Peter Maria Jonas Elena Daniel Sofia Martin Laura Simon Clara Victor Julia Oscar Nina Felix
last: Halvorsen Bergman Castillo Okafor Tanaka Moreau Serrano Mensah Jonsdottir Byrne Almeida Pappas Nowak
    Virtanen Barros Fuentes Haddad Bennani Adeyemi Nair Tran Suwan Fraser Gagnon Gruber Kovacs
company: Fjordline Kattegat Solvang Pacifica Andina Savanna Kansai Rhone Gaditana Volta Vatna Corrib Sado
    Pelion Baltica Aurajoki
"""
_WORDS = {name: words.split() for name, words in re.findall(r"^(\w+): ([^:]+)$", _LISTS, re.MULTILINE)}


def posted(number: int, *, characters: int) -> dict[str, str]:
    """The article of this number, as it is posted: at least so many characters of text."""
    chance = random.Random(number)
    published = _FIRST + timedelta(minutes=chance.randrange(_MINUTES))
    text = f"Report {number} from {chance.choice(_WORDS['place'])}."
    while len(text) < characters:
        text += (" ", "\n\n")[chance.random() < 0.2] + chance.choice(_SENTENCES).format_map(_Words(chance))
    return {
        "title": f"{chance.choice(_WORDS['place'])} waits for talks, report {number}",
        "text": text,
        "published_at": published.isoformat(timespec="minutes"),
        "timezone": "Europe/Oslo",
        "url": f"https://news.example/{number}",
        "source": f"Source {number % 97}",
    }


def body(number: int, *, characters: int) -> bytes:
    """The same as JSON."""
    return json.dumps(posted(number, characters=characters)).encode()


class _Words(dict[str, str]):
    """Gives another word at each asking."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance

    def __missing__(self, slot: str) -> str:
        match slot:
            case "person":
                return f"{self['first']} {self['last']}"
            case "number" | "day":
                return str(self._chance.randrange(2, 29 if slot == "day" else 900))
            case "year":
                return str(self._chance.randrange(1990, 2015))
            case _:
                return self._chance.choice(_WORDS[slot])
