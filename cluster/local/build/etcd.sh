#!/usr/bin/env bash
# etcd's server, from its module's own main package.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build etcd go.etcd.io/etcd/server/v3 etcd -ldflags "-s -w"
