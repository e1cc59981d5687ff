#!/usr/bin/env bash
# Shows that a running cluster does what Trainyard asks of one: images upon each base, a pod behind
# the Istio gateway, its metrics in Prometheus, the object store from the host and from a pod,
# exec and logs, DNS and the API from a pod. Leaves the cluster as it was.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cluster=$here/../../cluster/cluster
namespace="cluster-smoke"
passed=0

eval "$("$cluster" env)"
cleanup() {
  kubectl delete validatingadmissionpolicybinding,validatingadmissionpolicy cluster-smoke --ignore-not-found >/dev/null
  kubectl delete namespace "$namespace" --ignore-not-found --wait=true >/dev/null
}
trap cleanup EXIT

# check WHAT SECONDS COMMAND…: repeats until it succeeds.
check() {
  local what=$1 end=$((SECONDS + $2)) start=$SECONDS
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS >= end)); then
      printf 'FAILED  %s\n' "$what"
      "$@" || exit 1
    fi
    sleep 0.3
  done
  printf 'ok %3d s  %s\n' $((SECONDS - start)) "$what"
  passed=$((passed + 1))
}

TRAINYARD_IMAGES=test/cluster/images "$cluster" images
cleanup
kubectl create namespace "$namespace" >/dev/null
kubectl create secret generic s3 --namespace "$namespace" \
  --from-literal=AWS_ACCESS_KEY_ID="$TRAINYARD_S3_ACCESS_KEY" --from-literal=AWS_SECRET_ACCESS_KEY="$TRAINYARD_S3_SECRET_KEY" >/dev/null
kubectl apply --namespace "$namespace" -f "$here/smoke.yaml" >/dev/null

pod_ready() { kubectl wait --namespace "$namespace" --for=condition=Ready pod -l app=web --timeout 1s; }
check "two pods of the Debian image become Ready" 60 pod_ready

through_gateway() { curl -fsS --max-time 2 -H 'Host: smoke.example' "$TRAINYARD_GATEWAY_URL/" | grep 'hello from web-'; }
check "they answer through the Istio gateway" 30 through_gateway

both_pods() { [[ $(for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do through_gateway; done | sort -u | wc -l) == 2 ]]; }
check "both of them" 30 both_pods

prometheus_has() { curl -fsS --max-time 2 --get --data-urlencode "query=$1" "$TRAINYARD_PROMETHEUS_URL/api/v1/query" | grep '"value"'; }
check "Prometheus has their metric by namespace and pod" 30 prometheus_has "smoke_up{namespace=\"$namespace\",pod=~\"web-.+\"} == 1"
check "Prometheus has the gateway's requests to them" 30 prometheus_has "sum by (cluster_name) (envoy_cluster_upstream_rq{response_code=\"200\",cluster_name=~\"outbound.80..web.$namespace.svc.cluster.local\"}) > 0"

job_done() { kubectl wait --namespace "$namespace" --for=condition=Complete "job/$1" --timeout 1s; }
check "a pod of the Python image puts and gets an object by its version" 60 job_done s3
check "a pod of the Node image runs a package of npm" 60 job_done node
logs_show() { kubectl logs --namespace "$namespace" "job/$1" | grep "$2"; }
check "its logs can be read" 10 logs_show node 'node: v24'

exec_in_pod() { kubectl exec --namespace "$namespace" deployment/web -- sh -c "$1"; }
check "exec works; a pod resolves and reaches a service" 20 exec_in_pod 'curl -fsS --max-time 2 http://web | grep hello'
# shellcheck disable=SC2016 # for the shell in the pod
check "a pod reaches the API at its ClusterIP" 20 exec_in_pod 'test "$(curl -ks -o /dev/null -w "%{http_code}" https://kubernetes.default/readyz)" = 200'

from_host() {
  local sum
  sum=$(printf hello | sha256sum | cut -d' ' -f1)
  local auth=(--aws-sigv4 aws:amz:us-east-1:s3 -u "$TRAINYARD_S3_ACCESS_KEY:$TRAINYARD_S3_SECRET_KEY" --max-time 5 -fsS)
  curl "${auth[@]}" -X PUT -H "x-amz-content-sha256: $sum" --data-binary hello "$TRAINYARD_S3_ENDPOINT/data/smoke" &&
    [[ $(curl "${auth[@]}" -H "x-amz-content-sha256: $(sha256sum </dev/null | cut -d' ' -f1)" "$TRAINYARD_S3_ENDPOINT/data/smoke") == hello ]] &&
    curl "${auth[@]}" -X DELETE -H "x-amz-content-sha256: $(sha256sum </dev/null | cut -d' ' -f1)" "$TRAINYARD_S3_ENDPOINT/data/smoke"
}
check "the host puts, gets and deletes an object" 10 from_host

denied() { ! kubectl auth can-i create pods --as "system:serviceaccount:$namespace:default"; }
check "RBAC is on" 5 denied
refused_by_policy() { [[ $(kubectl create configmap refused --namespace "$namespace" --dry-run=server 2>&1 || true) == *'smoke says no'* ]]; }
check "a ValidatingAdmissionPolicy refuses" 30 refused_by_policy

printf '%d passed, 0 failed\n' "$passed"
