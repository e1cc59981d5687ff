# shellcheck shell=bash
# The kind driver: Kubernetes in Docker (https://kind.sigs.k8s.io), Istio by its own charts.
# shellcheck source=../lib/kind.sh
. "$CLUSTER_DIR/lib/kind.sh"

# Published by kind/cluster.yaml on the host's loopback address.
KIND_GATEWAY=http://127.0.0.1:30080
KIND_PROMETHEUS=http://127.0.0.1:30090
KIND_S3=http://127.0.0.1:30070

kind_exists() { kind get clusters 2>/dev/null | grep -qx "$KIND_NAME"; }
kind_answers() {
  [[ -f $STATE/parts ]] && kind_exists &&
    kubectl_ get --raw /readyz --request-timeout 5s >/dev/null 2>&1 &&
    curl --silent --max-time 2 --output /dev/null "$KIND_GATEWAY" &&
    curl --silent --fail --max-time 2 --output /dev/null "$KIND_PROMETHEUS/-/ready"
}

driver_up() {
  local program missing=()
  for program in docker kind curl openssl; do have "$program" || die "$program is not installed"; done
  have kubectl || missing+=(apiserver)
  have helm || missing+=(helm)
  if kind_answers; then
    say "cluster: already up"
    driver_summary
    return
  fi
  # A half-made cluster is not mended but made again.
  driver_down
  mkdir -p "$STATE" "$CACHE/logs"
  mapfile -t missing < <(missing_parts "${missing[@]}")
  plan_steps $((4 + ${#missing[@]}))
  build_parts "${missing[@]}"
  step "creating the kind cluster" "$STATE/logs/kind.log" bash "$CLUSTER_DIR/kind/create.sh"
  step "making keys for the object store" "$STATE/logs/s3-keys.log" bash "$CLUSTER_DIR/local/run/s3-keys.sh"
  step "installing Istio, Prometheus, object store" "$STATE/logs/addons.log" bash "$CLUSTER_DIR/kind/addons.sh"
  step "making buckets" "$STATE/logs/buckets.log" env S3_ENDPOINT=$KIND_S3 bash "$CLUSTER_DIR/local/run/buckets.sh"
  wait_until 60 "the gateway to answer" curl --silent --max-time 2 --output /dev/null "$KIND_GATEWAY"
  touch "$STATE/parts"
  driver_summary
}

driver_down() {
  if kind_exists; then kind delete cluster --name "$KIND_NAME" --kubeconfig "$KUBECONFIG_FILE"; fi
  rm -rf --one-file-system "$STATE"
}

driver_running() { kind_exists; }

driver_status() {
  kind_exists || { echo "no kind cluster is called $KIND_NAME"; return; }
  kubectl_ get nodes -o wide
  kubectl_ get deployments --all-namespaces
}

driver_env() {
  [[ -f $STATE/s3-keys ]] || die "no cluster is up (cluster/cluster up)"
  # shellcheck source=/dev/null
  . "$STATE/s3-keys"
  print_export KUBECONFIG "$KUBECONFIG_FILE"
  print_export TRAINYARD_GATEWAY_URL "$KIND_GATEWAY"
  print_export TRAINYARD_PROMETHEUS_URL "$KIND_PROMETHEUS"
  print_export TRAINYARD_S3_ENDPOINT "$KIND_S3"
  print_export TRAINYARD_S3_ENDPOINT_IN_CLUSTER http://s3.storage.svc:7070
  print_export TRAINYARD_S3_ACCESS_KEY "$AWS_ACCESS_KEY_ID"
  print_export TRAINYARD_S3_SECRET_KEY "$AWS_SECRET_ACCESS_KEY"
  print_export TRAINYARD_AUDIT_LOG "$STATE/audit/audit.log"
}

driver_summary() {
  cat <<TEXT
KUBECONFIG   $KUBECONFIG_FILE
gateway      $KIND_GATEWAY
Prometheus   $KIND_PROMETHEUS
object store $KIND_S3
TEXT
}

driver_addon() {
  kind_exists || die "no cluster is up (cluster/cluster up)"
  plan_steps 1
  step "starting $1" "$STATE/logs/addon-$1.log" bash "$CLUSTER_DIR/kind/$1.sh"
}

driver_images() {
  # shellcheck source=../lib/image-context.sh
  . "$CLUSTER_DIR/lib/image-context.sh"
  local name names=("$@") todo=()
  kind_exists || die "no cluster is up (cluster/cluster up)"
  (($# > 0)) || mapfile -t names < <(all_image_names)
  mkdir -p "$STATE/images"
  for name in "${names[@]}"; do
    if [[ $(cat "$STATE/images/$name" 2>/dev/null) == "$(context_hash "$name")" ]]; then
      say "image $name: nothing changed"
    else
      todo+=("$name")
    fi
  done
  plan_steps "${#todo[@]}"
  for name in "${todo[@]}"; do
    step "image $name" "$CACHE/logs/image-user-$name.log" bash "$CLUSTER_DIR/kind/image.sh" "$name"
    context_hash "$name" >"$STATE/images/$name"
  done
}
