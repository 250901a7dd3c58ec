# Two stages: the first installs the locked wheels into a virtual environment, the second only copies it.
FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/dateline
WORKDIR /src
COPY requirements/run.txt requirements/run.txt
RUN /opt/dateline/bin/pip install --only-binary :all: --require-hashes --requirement requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY migrations migrations
RUN /opt/dateline/bin/pip install --no-deps --no-build-isolation .

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /var/lib/dateline --create-home dateline
COPY --from=build /opt/dateline /opt/dateline
WORKDIR /var/lib/dateline
USER dateline
ENV PATH=/opt/dateline/bin:$PATH DATELINE_HOST=0.0.0.0 DATELINE_PORT=8000 PYTHONUNBUFFERED=1
VOLUME /var/lib/dateline
EXPOSE 8000
# Asks the port the server was told to use; readyz is 200 only when migrations match and a worker has extracted a probe.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 CMD \
  ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"DATELINE_PORT\"]}/readyz')"]
# On PostgreSQL the schema is brought up to date first; on SQLite `serve` does it itself. Then serves.
CMD ["sh", "-c", "dateline migrate && exec dateline serve"]
