#!/usr/bin/env bash
# Lints and tests the trainer in a virtual environment outside the repository. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

key=$(cat requirements.txt requirements-dev.txt | sha256sum | cut -c1-12)
venv="${XDG_CACHE_HOME:-$HOME/.cache}/trainyard/venv-$key"
if [[ ! -f $venv/.complete ]]; then
  echo "making $venv" >&2
  "${PYTHON:-python3.11}" -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --only-binary=:all: \
    -r requirements.txt -r requirements-dev.txt
  touch "$venv/.complete"
fi

"$venv/bin/ruff" check .
"$venv/bin/ruff" format --check .
PYTHONPATH=$PWD PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR=${MPLCONFIGDIR:-/tmp} exec "$venv/bin/python" -m pytest -q -n "$(nproc)" --dist worksteal "$@"
