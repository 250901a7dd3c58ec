"""The organisations of one article: acronyms spelt out somewhere in it, and shortened names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.actors.lexicon import BODY_WORDS, CLUB_WORDS, DESCRIPTORS, words
from app.actors.names import normal_form, squeezed
from app.domain.actor import Match

_SMALL = words("of for the and in on to de la")
_LONGEST_SHORT = 4  # words of a shortened name
_OPENERS = words("bank university ministry department college institute court office house council bureau")


@dataclass(frozen=True, slots=True)
class Bodies:
    """Canonical names of an article's organisations by normal form, by acronym and by shortened form."""

    names: Mapping[str, str]
    acronyms: Mapping[str, str]
    shortened: Mapping[str, str]

    def named(self, key: str, text: str) -> tuple[str, Match] | None:
        if is_acronym(text) and squeezed(text) in self.acronyms:
            return self.acronyms[squeezed(text)], Match.ACRONYM
        if key in self.shortened:
            return self.shortened[key], Match.ALIAS
        return (self.names[key], Match.EXACT) if key in self.names else None


def bodies(forms: Mapping[str, Counter[str]], defined: Iterable[tuple[str, str]]) -> Bodies:
    """The organisations of an article, from how often each normal form is written how, and (name, acronym) pairs."""
    names = {key: _canonical(counts) for key, counts in forms.items()}
    by_initials: dict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        for letters in initials(name):
            by_initials[letters].add(key)
    acronyms = {letters: names[next(iter(keys))] for letters, keys in by_initials.items() if len(keys) == 1}
    for name, acronym in defined:
        acronyms[squeezed(acronym)] = names.get(normal_form(name), name)
    return Bodies(names, acronyms, _shortened(names))


def _canonical(counts: Counter[str]) -> str:
    return min(counts, key=lambda text: (text.isupper() and " " in text, -counts[text], -len(text), text))


def _shortened(names: Mapping[str, str]) -> dict[str, str]:
    """Two words or more for the one longer name that begins so; one word if the rest describes any company.

    Of a club the last word: "City", "United".
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for key in names:
        words = key.split()
        for length in range(1, min(len(words), _LONGEST_SHORT + 1)):
            if length > 1 or all(word in DESCRIPTORS for word in words[1:]):
                longer[" ".join(words[:length])].append(key)
        if len(words) > 1 and words[-1] in CLUB_WORDS:
            longer[words[-1]].append(key)
    return {
        short: names[keys[0]] for short, keys in longer.items() if len(keys) == 1 and not _SMALL & set(keys[0].split())
    }


def is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isupper() and letters.isalpha()


def initials(name: str) -> tuple[str, ...]:
    """The acronyms a name may be cut down to, casefolded: with and without its small words; three letters or more."""
    words = [word for part in name.split() for word in part.split("-") if word]
    without = "".join(word[0] for word in words if word.lower() not in _SMALL)
    whole = "".join(word[0] for word in words)
    return tuple({letters.casefold() for letters in (without, whole) if len(letters) > 2 and letters.isalpha()})


def sort_of(name: str) -> str:
    """What a text calls an organisation of this name ("agency"); "" where the name doesn't say."""
    words = [word.strip(".,").lower() for word in name.split()] or [""]
    opening = BODY_WORDS.get(words[0], "") if words[0] in _OPENERS and len(words) > 1 else ""
    return opening or BODY_WORDS.get(words[-1], "")
