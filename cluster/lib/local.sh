# shellcheck shell=bash
# What the local driver's scripts share: sourced by each of local/run and local/clean.
# shellcheck source=common.sh
. "$CLUSTER_DIR/lib/common.sh"
# shellcheck source=parts.sh
. "$CLUSTER_DIR/lib/parts.sh"
# shellcheck source=manifest.sh
. "$CLUSTER_DIR/lib/manifest.sh"
# shellcheck source=process.sh
. "$CLUSTER_DIR/lib/process.sh"
# A user's PATH can lack the sbin folders.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

PKI=$STATE/pki
CONTAINERD_SOCKET=$STATE/run/containerd.sock
CGROUP=trainyard

# Ports, chosen by `up` for this run.
# shellcheck source=/dev/null
[[ ! -f $STATE/ports ]] || . "$STATE/ports"

kubectl_() { "$(binary kubectl)" --kubeconfig "$KUBECONFIG_FILE" "$@"; }
ctr_() { "$(binary ctr)" --address "$CONTAINERD_SOCKET" --namespace k8s.io "$@"; }
