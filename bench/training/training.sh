#!/usr/bin/env bash
# What the trainer costs; the result goes to bench/results/training.json. BENCH_REPETITIONS: 5.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
venv=$(trainer/venv.sh)
exec "$venv/bin/python" bench/training/measure.py "${1:-bench/results/training.json}"
