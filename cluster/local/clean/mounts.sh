#!/usr/bin/env bash
# Unmounts everything below the cluster's state: pods' volumes, containers' roots, network
# namespaces; and what image builds mounted in their store, unless one is running.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"
. "$CLUSTER_DIR/lib/buildah.sh"

if [[ -d $BUILDAH_HOME ]]; then
  mkdir -p "$CACHE/locks"
  (flock --nonblock 8 || exit 0; buildah_unmount) 8>"$BUILDAH_LOCK"
fi

ours() { awk -v state="$STATE/" 'index($2, state) == 1 { print length($2), $2 }' /proc/mounts | sort -rn | cut -d' ' -f2; }

# A mount can be stacked upon another at the same place, so until there is none.
for _ in 1 2 3 4 5; do
  mapfile -t mounts < <(ours)
  ((${#mounts[@]} > 0)) || exit 0
  for mount in "${mounts[@]}"; do
    # Lazily: a namespace that some process of the machine still has open must not stop us.
    # Gone already is as good, since a parent takes its children along.
    umount -l "$(printf '%b' "$mount")" 2>/dev/null || true
  done
done
die "still mounted: $(ours | tr '\n' ' ')"
