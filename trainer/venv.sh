#!/usr/bin/env bash
# Makes the trainer's virtual environment and prints where it is.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec ../tools/venv.sh requirements.txt requirements-dev.txt
