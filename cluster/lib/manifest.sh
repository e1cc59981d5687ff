# shellcheck shell=bash
# Manifests with ${NAME} filled in from the environment; only names that are known here or listed
# by the caller, so that a $ meant for a pod stays.

fill() { # FILE NAME…
  local text name
  text=$(<"$1")
  shift
  for name in NODE_NAME NODE_IP POD_CIDR SERVICE_CIDR DNS_IP S3_IP GATEWAY_IP PROMETHEUS_IP ISTIO_RELEASE "$@"; do
    text=${text//"\${$name}"/"${!name}"}
  done
  printf '%s\n' "$text"
}

manifest() { fill "$CLUSTER_DIR/manifests/$1.yaml" "${@:2}"; }
