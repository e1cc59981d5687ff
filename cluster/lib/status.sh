# shellcheck shell=bash
# `cluster status` of the local driver: part, version, state, address.

row() { printf '%-24s %-12s %-12s %s\n' "$@"; }

daemon_row() { # NAME VERSION ADDRESS
  local state=stopped
  if daemon_pid "$1" >/dev/null; then state=running; fi
  row "$1" "$2" "$state" "$3"
}

pod_row() { # LABEL NAMESPACE DEPLOYMENT VERSION ADDRESS
  local state
  state=$(kubectl_ get deployment "$3" --namespace "$2" --request-timeout 3s \
    -o jsonpath='{.status.availableReplicas}/{.spec.replicas} ready' 2>/dev/null) || state=absent
  row "$1" "$4" "${state/#\//0/}" "$5"
}

print_status() {
  local kubernetes
  kubernetes=$(part_version apiserver)
  row PART VERSION STATE ADDRESS
  daemon_row etcd "$(part_version etcd)" "https://$NODE_IP:${ETCD_PORT:--}"
  daemon_row kube-apiserver "$kubernetes" "https://$NODE_IP:${API_PORT:--}"
  daemon_row kube-controller-manager "$kubernetes" "$NODE_IP:${CONTROLLERS_PORT:--}"
  daemon_row kube-scheduler "$kubernetes" "$NODE_IP:${SCHEDULER_PORT:--}"
  daemon_row containerd "$CONTAINERD_VERSION" "$CONTAINERD_SOCKET"
  daemon_row kubelet "$kubernetes" "$NODE_IP:${KUBELET_PORT:--}"
  daemon_row kube-proxy "$kubernetes" "$SERVICE_CIDR"
  pod_row coredns kube-system coredns "$(part_version coredns)" "$DNS_IP:53"
  pod_row istiod istio-system istiod "$ISTIO_RELEASE" istiod.istio-system:15010
  pod_row gateway istio-system istio-ingressgateway "$ENVOY_VERSION" "http://$GATEWAY_IP:80"
  pod_row prometheus monitoring prometheus "$(part_version prometheus)" "http://$PROMETHEUS_IP:9090"
  pod_row s3 storage s3 "$(part_version versitygw)" "http://$S3_IP:7070"
  pod_row "argocd (addon)" argocd argocd-repo-server "$(part_version argocd)" argocd-repo-server.argocd:8081
  pod_row "metrics-server (addon)" kube-system metrics-server "$(part_version metrics-server)" v1beta1.metrics.k8s.io
}
