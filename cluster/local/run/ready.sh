#!/usr/bin/env bash
# Waits until every part answers, then makes the public gateway, which only a running istiod accepts.
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
