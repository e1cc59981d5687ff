#!/usr/bin/env bash
# Sets up everything and tells the story. Ends what it started, unless KEEP=1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
started=$SECONDS

# Whoever has a cluster running keeps it.
was_up=false
if cluster/cluster running >/dev/null 2>&1; then was_up=true; fi
cold=true
if cluster/cluster cached >/dev/null 2>&1; then cold=false; fi

finish() {
  if [[ ${KEEP:-0} == 1 || $was_up == true ]]; then
    echo "The cluster is still up: eval \"\$(cluster/cluster env)\"; end it with make cluster-down"
  else
    cluster/cluster down
  fi
}
trap finish EXIT

cluster/cluster up
cluster/cluster images
DEMO_COLD=$cold DEMO_SETUP_SECONDS=$((SECONDS - started)) node demo/main.ts
