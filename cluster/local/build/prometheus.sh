#!/usr/bin/env bash
# Prometheus, from Debian.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/deb.sh"

unpack_debs "$DEST/root" prometheus
install -m 755 "$DEST"/root/usr/bin/prometheus "$DEST/bin"
rm -r "$DEST/root"
"$DEST/bin/prometheus" --version
