#!/usr/bin/env bash
# Fuzzes the model server: 200,000 requests and 10,000 connections of our own making, then schemathesis by /openapi.json.
# FUZZ_SEED repeats a run; FUZZ_REQUESTS and FUZZ_EXAMPLES (an operation) make it shorter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seed=${FUZZ_SEED:-$((RANDOM * 32768 + RANDOM))}

venv=$(../tools/venv.sh fuzz/requirements.txt)

node fuzz/main.ts --seed "$seed" --requests "${FUZZ_REQUESTS:-200000}"

# The server ends with its input, so with this script, however that ends.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
coproc server { node fuzz/listen.ts "$scratch/openapi.json"; }
read -r port <&"${server[0]}"
# It leaves a folder where it runs.
cd "$scratch"
# Left out: positive_data_acceptance, for no schema can say that flat data has as many elements as the shape next to it.
PYTHONDONTWRITEBYTECODE=1 "$venv/bin/schemathesis" run openapi.json --url "http://127.0.0.1:$port" --seed "$seed" \
  --max-examples "${FUZZ_EXAMPLES:-200}" --phases examples,coverage,fuzzing --exclude-checks positive_data_acceptance \
  --generation-database none --no-color
