# shellcheck shell=bash
# What an image is made of: its Dockerfile and the files that it copies from the repository.

# Where the Dockerfiles are, from the repository's root; the cluster's own test has others.
export IMAGES=${TRAINYARD_IMAGES:-images}

all_image_names() {
  local file
  for file in "$REPO_DIR/$IMAGES"/*/Dockerfile; do
    [[ -f $file ]] || die "$IMAGES/ holds no Dockerfile"
    basename "$(dirname "$file")"
  done
}

# The sources of COPY and ADD lines, one a line; lines that continue are joined, flags dropped,
# copies from other stages and from URLs skipped.
copied_paths() {
  sed -e ':join' -e '/\\$/ { N; s/\\\n//; b join' -e '}' "$1" | awk '
    toupper($1) == "COPY" || toupper($1) == "ADD" {
      gsub(/[][",]/, " "); other = 0; count = 0; $1 = ""; $0 = $0
      for (i = 1; i <= NF; i++) {
        if ($i ~ /^--from=/) other = 1
        else if ($i !~ /^--/) words[++count] = $i
      }
      if (!other) for (i = 1; i < count; i++) if (words[i] !~ /^https?:/) print words[i]
    }'
}

# One hash of the Dockerfile, the ignore file and every copied file's name and bytes.
context_hash() (
  cd "$REPO_DIR" || exit
  file=$IMAGES/$1/Dockerfile
  paths=("$file")
  [[ ! -f .dockerignore ]] || paths+=(.dockerignore)
  while read -r path; do
    # A pattern of the Dockerfile is a pattern of the shell; one without a match fails the build, not us.
    # shellcheck disable=SC2206
    matches=($path)
    for match in "${matches[@]}"; do [[ ! -e $match ]] || paths+=("$match"); done
  done < <(copied_paths "$file")
  {
    # What never belongs in an image changes with every test run.
    find "${paths[@]}" \( -name node_modules -o -name .git -o -name __pycache__ -o -name .venv -o -name '*.egg-info' -o -name .pytest_cache -o -name coverage -o -name out \) -prune \
      -o \( -type f -o -type l \) -printf '%p\0' | sort -zu | xargs -0 sha256sum
    cat "$CLUSTER_DIR/local/build/user-image.sh"
  } | sha256sum | cut -c1-16
)
