#!/usr/bin/env bash
# Lints and tests the trainer. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
venv=$(./venv.sh)

"$venv/bin/ruff" check .
"$venv/bin/ruff" format --check .
PYTHONPATH=$PWD PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR=${MPLCONFIGDIR:-/tmp} exec "$venv/bin/python" -m pytest -q -n "$(nproc)" --dist worksteal "$@"
