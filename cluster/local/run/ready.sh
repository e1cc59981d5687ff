#!/usr/bin/env bash
# Waits until every part answers, then makes what can only be made in a running cluster:
# the public gateway and the buckets.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

kubectl_ wait --for=condition=Ready "node/$NODE_NAME" --timeout 90s
for deployment in kube-system/coredns istio-system/istiod istio-system/istio-ingressgateway monitoring/prometheus storage/s3; do
  kubectl_ rollout status "deployment/${deployment#*/}" --namespace "${deployment%/*}" --timeout 120s
done

# istiod checks the resource by a webhook whose certificate it puts in place a moment after Ready.
public_gateway() { manifest gateway-public | kubectl_ apply --server-side --field-manager trainyard-cluster -f -; }
wait_until 60 "istiod to accept the public gateway" public_gateway

# Any answer will do: without a VirtualService it is Envoy's 404.
wait_until 60 "the gateway to answer" curl --silent --max-time 2 --output /dev/null "http://$GATEWAY_IP/"
wait_until 60 "Prometheus" curl --silent --fail --max-time 2 "http://$PROMETHEUS_IP:9090/-/ready"

# shellcheck source=/dev/null
. "$STATE/s3-keys"
s3() { # METHOD PATH-AND-QUERY [CURL-FLAG…]
  local method=$1 path=$2
  shift 2
  # The keys go in by a file: a command line is for everybody to read.
  curl --silent --show-error --fail-with-body --max-time 10 --aws-sigv4 aws:amz:us-east-1:s3 --request "$method" \
    --config <(printf 'user = "%s:%s"\n' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY") "$@" "http://$S3_IP:7070/$path"
}
wait_until 30 "the object store" s3 GET ''
for bucket in data models; do
  s3 HEAD "$bucket" --head >/dev/null 2>&1 || s3 PUT "$bucket"
  # `versioning=`, not `versioning`: the signature is over the form with the sign, and curl signs what it is given.
  s3 PUT "$bucket?versioning=" --data '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>'
done
