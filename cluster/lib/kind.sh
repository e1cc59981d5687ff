# shellcheck shell=bash
# What the kind driver's scripts share.
# shellcheck source=common.sh
. "$CLUSTER_DIR/lib/common.sh"
# shellcheck source=parts.sh
. "$CLUSTER_DIR/lib/parts.sh"
# shellcheck source=manifest.sh
. "$CLUSTER_DIR/lib/manifest.sh"

KIND_NAME=trainyard
# The user's own kubectl and helm where there are some, else the built ones.
kubectl_() { "$(command -v kubectl || binary kubectl)" --kubeconfig "$KUBECONFIG_FILE" "$@"; }
helm_() { "$(command -v helm || binary helm)" --kubeconfig "$KUBECONFIG_FILE" "$@"; }
