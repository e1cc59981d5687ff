#!/usr/bin/env bash
# Creates the kind cluster; its node image is the one that this version of kind was released with.
set -euo pipefail
# shellcheck source=../lib/kind.sh
. "$CLUSTER_DIR/lib/kind.sh"

mkdir -p "$STATE/audit"
cp "$CLUSTER_DIR/manifests/audit-policy.yaml" "$STATE/audit-policy.yaml"
fill "$CLUSTER_DIR/kind/cluster.yaml" STATE >"$STATE/kind.yaml"
kind create cluster --name "$KIND_NAME" --config "$STATE/kind.yaml" --kubeconfig "$KUBECONFIG_FILE" --wait 180s
