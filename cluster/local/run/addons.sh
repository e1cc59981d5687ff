#!/usr/bin/env bash
# Applies DNS, Istio, Prometheus and the object store; the node may still be on its way.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

apply() { kubectl_ apply --server-side --force-conflicts --field-manager trainyard-cluster -f - >/dev/null; }

istio=$(part_folder istio)
DNS_IMAGE=$(system_image coredns)
PROMETHEUS_IMAGE=$(system_image prometheus)
S3_IMAGE=$(system_image versitygw)
ISTIOD_IMAGE=$(system_image istiod)
ENVOY_IMAGE=$(system_image envoy)
# shellcheck disable=SC2034 # read by manifest
S3_FOLDER=$STATE/s3
# shellcheck disable=SC2034 # read by manifest
STATS_TAGS=$(<"$istio/stats-tags.json")

wait_until 30 "the default namespaces" kubectl_ get namespace kube-system
apply <"$istio/crds.yaml"
manifest dns DNS_IMAGE | apply
manifest prometheus PROMETHEUS_IMAGE | apply

kubectl_ create namespace istio-system --dry-run=client -o yaml | apply
manifest istiod-values ISTIOD_IMAGE >"$STATE/istiod-values.yaml"
"$(binary helm)" template istiod "$istio/chart" --namespace istio-system --values "$STATE/istiod-values.yaml" | apply
manifest gateway-bootstrap STATS_TAGS >"$STATE/bootstrap.yaml"
kubectl_ create configmap istio-ingressgateway-bootstrap --namespace istio-system \
  --from-file "$STATE/bootstrap.yaml" --dry-run=client -o yaml | apply
manifest gateway ENVOY_IMAGE | apply

manifest s3 S3_IMAGE S3_FOLDER | apply
kubectl_ create secret generic s3 --namespace storage --from-env-file "$STATE/s3-keys" --dry-run=client -o yaml | apply
