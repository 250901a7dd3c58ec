"""Imported once by the forkserver, so that every worker forked from it shares one loaded model.

A model that can't be loaded here is left to the workers, whose failure is reported; an exception here would only kill
the forkserver without a word.
"""

import gc
import os
import signal
from contextlib import suppress

from app.work.extraction import extractor

# Not a setting, a word from parent to forkserver: hence not under the settings' prefix.
MODEL_VARIABLE = "PRELOAD_DATELINE_MODEL"

signal.signal(signal.SIGTERM, signal.SIG_IGN)
if model := os.environ.get(MODEL_VARIABLE):
    with suppress(Exception):
        extractor(model)
        # A collection writes to every object it looks at, and a page that is written to is shared no longer.
        gc.collect()
        gc.freeze()
