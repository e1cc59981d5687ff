#!/usr/bin/env bash
# The process that holds a pod's namespaces open.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build pause trainyard.dev/cluster/pause pause -ldflags "-s -w"
