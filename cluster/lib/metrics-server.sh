# shellcheck shell=bash
# metrics-server in a cluster of ours; wants kubectl_ and manifest.

# install_metrics_server IMAGE FLAG: FLAG says whether and how it checks the kubelet's certificate.
install_metrics_server() {
  # shellcheck disable=SC2034 # read by manifest, like the next one
  METRICS_SERVER_IMAGE=$1
  # shellcheck disable=SC2034
  KUBELET_TRUST=$2
  manifest metrics-server METRICS_SERVER_IMAGE KUBELET_TRUST |
    kubectl_ apply --server-side --force-conflicts --field-manager trainyard-cluster -f -
  kubectl_ rollout status deployment/metrics-server --namespace kube-system --timeout 120s
  kubectl_ wait --for=condition=Available apiservice/v1beta1.metrics.k8s.io --timeout 60s
  # Its own pod is the youngest: two readings of it, and it has told of all the others.
  wait_until 90 "metrics of pods" tells_of_itself
}

tells_of_itself() {
  [[ $(kubectl_ get pods.metrics.k8s.io --namespace kube-system --selector k8s-app=metrics-server --output name) == *metrics-server* ]]
}
