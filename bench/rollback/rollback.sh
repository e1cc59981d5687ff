#!/usr/bin/env bash
# The plan needs no cluster.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ ${PLAN_ONLY:-0} == 1 ]]; then exec node bench/rollback/main.ts; fi
exec bench/shared/on-cluster.sh node bench/rollback/main.ts
