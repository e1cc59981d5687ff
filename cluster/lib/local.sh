# shellcheck shell=bash
# What the local driver's scripts share: sourced by each of local/run and local/clean.
# shellcheck source=common.sh
. "$CLUSTER_DIR/lib/common.sh"
# shellcheck source=parts.sh
. "$CLUSTER_DIR/lib/parts.sh"
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

# manifest NAME: manifests/NAME.yaml with ${NAME} replaced from the environment, only the names
# that are listed here, so that a $ meant for a pod stays.
manifest() {
  local text name
  text=$(<"$CLUSTER_DIR/manifests/$1.yaml")
  shift
  for name in NODE_NAME NODE_IP POD_CIDR SERVICE_CIDR DNS_IP S3_IP GATEWAY_IP PROMETHEUS_IP ISTIO_RELEASE "$@"; do
    text=${text//"\${$name}"/"${!name}"}
  done
  printf '%s\n' "$text"
}
