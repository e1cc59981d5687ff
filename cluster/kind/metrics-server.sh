#!/usr/bin/env bash
# The same by its released image. kind's kubelets sign their certificates themselves, so there is nobody to trust.
set -euo pipefail
# shellcheck source=../lib/kind.sh
. "$CLUSTER_DIR/lib/kind.sh"
. "$CLUSTER_DIR/lib/metrics-server.sh"

install_metrics_server "registry.k8s.io/metrics-server/metrics-server:v$(part_version metrics-server)" --kubelet-insecure-tls
