#!/usr/bin/env bash
# Makes the virtual environment of MLflow's server and prints where it is. Test files run side by side, so one makes it
# while the others wait.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
locks="${XDG_CACHE_HOME:-$HOME/.cache}/trainyard/locks"
mkdir -p "$locks"
exec flock "$locks/venv-mlflow" ../../tools/venv.sh requirements.txt
