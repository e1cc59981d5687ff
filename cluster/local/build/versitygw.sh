#!/usr/bin/env bash
# versitygw, an S3 server over a folder.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

go_build versitygw github.com/versity/versitygw/cmd/versitygw versitygw -ldflags "-s -w"
