#!/usr/bin/env bash
# Prometheus, with Kubernetes as its only discovery (the other 25 bring every cloud's SDK) and
# without its web page (made by npm at release time, not in the module).
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/parts.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build prometheus github.com/prometheus/prometheus/cmd/prometheus prometheus \
  -tags remove_all_sd,enable_kubernetes_sd,netgo,slicelabels \
  -ldflags "-s -w -X github.com/prometheus/common/version.Version=$(part_version prometheus)"
"$DEST/bin/prometheus" --version
