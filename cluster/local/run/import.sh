#!/usr/bin/env bash
# Loads the system images into containerd.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

for name in "${SYSTEM_IMAGES[@]}"; do
  ctr_ images import "$(image_archive "$name")"
done
