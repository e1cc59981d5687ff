#!/usr/bin/env bash
# istiod, and from the same module its CRDs, its chart and the statistics rules of its proxies.
set -euo pipefail
. "$CLUSTER_DIR/lib/common.sh"
. "$CLUSTER_DIR/lib/go-build.sh"

# The tags are those of Istio's own build of pilot-discovery (Makefile.core.mk, AGENT/STANDARD tags).
go_build istio istio.io/istio/pilot/cmd/pilot-discovery istiod -tags vtprotobuf,disable_pgv \
  -ldflags "-s -w -X istio.io/istio/pkg/version.buildVersion=$ISTIO_RELEASE"

module=$(go_module_folder istio istio.io/istio)
cp -r "$module/manifests/charts/istio-control/istio-discovery" "$DEST/chart"
cp "$module/manifests/charts/base/files/crd-all.gen.yaml" "$DEST/crds.yaml"
# The module cache is read-only; a cache folder must be removable.
chmod -R u+w "$DEST"

# A stock Envoy splits a metric's name at each dot, and a cluster's name is full of them. Istio's
# own rules keep them whole; the template is JSON but for the lines of one loop, left out here.
awk '/"stats_tags": \[/ { on = 1 }
     on && /{{- *range/ { skip = 1 }
     on && !skip { print }
     on && /{{- *end/ { skip = 0 }
     on && /^    \],/ { exit }' \
  "$module/tools/packaging/common/envoy_bootstrap.json" | sed '$ s/,$//' >"$DEST/stats-tags.json"
grep -q cluster_name "$DEST/stats-tags.json" || die "Istio's bootstrap template has no stats_tags any more"
