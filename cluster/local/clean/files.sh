#!/usr/bin/env bash
# Removes the cluster's state; the logs of the last run stay in the cache for whoever asks why.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

if [[ -d $LOGS ]]; then
  rm -rf "$CACHE/last-logs"
  mkdir -p "$CACHE"
  cp -r "$LOGS" "$CACHE/last-logs"
fi
# Never across a mount: clean/mounts.sh has been here, and what is mounted now is not ours to empty.
rm -rf --one-file-system "$STATE"
# The kubelet links every container's log here, wherever its own folders are.
if [[ -d /var/log/containers ]]; then
  find /var/log/containers -maxdepth 1 -lname "$STATE/*" -delete
  rmdir --ignore-fail-on-non-empty /var/log/containers
fi
