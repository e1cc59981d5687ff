#!/usr/bin/env bash
# Makes the trainer's virtual environment, outside the repository and keyed by what is in it, and prints where it is.
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
echo "$venv"
