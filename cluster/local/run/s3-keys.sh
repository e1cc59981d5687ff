#!/usr/bin/env bash
# Random keys for the object store, in the form that both `kubectl create secret` and a shell read.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

umask 077
printf 'AWS_ACCESS_KEY_ID=%s\nAWS_SECRET_ACCESS_KEY=%s\n' "$(openssl rand -hex 10)" "$(openssl rand -hex 20)" >"$STATE/s3-keys"
