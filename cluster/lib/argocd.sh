# shellcheck shell=bash
# Argo CD without its page and its API server («core»), by its own manifests; wants kubectl_ and manifest.

# install_argocd MANIFESTS IMAGE: the folder `manifests` of Argo CD's module; the image of all its pods.
install_argocd() {
  local folder
  # kustomize reads resources beside or below its own file only.
  folder=$(mktemp -d "$STATE/argocd.XXXXXX")
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$folder'" EXIT
  cp -r "$1" "$folder/manifests"
  # shellcheck disable=SC2034 # read by manifest, like the next one
  ARGOCD_IMAGE=${2%:*} ARGOCD_TAG=${2##*:}
  manifest argocd ARGOCD_IMAGE ARGOCD_TAG >"$folder/kustomization.yaml"
  kubectl_ create namespace argocd --dry-run=client -o yaml | kubectl_ apply -f -
  kubectl_ kustomize "$folder" | kubectl_ apply --server-side --force-conflicts --field-manager trainyard-cluster -f -
  # `kubectl wait` fails where a CRD has no conditions yet.
  wait_until 30 "the kinds of Argo CD" kubectl_ get appprojects.argoproj.io --namespace argocd
  manifest argocd-project | kubectl_ apply --server-side --force-conflicts --field-manager trainyard-cluster -f -
  kubectl_ rollout status deployment/argocd-redis deployment/argocd-repo-server statefulset/argocd-application-controller --namespace argocd --timeout 180s
}
