#!/usr/bin/env bash
# Installs the Debian packages that the local driver calls; only what is missing, and starting nothing.
set -euo pipefail
# shellcheck source=../lib/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../lib/common.sh"
# shellcheck source=../lib/packages.sh
. "$CLUSTER_DIR/lib/packages.sh"

have apt-get || die "the local driver wants a Debian: apt-get is missing"
# A package's own start of its services asks this file first (invoke-rc.d(8)); one that the
# machine has already keeps its say.
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
apt-get update
# shellcheck disable=SC2046 # one word a package
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(missing_packages)
