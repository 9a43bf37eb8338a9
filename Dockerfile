# The command and the HTTP door of xishang. Neo4j runs in a container of its own (docker-compose.yml).

FROM python:3.11-slim AS builder

# Declared, so that it is in the environment of the steps below, where pip looks for it; and an empty one counts
# for none. Set it where the usual package index is slow or closed.
ARG PIP_INDEX_URL=
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

RUN python -m venv /opt/xishang
WORKDIR /src

# First what changes rarely. Versions and hashes are the committed ones; wheels only, so that no compiler is needed.
COPY requirements.lock ./
RUN /opt/xishang/bin/python -m pip install --require-hashes --only-binary :all: -r requirements.lock

# The build tool is in the lock too: nothing is fetched beside it.
COPY pyproject.toml README.md LICENSE ./
COPY cypher ./cypher
COPY graph ./graph
COPY loaders ./loaders
COPY api ./api
RUN /opt/xishang/bin/python -m pip wheel --no-deps --no-index --no-build-isolation --wheel-dir /wheels . \
 && /opt/xishang/bin/python -m pip install --no-deps --no-index /wheels/xishang-*.whl \
 && /opt/xishang/bin/python -m compileall -q /opt/xishang/lib


FROM python:3.11-slim

RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin xishang
COPY --from=builder /opt/xishang /opt/xishang

# Nothing is written but to /tmp: the container can run with a read-only root.
ENV PATH=/opt/xishang/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    LANG=C.UTF-8 \
    XISHANG_HOME=/tmp/xishang \
    XISHANG_CACHE=/tmp/xishang-cache
USER 10001:10001
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=10s --start-period=20s --retries=4 \
  CMD ["python", "-c", "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8000, timeout=8); c.request('GET', '/readyz'); raise SystemExit(c.getresponse().status != 200)"]

# Stops as Ctrl-C would: questions under way may end.
STOPSIGNAL SIGINT
ENTRYPOINT ["xishang"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
