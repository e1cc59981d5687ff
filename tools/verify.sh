#!/usr/bin/env bash
# Everything that can be checked without running Trainyard; one line a check. `tools/verify.sh lint types` runs those two.
set -euo pipefail
exec node "$(dirname "${BASH_SOURCE[0]}")/verify/main.ts" "$@"
