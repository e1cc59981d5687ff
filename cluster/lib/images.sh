# shellcheck shell=bash
# `cluster images` of the local driver: images/<name>/Dockerfile → buildah → containerd.
# shellcheck source=buildah.sh
. "$CLUSTER_DIR/lib/buildah.sh"
# shellcheck source=image-context.sh
. "$CLUSTER_DIR/lib/image-context.sh"

build_images() {
  local name hash entry todo=() names=("$@")
  (($# > 0)) || mapfile -t names < <(all_image_names)
  for name in "${names[@]}"; do
    [[ -f $REPO_DIR/$IMAGES/$name/Dockerfile ]] || die "$IMAGES/$name/Dockerfile does not exist"
    hash=$(context_hash "$name") || exit 1
    if [[ $(cat "$STATE/images/$name" 2>/dev/null) == "$hash" ]]; then
      say "image $name: nothing changed"
    else
      todo+=("$name=$hash")
    fi
  done
  ((${#todo[@]} > 0)) || return 0

  mkdir -p "$STATE/images" "$CACHE/images"
  local needs
  # shellcheck disable=SC2046 # one word a part
  needs=$(missing_parts base-debian node)
  plan_steps $((${#todo[@]} + 1 + $(wc -w <<<"$needs")))
  # shellcheck disable=SC2086 # one word a part
  build_parts $needs
  step "base images" "$CACHE/logs/bases.log" flock "$BUILDAH_LOCK" bash "$CLUSTER_DIR/local/build/bases.sh"
  for entry in "${todo[@]}"; do
    name=${entry%%=*} hash=${entry#*=}
    step "image $name" "$CACHE/logs/image-user-$name.log" \
      flock "$BUILDAH_LOCK" bash "$CLUSTER_DIR/local/build/user-image.sh" "$name" "$hash"
    echo "$hash" >"$STATE/images/$name"
  done
}
