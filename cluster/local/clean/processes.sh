#!/usr/bin/env bash
# Ends every process of the cluster: the daemons, what a killed run left, and all containers.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

# Those first that would start others anew: the kubelet, then containerd, then what they started.
for name in kubelet kube-proxy kube-scheduler kube-controller-manager; do
  if pid=$(daemon_pid "$name"); then end_pids 2 "$pid"; fi
done

cgroup_pids() {
  local folder
  for folder in "/sys/fs/cgroup/$CGROUP" /sys/fs/cgroup/*/"$CGROUP"; do
    [[ -d $folder ]] || continue
    find "$folder" -name cgroup.procs -exec cat {} + 2>/dev/null || true
  done | sort -un
}

# A container may be forking while it is being killed: until nobody is left. A shim ends with its
# container, and containerd's own end does not end the shims.
for _ in 1 2 3 4 5; do
  mapfile -t pids < <(cgroup_pids)
  ((${#pids[@]} > 0)) || break
  # Frozen processes (a paused container) take a signal only once thawed.
  freezer=/sys/fs/cgroup/freezer/$CGROUP
  [[ ! -d $freezer ]] || find "$freezer" -name freezer.state -exec sh -c 'echo THAWED >"$1"' _ {} \; 2>/dev/null || true
  end_pids 0 "${pids[@]}"
done

mapfile -t pids < <(marked_pids)
# What they would save on a slow end is removed a moment later; the API server alone would take 10 s.
end_pids 1 "${pids[@]}"
# shellcheck disable=SC2153 # from lib/process.sh
rm -rf "$PIDS"
