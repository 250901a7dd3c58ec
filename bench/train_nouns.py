"""Derives app/extract/nouns.tsv from WordNet 3.0 (Debian's wordnet-base): event nouns and the verbs they come from.

usage: python bench/train_nouns.py [/usr/share/wordnet]
A line is: lemma, tenths of its uses that name an act, event, process or phenomenon, and its verb or "-".
"""

import sys
from collections import defaultdict
from pathlib import Path

# Lexicographer files (lexnames(5WN)): noun.act, noun.event, noun.phenomenon, noun.process.
_HAPPENING = {4: 1.0, 11: 1.0, 19: 1.0, 22: 1.0, 10: 0.35, 26: 0.35, 28: 0.0}
_LEAST = 0.3
_OUT = Path(__file__).parent.parent / "app" / "extract" / "nouns.tsv"
_HEAD = (
    "# Derived from WordNet 3.0 (Princeton University; permissive licence) by bench/train_nouns.py. No text of it.\n"
)


def _synsets(path):
    """offset -> (lexicographer file, words, derivation pointers (own word, offset, other word))."""
    found = {}
    for line in path.read_text().splitlines():
        if line.startswith(" "):
            continue
        parts = line.split(" | ")[0].split()
        count = int(parts[3], 16)
        words = [parts[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [parts[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(parts[at]))]
        links = [(int(p[3][:2], 16), p[1], int(p[3][2:], 16)) for p in pointers if p[0] == "+" and p[2] == "v"]
        found[parts[0]] = (int(parts[1]), words, links)
    return found


def _tags(folder):
    """How often each sense of a noun was tagged: (lemma, sense number) -> count."""
    counts = {}
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        if rest.startswith("1:"):
            counts[lemma, int(sense)] = int(count)
    return counts


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    nouns, verbs = _synsets(folder / "data.noun"), _synsets(folder / "data.verb")
    tags = _tags(folder)
    rows = []
    for line in (folder / "index.noun").read_text().splitlines():
        if line.startswith(" "):
            continue
        parts = line.split()
        lemma, offsets = parts[0], parts[-int(parts[2]) :]
        if not lemma.isalpha():
            continue
        weights = [tags.get((lemma, rank + 1), 0) + 1 / (rank + 1) for rank in range(len(offsets))]
        share = sum(w * _HAPPENING.get(nouns[o][0], 0) for w, o in zip(weights, offsets, strict=True)) / sum(weights)
        if share < _LEAST:
            continue
        votes = defaultdict(float)
        for weight, offset in zip(weights, offsets, strict=True):
            _, words, links = nouns[offset]
            for own, other, index in links:
                if words[own - 1] == lemma and verbs[other][1][index - 1].isalpha():
                    votes[verbs[other][1][index - 1]] += weight * (1 if nouns[offset][0] in (4, 11, 19, 22) else 0.3)
        verb = max(sorted(votes), key=lambda v: votes[v], default="-")
        rows.append(f"{lemma}\t{min(9, int(share * 10))}\t{verb}\n")
    _OUT.write_text(_HEAD + "".join(sorted(rows)))


if __name__ == "__main__":
    main()
