#!/usr/bin/env bash
# containerd with its own root, state, socket and CNI configuration, all below $STATE.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

runtime=$(part_folder runtime)
mkdir -p "$STATE/containerd" "$STATE/run/containerd" "$STATE/cni"
cat >"$STATE/cni/10-trainyard.conflist" <<JSON
{"cniVersion": "0.4.0", "name": "trainyard", "plugins": [
  {"type": "ptp", "mtu": 1500, "ipam": {"type": "host-local", "dataDir": "$STATE/cni-addresses",
    "ranges": [[{"subnet": "$POD_CIDR"}]], "routes": [{"dst": "0.0.0.0/0"}]}}]}
JSON
# restrict_oom_score_adj: where lowering oom_score_adj is refused (a machine inside a sandbox),
# every pod would fail with «can't get final child's PID from pipe: EOF».
# netns_mounts_under_state_dir: so that `down` knows whose network namespaces they are.
cat >"$STATE/containerd.toml" <<TOML
version = 2
root = "$STATE/containerd"
state = "$STATE/run/containerd"
disabled_plugins = ["io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs", "io.containerd.internal.v1.opt"]
[grpc]
address = "$CONTAINERD_SOCKET"
[plugins."io.containerd.grpc.v1.cri"]
sandbox_image = "$(system_image pause)"
restrict_oom_score_adj = true
netns_mounts_under_state_dir = true
stream_server_address = "127.0.0.1"
[plugins."io.containerd.grpc.v1.cri".cni]
bin_dir = "$runtime/cni"
conf_dir = "$STATE/cni"
[plugins."io.containerd.grpc.v1.cri".containerd]
snapshotter = "overlayfs"
default_runtime_name = "runc"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"
[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
SystemdCgroup = false
BinaryName = "$runtime/bin/runc"
Root = "$STATE/run/runc"
TOML
# The shim is looked up in PATH.
PATH=$runtime/bin:$PATH start_daemon containerd "$runtime/bin/containerd" --config "$STATE/containerd.toml"
wait_until 30 containerd ctr_ version
