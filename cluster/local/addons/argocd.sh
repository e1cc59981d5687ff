#!/usr/bin/env bash
# Starts Argo CD and waits until it is ready. Again, it only looks whether it still is.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"
. "$CLUSTER_DIR/lib/argocd.sh"

ctr_ images import "$(image_archive argocd)"
install_argocd "$(part_folder argocd)/manifests" "$(system_image argocd)"
