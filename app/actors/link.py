"""Linking inside an article: annotated sentences in, for each the actors it refers to out. Knows no database."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.actors.candidates import Candidate, candidates
from app.actors.cast import Actor, Cast, actor_of, cast
from app.actors.credits import credit_spans, dateline_end, is_credit
from app.actors.curated import Use, curated
from app.actors.introductions import introduce
from app.actors.lexicon import HUMAN_NOUNS, SPEECH, STATE_NOUNS, words
from app.actors.metonym import head_of, stands_for_government
from app.actors.pronouns import NOBODY, pronoun, speaker
from app.actors.quotation import quoted
from app.actors.reference import ActorReference
from app.actors.roles import role_noun
from app.actors.scene import Scene, Seen
from app.domain.actor import ActorKind, Match
from app.text.annotation import AnnotatedSentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ENDS = frozenset(".!?”\"’')…:;")
_COUNTING = words("some many most several few thousands hundreds dozens millions two three four five six")
_WITH_FORCES = frozenset({"country", "alliance", "bloc"})
_SHORT = 12  # characters; a name alone in its line may be an acronym
_NOUN_REACH = 3  # tokens from a demonym to the noun that acts for the country

_Found = tuple[int, int, Actor, Match]


def link(sentences: Sequence[AnnotatedSentence]) -> tuple[tuple[ActorReference, ...], ...]:
    """The actors each sentence refers to, by name, role noun or pronoun, in order of text.

    The sentences are those of one article in order, title first.
    """
    shouted = [_is_shouted(sentence.sentence.text) for sentence in sentences]
    whispered = not all(shouted)
    found = [_candidates(one, shouted=loud and whispered) for one, loud in zip(sentences, shouted, strict=True)]
    troupe = cast(sentences, found)
    named = [
        _joined(_named(sentence, candidates_of, troupe, number))
        for number, (sentence, candidates_of) in enumerate(zip(sentences, found, strict=True))
    ]
    scene = Scene(Counter(actor.name for one in named for _, _, actor, _ in one))
    quotes = quoted(sentences)
    return tuple(
        _references(sentence, _staged(scene, (number, sentence), named[number], quotes[number]))
        for number, sentence in enumerate(sentences)
    )


def _is_shouted(text: str) -> bool:
    return text.isupper() and len(text) > _SHORT


def _candidates(sentence: AnnotatedSentence, *, shouted: bool) -> list[Candidate]:
    text = sentence.sentence.text
    if is_credit(text):
        return []
    spans = credit_spans(text)
    found = candidates(sentence, shouted=shouted)
    if not spans:
        return found
    start, tokens = sentence.sentence.start, sentence.tokens
    offsets = [tokens[one.first].start - start for one in found]
    kept = [(at, one) for at, one in zip(offsets, found, strict=True) if not any(a <= at < b for a, b in spans)]
    end = dateline_end(text)
    return [replace(one, label="GPE", place=True) if at < end else one for at, one in kept]


def _named(sentence: AnnotatedSentence, found: list[Candidate], troupe: Cast, number: int) -> Iterator[_Found]:
    for one in found:
        meant = troupe.meant(one, number)
        if meant is None:
            continue
        actor, match = meant
        if one.surface is None or one.surface.entry.name != actor.name:
            yield one.first, one.last, actor, match
        else:
            yield from _curated(sentence, one, actor, match)


def _joined(named: Iterable[_Found]) -> list[_Found]:
    """Words next to each other that mean one person are one reference: "CLARA", "BERG" of a headline."""
    joined: list[_Found] = []
    for one in named:
        before = joined[-1] if joined else None
        if before and before[1] == one[0] and before[2] == one[2] and one[2].kind is ActorKind.PERSON:
            joined[-1] = (before[0], one[1], one[2], Match.EXACT)
        else:
            joined.append(one)
    return joined


def _curated(sentence: AnnotatedSentence, one: Candidate, actor: Actor, match: Match) -> Iterator[_Found]:
    """What a curated name refers to where it stands: a demonym, a people and a capital depend on their sentence."""
    use = one.surface.use if one.surface else Use.NAME
    match use:
        case Use.NAME | Use.ADJECTIVE:
            noun = _state_noun(sentence, one.last) if actor.sort in _WITH_FORCES else None
            if noun is None:
                yield one.first, one.last, actor, match if use is Use.NAME else Match.ALIAS
            else:
                yield one.first, noun + 1, actor, Match.ROLE_NOUN
        case Use.PEOPLE:
            if not _is_counted(sentence, one.first):
                yield one.first, one.last, actor, Match.ALIAS
        case Use.CAPITAL | Use.SEAT:
            if stands_for_government(sentence, one):
                yield one.first, one.last, _government(one, actor), Match.ALIAS
            elif use is Use.CAPITAL:
                yield one.first, one.last, actor, match


def _government(one: Candidate, actor: Actor) -> Actor:
    governed = one.surface.entry.government if one.surface else None
    return actor_of(curated().entries[governed]) if governed else actor


def _state_noun(sentence: AnnotatedSentence, start: int) -> int | None:
    """The noun that a demonym modifies and that acts for the country: "Ruritanian ground forces"."""
    tokens = sentence.tokens
    for index in range(start, min(start + _NOUN_REACH, len(tokens))):
        if tokens[index].text.isspace():
            continue
        if tokens[index].text.lower() in STATE_NOUNS and tokens[index].pos in ("NOUN", "PROPN"):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            return None if following is not None and following.pos in ("NOUN", "PROPN") else index
        if tokens[index].pos not in ("ADJ", "NOUN"):
            break
    return None


def _is_counted(sentence: AnnotatedSentence, first: int) -> bool:
    """ "Three Ruritanians" are people, "the Ruritanians" and "Ruritanians" may stand for the country."""
    before = sentence.tokens[max(0, first - 2) : first]
    return any(token.pos == "NUM" or token.text.lower() in _COUNTING for token in before)


def _staged(
    scene: Scene, numbered: tuple[int, AnnotatedSentence], named: list[_Found], quotes: list[bool]
) -> list[_Found]:
    """The sentence's references with its role nouns and pronouns, told to the scene in order of text."""
    number, sentence = numbered
    caption = sentence.sentence.text.rstrip()[-1:] not in _ENDS
    starts = {one[0]: one for one in named}
    covered = {index for first, last, _, _ in named for index in range(first, last)}
    heads = {head_of(sentence.tokens, first, last): actor for first, last, actor, _ in named}
    staged: list[_Found] = []
    index = 0
    while index < len(sentence.tokens):
        one = starts.get(index)
        if one is None and index not in covered and not quotes[index]:
            one = _meant(scene, sentence, (number, index), heads, quotes=any(quotes[:index]))
        if one is not None:
            staged.append(one)
            head = head_of(sentence.tokens, one[0], one[1])
            heads[head] = one[2]
            if one[2].kind is ActorKind.PERSON and one[3] not in (Match.PRONOUN, Match.ROLE_NOUN):
                introduce(scene, one[2], sentence.tokens, (one[0], one[1]))
            if not caption:
                scene.enter(_seen(sentence, number, head, one[2]))
        elif _is_unnamed_person(sentence, index, covered):
            heads[index] = NOBODY
            if not caption:
                scene.enter(_seen(sentence, number, index, NOBODY))
        index += 1
    return sorted(staged + _first_persons(scene, numbered, heads, quotes), key=lambda one: one[:2])


def _is_unnamed_person(sentence: AnnotatedSentence, index: int, covered: set[int]) -> bool:
    token = sentence.tokens[index]
    if token.tag != "NN" or index in covered or token.lemma not in HUMAN_NOUNS:
        return False
    return token.dep in _SUBJECTS or (token.dep == "pobj" and sentence.tokens[token.head].text == "to")


def _first_persons(
    scene: Scene, numbered: tuple[int, AnnotatedSentence], heads: dict[int, Actor], quotes: list[bool]
) -> list[_Found]:
    """ "I" and "me" in quotations: whoever says them."""
    number, sentence = numbered
    tokens = sentence.tokens
    said = [index for index, token in enumerate(tokens) if quotes[index] and token.text in ("I", "me")]
    if not said:
        return []
    spoken = [heads[head] for head in heads if not quotes[head] and _speaks(sentence, head)]
    actor = speaker(scene, number, [one for one in spoken if one.kind is ActorKind.PERSON], goes_on=quotes[0])
    return [] if actor is None else [(index, index + 1, actor, Match.PRONOUN) for index in said]


def _speaks(sentence: AnnotatedSentence, head: int) -> bool:
    token = sentence.tokens[head]
    return token.dep in _SUBJECTS and sentence.tokens[token.head].lemma in SPEECH


def _meant(
    scene: Scene, sentence: AnnotatedSentence, at: tuple[int, int], heads: dict[int, Actor], *, quotes: bool
) -> _Found | None:
    index = at[1]
    token = sentence.tokens[index]
    if token.pos == "PRON":
        actor = pronoun(scene, sentence, at, heads, quotes=quotes)
        return None if actor is None else (index, index + 1, actor, Match.PRONOUN)
    if token.pos in ("NOUN", "PROPN"):
        noun = role_noun(scene, sentence.tokens, index, at[0])
        return None if noun is None else (noun.first, noun.last, noun.actor, Match.ROLE_NOUN)
    return None


def _seen(sentence: AnnotatedSentence, number: int, head: int, actor: Actor) -> Seen:
    token = sentence.tokens[head]
    return Seen(actor, number, subject=token.dep in _SUBJECTS or actor is NOBODY, speaker=_speaks(sentence, head))


def _references(sentence: AnnotatedSentence, found: list[_Found]) -> tuple[ActorReference, ...]:
    span = sentence.sentence
    tokens = sentence.tokens
    return tuple(
        ActorReference(
            name=actor.name,
            kind=actor.kind,
            match=match,
            first=first,
            last=last,
            head=head_of(tokens, first, last),
            text=span.text[tokens[first].start - span.start : tokens[last - 1].end - span.start],
            field=span.field,
            start=tokens[first].start,
            end=tokens[last - 1].end,
        )
        for first, last, actor, match in found
    )
