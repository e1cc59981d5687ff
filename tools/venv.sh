#!/usr/bin/env bash
# Makes a virtual environment of the named requirement files, outside the repository and keyed by what is in them, and
# prints where it is.
set -euo pipefail

key=$(cat "$@" | sha256sum | cut -c1-12)
venv="${XDG_CACHE_HOME:-$HOME/.cache}/trainyard/venv-$key"
if [[ ! -f $venv/.complete ]]; then
  echo "making $venv" >&2
  "${PYTHON:-python3.11}" -m venv --clear "$venv"
  requirements=()
  for file in "$@"; do requirements+=(-r "$file"); done
  "$venv/bin/pip" install --quiet --disable-pip-version-check --only-binary=:all: "${requirements[@]}"
  touch "$venv/.complete"
fi
echo "$venv"
