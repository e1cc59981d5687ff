# shellcheck shell=bash
# How an image build reaches the package registries: whatever this machine's own apt, pip and npm
# are told, read from them when a build starts and mounted into it. Nothing of it enters an image
# or this repository.

# "URI suite component…" of every Debian source that apt knows.
debian_indexes() {
  # shellcheck disable=SC2016 # apt-get expands these
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT) $(CREATED_BY) $(ORIGIN)' |
    awk '$4 == "Packages" && $5 == "Debian" { print $1, $2, $3 }' | sort -u
}
debian_mirror() { debian_indexes | awk -v release="$1" '$2 == release { print $1; exit }'; }
debian_sources() { debian_indexes | sed 's/^/deb /'; }

# registry_mounts FOLDER: writes the configuration into FOLDER; prints --volume flags, one a line.
registry_mounts() {
  local folder=$1 bundle
  mkdir -p "$folder" "$CACHE/registries/pip" "$CACHE/registries/npm"
  bundle=$(ca_bundle)
  apt-config dump | grep -E '^Acquire::(http|https|Check|Retries)' >"$folder/apt.conf" || true
  pip_configuration "$bundle" >"$folder/pip.conf"
  npm_configuration "$bundle" >"$folder/npmrc"
  printf -- '--volume=%s\n' \
    "$folder/apt.conf:/etc/apt/apt.conf.d/99-this-machine:ro" \
    "$folder/pip.conf:/etc/pip.conf:ro" \
    "$folder/npmrc:/root/.npmrc:ro" \
    "$CACHE/registries/pip:/root/.cache/pip:rw" \
    "$CACHE/registries/npm:/root/.npm:rw"
  [[ -z $bundle ]] || printf -- '--volume=%s\n' "$bundle:/run/registries/ca.pem:ro"
}

ca_bundle() {
  local file
  for file in "${SSL_CERT_FILE:-}" /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do
    [[ -f $file ]] && { readlink -f "$file"; return; }
  done
  return 0
}

pip_configuration() {
  echo '[global]'
  [[ -z $1 ]] || echo "cert = /run/registries/ca.pem"
  # `pip config list` prints key='value', the environment's PIP_… among them.
  python3 -m pip config list 2>/dev/null |
    sed -nE "s/^(global|install|:env:)\.(index-url|extra-index-url|trusted-host|proxy|default-timeout|timeout)='(.*)'$/\2 = \3/p" |
    sed 's/^default-timeout/timeout/' | sort -u -t= -k1,1
}

npm_configuration() {
  local key value
  [[ -z $1 ]] || echo "cafile=/run/registries/ca.pem"
  have npm || return 0
  for key in registry proxy https-proxy strict-ssl; do
    value=$(npm config get "$key" 2>/dev/null)
    [[ -z $value || $value == null || $value == undefined ]] || echo "$key=$value"
  done
}
