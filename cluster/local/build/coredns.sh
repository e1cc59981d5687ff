#!/usr/bin/env bash
# CoreDNS, the cluster's DNS.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build coredns github.com/coredns/coredns coredns -ldflags "-s -w"
