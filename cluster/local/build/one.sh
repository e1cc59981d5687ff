#!/usr/bin/env bash
# Builds one part: one.sh PART. Run under the part's lock. The recipe writes to a folder with a
# temporary name; only a complete folder gets its real name, so a killed build leaves no half part.
set -euo pipefail
# shellcheck source=../../lib/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lib/common.sh"
# shellcheck source=../../lib/parts.sh
. "$CLUSTER_DIR/lib/parts.sh"
# shellcheck source=../../lib/buildah.sh
. "$CLUSTER_DIR/lib/buildah.sh"

part=$1
folder=$(part_folder "$part")
[[ -d $folder ]] && exit 0 # another caller built it while we waited for the lock

rm -rf "$CACHE/.new-$part" # what a killed build left; the lock says it is nobody's now
mkdir -p "$CACHE/.new-$part/bin"
export DEST=$CACHE/.new-$part
case $part in
  image-*) nice -n 5 flock "$BUILDAH_LOCK" bash "$CLUSTER_DIR/local/build/image.sh" "${part#image-}" ;;
  *) nice -n 5 bash "$CLUSTER_DIR/local/build/$part.sh" ;;
esac
mv "$DEST" "$folder"
