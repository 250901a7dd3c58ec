"""Says plainly what the tests need from the machine and how to get it: `python -m tests.needs`."""

import os
import shutil
import sys

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def browser() -> str | None:
    """The path of a Chromium for the browser tests, or None."""
    named = os.environ.get("DATELINE_TEST_BROWSER")
    return named or next(filter(None, map(shutil.which, _BROWSERS)), None)


def main() -> int:
    """0 when all is there; in CI 1 when something is missing, elsewhere 0 with a word about what will be skipped."""
    if browser():
        return 0
    sys.stderr.write("The browser tests need Chromium. On Debian: apt-get install chromium\n")
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
