#!/usr/bin/env bash
# Istio by its own charts with its own proxy, Prometheus and the object store by our manifests with
# their released images.
set -euo pipefail
# shellcheck source=../lib/kind.sh
. "$CLUSTER_DIR/lib/kind.sh"

# shellcheck disable=SC2034 # read by manifest, like the next two
PROMETHEUS_IMAGE=docker.io/prom/prometheus:v$(part_version prometheus)
# shellcheck disable=SC2034
S3_IMAGE=docker.io/versity/versitygw:v$(part_version versitygw)
# shellcheck disable=SC2034
S3_FOLDER=/var/lib/trainyard-s3

apply() { kubectl_ apply --server-side --force-conflicts --field-manager trainyard-cluster -f -; }
chart() { # RELEASE CHART [FLAG…]
  helm_ upgrade --install "$1" "$2" --repo "$ISTIO_CHARTS" --version "$ISTIO_RELEASE" --namespace istio-system --create-namespace --wait --timeout 5m "${@:3}"
}

chart istio-base base
chart istiod istiod --set meshConfig.enablePrometheusMerge=false --set autoscaleEnabled=false
chart istio-ingressgateway gateway --set service.type=ClusterIP --set autoscaling.enabled=false
manifest gateway-public | apply

manifest prometheus PROMETHEUS_IMAGE | apply
manifest s3 S3_IMAGE S3_FOLDER | apply
kubectl_ create secret generic s3 --namespace storage --from-env-file "$STATE/s3-keys" --dry-run=client -o yaml | apply
apply <"$CLUSTER_DIR/kind/ports.yaml"
for deployment in monitoring/prometheus storage/s3; do
  kubectl_ rollout status "deployment/${deployment#*/}" --namespace "${deployment%/*}" --timeout 300s
done
