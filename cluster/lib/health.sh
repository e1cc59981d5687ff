# shellcheck shell=bash
# Is the cluster whole? Cheap enough to ask before every use.

# is_up: `up` came to its end here once.
is_up() { [[ -f $STATE/parts ]]; }

is_healthy() {
  local name
  for name in "${DAEMONS[@]}"; do
    daemon_pid "$name" >/dev/null || { UNHEALTHY="$name is not running"; return 2; }
  done
  kubectl_ get --raw /readyz --request-timeout 3s >/dev/null 2>&1 || { UNHEALTHY="the API server does not answer"; return 1; }
  # One question for the node and all parts: «Ready=True» of the node, «ready/wanted» of each Deployment.
  local node
  node=$(kubectl_ get node "$NODE_NAME" --request-timeout 3s -o jsonpath='{.status.conditions[?(@.type=="Ready")].status}' 2>/dev/null)
  [[ $node == True ]] || { UNHEALTHY="the node is not Ready"; return 1; }
  UNHEALTHY=$(kubectl_ get deployments --all-namespaces --request-timeout 3s -o jsonpath='{range .items[*]}{.metadata.namespace}/{.metadata.name} {.status.availableReplicas} {.spec.replicas}{"\n"}{end}' 2>/dev/null |
    awk '$1 ~ /^(kube-system\/coredns|istio-system\/istiod|istio-system\/istio-ingressgateway|monitoring\/prometheus|storage\/s3)$/ { seen++; if (NF < 3 && $2 > 0) bad = bad " " $1 }
         END { if (seen < 5) print "parts are missing"; else if (bad) print "not available:" bad }')
  [[ -z $UNHEALTHY ]]
}

# settles SECONDS: a pod may just be starting again.
settles() {
  local end=$((SECONDS + $1))
  local code
  until is_healthy; do
    code=$?
    # 2: nothing here starts a daemon again, so there is nothing to wait for.
    if ((code == 2 || SECONDS >= end)); then
      say "cluster: $UNHEALTHY"
      return 1
    fi
    sleep 1
  done
  if [[ $(<"$STATE/parts") != "$(record_parts)" ]]; then
    say "cluster: what runs was made from another state of cluster/; \`cluster down\` and \`up\` renew it"
  fi
}

# What the running cluster was made of: the parts' folders and everything that configures them.
record_parts() {
  local part
  for part in $(all_parts); do part_folder "$part"; done
  cat "$CLUSTER_DIR"/{addresses.env,manifests/*,local/run/*} | sha256sum
}
