#!/usr/bin/env bash
# Certificates, made anew for every cluster, and a kubeconfig for each client.
# Names and groups: https://kubernetes.io/docs/setup/best-practices/certificates/
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"

mkdir -p "$PKI"
chmod 700 "$PKI"
cd "$PKI"

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1.key"; }

authority() {
  key "$1"
  openssl req -x509 -new -key "$1.key" -subj "/CN=$1" -days 365 -out "$1.crt" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,digitalSignature
}

# certificate FILE AUTHORITY SUBJECT USAGE [SUBJECT-ALTERNATIVE-NAMES]
certificate() {
  key "$1"
  {
    echo "keyUsage=critical,digitalSignature"
    echo "extendedKeyUsage=$4"
    [[ -z ${5:-} ]] || echo "subjectAltName=$5"
  } >"$1.ext"
  openssl req -new -key "$1.key" -subj "$3" |
    openssl x509 -req -CA "$2.crt" -CAkey "$2.key" -CAcreateserial -days 365 -extfile "$1.ext" -out "$1.crt" 2>/dev/null
  rm "$1.ext"
}

# kubeconfig FILE CERTIFICATE
kubeconfig() {
  cat >"$1" <<YAML
apiVersion: v1
kind: Config
current-context: trainyard
contexts: [{name: trainyard, context: {cluster: trainyard, user: trainyard}}]
clusters:
  - name: trainyard
    cluster:
      server: https://$NODE_IP:$API_PORT
      certificate-authority-data: $(base64 -w0 <ca.crt)
users:
  - name: trainyard
    user:
      client-certificate-data: $(base64 -w0 <"$2.crt")
      client-key-data: $(base64 -w0 <"$2.key")
YAML
  chmod 600 "$1"
}

authority ca
authority front-proxy-ca
key service-account
openssl ec -in service-account.key -pubout -out service-account.pub 2>/dev/null

certificate apiserver ca /CN=kube-apiserver serverAuth \
  "IP:$NODE_IP,IP:$API_IP,IP:127.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local"
certificate apiserver-kubelet ca /O=system:masters/CN=kube-apiserver-kubelet-client clientAuth
certificate front-proxy front-proxy-ca /CN=front-proxy-client clientAuth
certificate etcd ca /CN=etcd serverAuth,clientAuth "IP:$NODE_IP"
certificate kubelet-server ca "/O=system:nodes/CN=system:node:$NODE_NAME" serverAuth "IP:$NODE_IP,DNS:$NODE_NAME"
certificate kubelet ca "/O=system:nodes/CN=system:node:$NODE_NAME" clientAuth
certificate controller-manager ca /CN=system:kube-controller-manager clientAuth
certificate scheduler ca /CN=system:kube-scheduler clientAuth
certificate proxy ca /CN=system:kube-proxy clientAuth
certificate admin ca /O=system:masters/CN=trainyard-admin clientAuth

for client in kubelet controller-manager scheduler proxy; do
  kubeconfig "$PKI/$client.kubeconfig" "$client"
done
kubeconfig "$KUBECONFIG_FILE" admin
