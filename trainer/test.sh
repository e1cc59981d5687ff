#!/usr/bin/env bash
# Lints and tests the trainer, and the samples of trainers of one's own. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
venv=$(./venv.sh)

samples=../config/samples/custom
"$venv/bin/ruff" check . $samples --config pyproject.toml
"$venv/bin/ruff" format --check . $samples --config pyproject.toml
PYTHONPATH=$PWD PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR=${MPLCONFIGDIR:-/tmp} exec "$venv/bin/python" -m pytest -q -n "$(nproc)" --dist worksteal "$@"
