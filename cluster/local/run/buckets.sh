#!/usr/bin/env bash
# Makes the two buckets, with versioning: a data snapshot names an object's version.
set -euo pipefail
. "$CLUSTER_DIR/lib/local.sh"
# shellcheck source=/dev/null
. "$STATE/s3-keys"

endpoint=${S3_ENDPOINT:-http://$S3_IP:7070}

s3() { # METHOD PATH-AND-QUERY [BODY]
  local body=${3:-}
  # The keys go in by a file: a command line is for everybody to read. S3 wants the body's hash as
  # a header (SigV4 for S3), which Debian 12's curl signs but does not send by itself.
  curl --silent --show-error --fail-with-body --max-time 10 --aws-sigv4 aws:amz:us-east-1:s3 --request "$1" \
    --config <(printf 'user = "%s:%s"\n' "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY") \
    --header "x-amz-content-sha256: $(printf %s "$body" | sha256sum | cut -d' ' -f1)" \
    ${body:+--data-binary "$body"} "$endpoint/$2"
}

wait_until 30 "the object store" s3 GET ''
for bucket in data models; do
  s3 PUT "$bucket"
  # `versioning=`, not `versioning`: the signature is over the form with the sign.
  s3 PUT "$bucket?versioning=" \
    '<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>'
  s3 GET "$bucket?versioning=" | grep -q Enabled || die "bucket $bucket has no versioning"
done
