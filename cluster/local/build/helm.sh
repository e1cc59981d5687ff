#!/usr/bin/env bash
# Helm renders the charts that Istio's module carries; the Helm chart's tests use it too.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build helm helm.sh/helm/v3/cmd/helm helm -ldflags "-s -w"
