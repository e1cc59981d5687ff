#!/usr/bin/env bash
# bench/shared/on-cluster.sh PROGRAM [ARGUMENT…]: runs it on a cluster with the images as they are now. Brings a cluster
# where none is up, and ends what it started, unless KEEP=1.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Whoever has a cluster running keeps it.
was_up=false
if cluster/cluster env >/dev/null 2>&1; then was_up=true; fi

finish() {
  if [[ ${KEEP:-0} != 1 && $was_up == false ]]; then cluster/cluster down; fi
}
trap finish EXIT

cluster/cluster up
cluster/cluster images
"$@"
