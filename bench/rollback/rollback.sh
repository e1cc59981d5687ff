#!/usr/bin/env bash
# Brings a cluster where none is up, and ends what it started, unless KEEP=1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ ${PLAN_ONLY:-0} == 1 ]]; then exec node bench/rollback/main.ts; fi

# Whoever has a cluster running keeps it.
was_up=false
if cluster/cluster env >/dev/null 2>&1; then was_up=true; fi

finish() {
  if [[ ${KEEP:-0} != 1 && $was_up == false ]]; then cluster/cluster down; fi
}
trap finish EXIT

cluster/cluster up
cluster/cluster images
node bench/rollback/main.ts
