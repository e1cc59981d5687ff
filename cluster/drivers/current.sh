# shellcheck shell=bash
# The cluster that kubectl points at. Nothing is installed in it or removed from it here; what
# Trainyard needs beside Kubernetes is checked, and its addresses come from the environment.

current_problems() {
  have kubectl || { echo "kubectl is not installed"; return; }
  kubectl get --raw /readyz --request-timeout 5s >/dev/null 2>&1 || { echo "kubectl reaches no cluster (kubectl config current-context)"; return; }
  kubectl get customresourcedefinition virtualservices.networking.istio.io gateways.networking.istio.io >/dev/null 2>&1 ||
    echo "Istio's CRDs are missing: https://istio.io/latest/docs/setup/install/helm/"
  kubectl get gateways.networking.istio.io public --namespace istio-system >/dev/null 2>&1 ||
    echo "the Gateway istio-system/public is missing: kubectl apply -f cluster/manifests/gateway-public.yaml"
  if [[ -z ${TRAINYARD_PROMETHEUS_URL:-} ]]; then
    echo "TRAINYARD_PROMETHEUS_URL is not set"
  elif ! curl --silent --fail --max-time 5 --output /dev/null "$TRAINYARD_PROMETHEUS_URL/-/ready"; then
    echo "no Prometheus answers at $TRAINYARD_PROMETHEUS_URL"
  fi
  [[ -n ${TRAINYARD_GATEWAY_URL:-} ]] || echo "TRAINYARD_GATEWAY_URL is not set"
}

driver_up() {
  local problems
  problems=$(current_problems)
  [[ -z $problems ]] || die "the current cluster is not ready for Trainyard:
$problems"
  say "cluster: using $(kubectl config current-context)"
  driver_env
}

driver_down() { say "cluster: the current cluster is not ours; nothing to end"; }

# Somebody else runs it.
driver_running() { true; }

driver_status() {
  local problems
  problems=$(current_problems)
  echo "${problems:-ready: $(kubectl config current-context)}"
}

driver_env() {
  local name
  print_export KUBECONFIG "${KUBECONFIG:-$HOME/.kube/config}"
  for name in GATEWAY_URL PROMETHEUS_URL S3_ENDPOINT S3_ENDPOINT_IN_CLUSTER S3_ACCESS_KEY S3_SECRET_KEY AUDIT_LOG; do
    name=TRAINYARD_$name
    print_export "$name" "${!name:-}"
  done
}

# Nothing is installed into somebody's cluster: it is there, or the caller is told.
driver_addon() {
  [[ $1 == metrics-server ]] || die "$1 would be changed and removed by its tests; they run in a cluster of their own only"
  kubectl wait --for=condition=Available apiservice/v1beta1.metrics.k8s.io --timeout 5s >/dev/null ||
    die "the current cluster has no metrics API: https://github.com/kubernetes-sigs/metrics-server#installation"
}

driver_images() {
  die "a cluster of your own pulls from a registry of your own: build images/<name>/Dockerfile with the repository's root as context, push, and set the chart's image values"
}
