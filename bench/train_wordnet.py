"""Debian's wordnet-base in, app/extract/models/wordnet.tsv out: which nouns can name events, which field a verb is of.

apt-get install wordnet-base && python bench/train_wordnet.py
"""

import argparse
from collections import Counter
from pathlib import Path

# lexnames(5WN): the lexicographer files a noun that tells of a happening or a state can lie in.
NOUN_FIELDS = {
    "04": "act",
    "10": "communication",
    "11": "event",
    "12": "feeling",
    "19": "phenomenon",
    "21": "possession",
    "22": "process",
    "26": "state",
}
EVENTFUL = frozenset({"act", "event", "phenomenon", "process", "state", "feeling", "communication", "possession"})
VERB_FIELDS = {
    "29": "body",
    "30": "change",
    "31": "cognition",
    "32": "communication",
    "33": "competition",
    "34": "consumption",
    "35": "contact",
    "36": "creation",
    "37": "emotion",
    "38": "motion",
    "39": "perception",
    "40": "possession",
    "41": "social",
    "42": "stative",
    "43": "weather",
}
SENSES_LOOKED_AT = 4
DIGITS = 9


def counts(folder: Path) -> Counter[str]:
    """How often each sense key was tagged in SemCor, from cntlist.rev."""
    tagged: Counter[str] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="ascii").splitlines():
        key, _, count = line.split()
        tagged[key] = int(count)
    return tagged


def synsets(folder: Path, pos: str) -> dict[str, tuple[str, bool]]:
    """By offset: the lexicographer file, and whether the synset is derivationally tied to a verb."""
    found = {}
    for line in (folder / f"data.{pos}").read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split(" | ")[0].split()
        words = int(parts[3], 16)
        pointers = parts[4 + 2 * words + 1 :]
        tied = any(pointers[i] == "+" and pointers[i + 2] == "v" for i in range(len(pointers) - 2))
        found[parts[0]] = (parts[1], tied)
    return found


def senses(folder: Path, pos: str) -> dict[str, list[tuple[str, bool]]]:
    """By lemma: its first senses, commonest first."""
    known = synsets(folder, pos)
    found = {}
    for line in (folder / f"index.{pos}").read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            continue
        parts = line.split()
        lemma, number = parts[0], int(parts[2])
        if lemma.isalpha() and len(lemma) > 1:
            found[lemma] = [known[offset] for offset in parts[-number:]][:SENSES_LOOKED_AT]
    return found


def noun_line(lemma: str, readings: list[tuple[str, bool]]) -> str | None:
    """`lemma n <field of first sense> <0-9 share of eventful senses, first ones weighing more> <tied to a verb>`."""
    fields = [NOUN_FIELDS.get(code, "other") for code, _ in readings]
    weights = [1 / (rank + 1) for rank in range(len(fields))]
    share = sum(w for w, f in zip(weights, fields, strict=True) if f in EVENTFUL) / sum(weights)
    tied = any(flag for _, flag in readings[:2])
    if share == 0:
        return None
    return f"{lemma}\tn\t{fields[0]}\t{round(DIGITS * share)}\t{int(tied)}"


def verb_line(lemma: str, readings: list[tuple[str, bool]]) -> str:
    """`lemma v <field of first sense> <field of second sense>`."""
    fields = [VERB_FIELDS[code] for code, _ in readings]
    return f"{lemma}\tv\t{fields[0]}\t{fields[min(1, len(fields) - 1)]}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    arguments.add_argument("--out", type=Path, default=Path("app/extract/models/wordnet.tsv"))
    chosen = arguments.parse_args()
    lines = [noun_line(lemma, readings) for lemma, readings in senses(chosen.wordnet, "noun").items()]
    lines += [verb_line(lemma, readings) for lemma, readings in senses(chosen.wordnet, "verb").items()]
    chosen.out.write_text("".join(f"{line}\n" for line in sorted(filter(None, lines))), encoding="ascii")


if __name__ == "__main__":
    main()
