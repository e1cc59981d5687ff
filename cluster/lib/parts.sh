# shellcheck shell=bash
# The parts: what each is called, its version, what its build depends on, where it lies.
# A part is built by local/build/<part>.sh (an image by local/build/image.sh) into
# $CACHE/<part>-<version>-<hash of the recipe>.

GO_PARTS=(etcd apiserver kube helm istio coredns versitygw prometheus metrics-server argocd pause)
OTHER_PARTS=(envoy node runtime base-debian)
SYSTEM_IMAGES=(pause coredns istiod envoy prometheus versitygw)
# What runs only where somebody asks for it: `cluster addon`.
ADDONS=(metrics-server argocd)

# The version that a go.mod requires of a module, without its v.
go_version() {
  awk -v module="$2" '
    $1 == module && $2 ~ /^v/ { print substr($2, 2); exit }
    $1 == "require" && $2 == module { print substr($3, 2); exit }' "$CLUSTER_DIR/go/$1/go.mod"
}

go_folder() {
  case $1 in
    apiserver | kube) echo kubernetes ;;
    *) echo "$1" ;;
  esac
}

part_version() {
  case $1 in
    etcd) go_version etcd go.etcd.io/etcd/server/v3 ;;
    apiserver | kube) go_version kubernetes k8s.io/kubernetes ;;
    helm) go_version helm helm.sh/helm/v3 ;;
    istio | image-istiod) go_version istio istio.io/istio ;;
    coredns | image-coredns) go_version coredns github.com/coredns/coredns ;;
    versitygw | image-versitygw) go_version versitygw github.com/versity/versitygw ;;
    pause | image-pause) echo 1 ;;
    envoy | image-envoy) echo "$ENVOY_VERSION" ;;
    node) echo "$NODE_VERSION" ;;
    runtime) echo "$CONTAINERD_VERSION" ;;
    # As a module, release 3.13.5 is v0.313.5.
    prometheus | image-prometheus) go_version prometheus github.com/prometheus/prometheus | sed 's/^0\.3/3./' ;;
    metrics-server | image-metrics-server) go_version metrics-server sigs.k8s.io/metrics-server ;;
    argocd | image-argocd) go_version argocd github.com/argoproj/argo-cd/v3 ;;
    base-debian) echo "$DEBIAN_RELEASE" ;;
    *) die "no part is called '$1' (parts: ${GO_PARTS[*]} ${OTHER_PARTS[*]})" ;;
  esac
}

# Everything whose change must rebuild the part, one text.
part_recipe() {
  local part=$1 need
  case $part in
    image-*)
      cat "$CLUSTER_DIR/local/build/image.sh"
      [[ $part != image-argocd ]] || cat "$CLUSTER_DIR/lib/argocd-image.sh"
      for need in $(part_needs "$part"); do part_folder "$need"; done
      ;;
    *)
      cat "$CLUSTER_DIR/local/build/$part.sh"
      # Versions that a recipe uses beside the part's own.
      case $part in
        node) echo "$NPM_VERSION" ;;
        istio) echo "$ISTIO_RELEASE" ;;
      esac
      if [[ " ${GO_PARTS[*]} " == *" $part "* ]]; then
        cat "$CLUSTER_DIR/lib/go-build.sh"
        find "$CLUSTER_DIR/go/$(go_folder "$part")" -type f | sort | xargs cat
      fi
      ;;
  esac
}

image_binary_part() {
  case $1 in
    istiod) echo istio ;;
    *) echo "$1" ;;
  esac
}

part_folder() {
  local version hash
  version=$(part_version "$1")
  hash=$(part_recipe "$1" | sha256sum | cut -c1-12)
  echo "$CACHE/$1-${version//[^A-Za-z0-9._]/_}-$hash"
}

system_image() { echo "trainyard.dev/system/$1:$(part_version "image-$1" | tr -c 'A-Za-z0-9._\n' _)"; }
image_archive() { echo "$(part_folder "image-$1")/image.tar"; }

part_is_built() { [[ -d $(part_folder "$1") ]]; }

# Which part holds a binary that `cluster path` was asked for.
part_of_binary() {
  case $1 in
    kube-apiserver | kube-controller-manager | kubectl) echo apiserver ;;
    kube-scheduler | kubelet | kube-proxy) echo kube ;;
    istiod) echo istio ;;
    containerd | ctr | runc) echo runtime ;;
    kustomize) echo argocd ;;
    npm | npx) echo node ;;
    etcd | helm | coredns | versitygw | envoy | node | prometheus | metrics-server | argocd | pause) echo "$1" ;;
    *) die "no part has a binary called '$1'" ;;
  esac
}

binary() { echo "$(part_folder "$(part_of_binary "$1")")/bin/$1"; }

# What a name given to `cluster build` stands for.
expand_part() {
  case $1 in
    controlplane) echo etcd apiserver ;;
    go) echo "${GO_PARTS[*]}" ;;
    images) printf 'image-%s ' "${SYSTEM_IMAGES[@]}" ;;
    all) all_parts ;;
    *) echo "$1" ;;
  esac
}

# Needs of a part, to be built before it.
part_needs() {
  case $1 in
    image-envoy) echo base-debian envoy ;;
    image-argocd) echo base-debian helm argocd ;;
    image-*) image_binary_part "${1#image-}" ;;
    *) ;;
  esac
}

# Everything the local driver runs; the order is the build order: what others wait for first.
all_parts() {
  echo etcd apiserver kube runtime pause helm coredns versitygw istio envoy prometheus base-debian \
    "${SYSTEM_IMAGES[@]/#/image-}"
}
