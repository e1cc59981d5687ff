# shellcheck shell=bash
# The local driver: a single-node Kubernetes of our own, from package registries only.
# shellcheck source=../lib/local.sh
. "$CLUSTER_DIR/lib/local.sh"
# shellcheck source=../lib/packages.sh
. "$CLUSTER_DIR/lib/packages.sh"
# shellcheck source=../lib/ports.sh
. "$CLUSTER_DIR/lib/ports.sh"
# shellcheck source=../lib/health.sh
. "$CLUSTER_DIR/lib/health.sh"

DAEMONS=(etcd kube-apiserver kube-controller-manager kube-scheduler containerd kubelet kube-proxy)

require_root() {
  [[ $(uname -s) == Linux && $EUID -eq 0 ]] || die "CLUSTER=local needs root on Linux"
}

# One `up` or `down` at a time; a second waits and then finds the first one's result.
lock_cluster() {
  mkdir -p "$CACHE/locks"
  exec 9>/run/trainyard-cluster.lock
  flock 9
}

run() { # LABEL SCRIPT…
  local label=$1
  shift
  step "$label" "$LOGS/up-$(basename "$1" .sh).log" env "$MARK" bash "$CLUSTER_DIR/local/$1" "${@:2}"
}

driver_up() {
  require_root
  lock_cluster
  if is_up && settles 15; then
    say "cluster: already up"
    summary
    return
  fi
  [[ ! -d $STATE ]] || say "cluster: a cluster that is not healthy is in the way; clearing it first"
  clean

  local missing packages starts=12
  packages=$(missing_packages)
  [[ -z $packages ]] || starts=$((starts + 1))
  # shellcheck disable=SC2046 # one word a part
  missing=$(missing_parts $(all_parts))
  plan_steps $((starts + $(wc -w <<<"$missing")))

  [[ -z $packages ]] || step "installing $(tr "\n" " " <<<"$packages")" "$CACHE/logs/packages.log" bash "$CLUSTER_DIR/local/packages.sh"
  # shellcheck disable=SC2086 # one word a part
  build_parts $missing
  start
  record_parts >"$STATE/parts"
  summary
}

start() {
  mkdir -p "$STATE" "$LOGS"
  chmod 711 "$STATE"
  choose_ports >"$STATE/ports"
  run "making the node's network" run/network.sh
  run "making certificates" run/pki.sh
  run "making keys for the object store" run/s3-keys.sh
  run "starting etcd" run/etcd.sh
  run "starting the API server" run/apiserver.sh
  run "starting the controllers" run/controllers.sh
  run "starting containerd" run/containerd.sh
  run "loading images" run/import.sh
  run "applying DNS, Istio, Prometheus, object store" run/addons.sh
  run "starting the node" run/node.sh
  run "waiting until all is ready" run/ready.sh
  run "making buckets" run/buckets.sh
}

# clean: whatever state a run was in when it ended. Quiet, but for what it cannot do.
clean() {
  local part
  for part in processes mounts network cgroups files; do
    bash "$CLUSTER_DIR/local/clean/$part.sh" || die "clean-up of $part failed"
  done
}

driver_down() {
  require_root
  lock_cluster
  if [[ ! -d $STATE ]]; then say "cluster: no cluster is up"; fi
  clean
}

driver_env() {
  [[ -f $STATE/s3-keys ]] || die "no cluster is up (cluster/cluster up)"
  # shellcheck source=/dev/null
  . "$STATE/s3-keys"
  print_export KUBECONFIG "$KUBECONFIG_FILE"
  print_export TRAINYARD_GATEWAY_URL "http://$GATEWAY_IP:80"
  print_export TRAINYARD_PROMETHEUS_URL "http://$PROMETHEUS_IP:9090"
  print_export TRAINYARD_S3_ENDPOINT "http://$S3_IP:7070"
  print_export TRAINYARD_S3_ENDPOINT_IN_CLUSTER http://s3.storage.svc:7070
  print_export TRAINYARD_S3_ACCESS_KEY "$AWS_ACCESS_KEY_ID"
  print_export TRAINYARD_S3_SECRET_KEY "$AWS_SECRET_ACCESS_KEY"
  print_export TRAINYARD_AUDIT_LOG "$STATE/audit/audit.log"
  # shellcheck disable=SC2016 # for the caller's shell to expand
  printf 'export PATH=%q:"$PATH"\n' "$(part_folder apiserver)/bin:$(part_folder helm)/bin:$(part_folder etcd)/bin"
}

summary() {
  cat <<TEXT
KUBECONFIG   $KUBECONFIG_FILE
gateway      http://$GATEWAY_IP
Prometheus   http://$PROMETHEUS_IP:9090
object store http://$S3_IP:7070 (in the cluster: http://s3.storage.svc:7070; buckets data, models)
shell        eval "\$(cluster/cluster env)"
TEXT
}

driver_images() {
  require_root
  [[ -f $KUBECONFIG_FILE ]] || die "no cluster is up (cluster/cluster up)"
  # shellcheck source=../lib/images.sh
  . "$CLUSTER_DIR/lib/images.sh"
  build_images "$@"
}

# driver_addon NAME
driver_addon() {
  require_root
  [[ -f $KUBECONFIG_FILE ]] || die "no cluster is up (cluster/cluster up)"
  local missing
  missing=$(missing_parts "image-$1")
  plan_steps $((1 + $(wc -w <<<"$missing")))
  # shellcheck disable=SC2086 # one word a part
  build_parts $missing
  step "starting $1" "$LOGS/addon-$1.log" bash "$CLUSTER_DIR/local/addons/$1.sh"
}

# shellcheck source=../lib/status.sh
# A killed run leaves its records behind, but no daemons.
driver_running() {
  local code=0
  is_up || return 1
  is_healthy || code=$?
  ((code != 2))
}

driver_status() {
  . "$CLUSTER_DIR/lib/status.sh"
  print_status
}
