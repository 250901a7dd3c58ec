"""Trains all learned models, one after the other, and writes their weights into app/extract/models.

    python -m bench.train --data DIR [--only detect times certainty]

DIR holds the event yardsticks (timebank_events.jsonl, event_time.jsonl, factuality_uw.train.jsonl). Needs scikit-learn
(the `train` extra); some minutes on one core. The company that words keep is learned from plain news, apart and before:
`python -m bench.train_company --news FILE`.
"""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = {
    "detect": ("bench.train_detect",),
    "times": ("bench.train_times",),
    "certainty": ("bench.train_certainty", "--write"),
}


def main(arguments: Sequence[str] | None = None) -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, required=True)
    asked.add_argument("--only", nargs="+", choices=COMMANDS, default=list(COMMANDS))
    chosen = asked.parse_args(arguments)
    for name in chosen.only:
        module, *options = COMMANDS[name]
        print(f"{name}:", flush=True)
        subprocess.run([sys.executable, "-m", module, "--data", str(chosen.data), *options], check=True)


if __name__ == "__main__":
    main()
