#!/usr/bin/env bash
# metrics-server: what pods use of CPU and memory, for autoscalers.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/parts.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build metrics-server sigs.k8s.io/metrics-server/cmd/metrics-server metrics-server \
  -ldflags "-s -w -X k8s.io/client-go/pkg/version.gitVersion=v$(part_version metrics-server)"
