# shellcheck shell=bash
# Builds parts that are missing, each under a lock, into a folder that appears only when complete.

# with_needs PART…: the parts and what they need, needs first, each once.
with_needs() {
  local part need seen=' '
  for part in "$@"; do
    for need in $(part_needs "$part") "$part"; do
      [[ $seen == *" $need "* ]] && continue
      seen+="$need "
      echo "$need"
    done
  done
}

missing_parts() {
  local part
  for part in $(with_needs "$@"); do
    part_version "$part" >/dev/null || exit 1
    part_is_built "$part" || echo "$part"
  done
}

# build_parts PART…: must be called after plan_steps.
build_parts() {
  local part
  mkdir -p "$CACHE/locks" "$CACHE/logs"
  for part in "$@"; do
    # The lock passes to the build itself: when this shell is killed, the build goes on to its
    # end, and the next caller waits for it instead of starting a second one.
    step "building $part $(short_version "$part")" "$CACHE/logs/$part.log" \
      flock "$CACHE/locks/$part" bash "$CLUSTER_DIR/local/build/one.sh" "$part"
  done
}

short_version() {
  case $1 in
    istio | image-istiod) echo "$ISTIO_RELEASE" ;;
    *) part_version "$1" ;;
  esac
}
