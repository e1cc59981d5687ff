#!/usr/bin/env bash
# Removes our cgroups in every hierarchy, the innermost first.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

for folder in "/sys/fs/cgroup/$CGROUP" /sys/fs/cgroup/*/"$CGROUP"; do
  [[ -d $folder ]] || continue
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    # A cgroup whose last process was just killed is busy for a moment.
    find "$folder" -depth -type d -exec rmdir {} + 2>/dev/null || true
    [[ -d $folder ]] || continue 2
    sleep 0.2
  done
  die "cannot remove $folder: processes $(find "$folder" -name cgroup.procs -exec cat {} + | tr '\n' ' ')"
done
