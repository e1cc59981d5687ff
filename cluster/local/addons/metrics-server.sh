#!/usr/bin/env bash
# Starts metrics-server and waits until it tells of pods. Again, it only looks whether it still does.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"
. "$CLUSTER_DIR/lib/metrics-server.sh"

ctr_ images import "$(image_archive metrics-server)"
# The kubelet's certificate is signed by the cluster's own authority, which every service account knows.
install_metrics_server "$(system_image metrics-server)" --kubelet-certificate-authority=/var/run/secrets/kubernetes.io/serviceaccount/ca.crt
