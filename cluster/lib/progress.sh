# shellcheck shell=bash
# Numbered steps: what runs, which of how many, how long; on failure the log's name and its end.
STEP_NUMBER=0
STEP_TOTAL=0

plan_steps() {
  STEP_NUMBER=0
  STEP_TOTAL=$1
}

show_log_end() {
  say "       log: $1"
  [[ -f $1 ]] && tail -n 20 "$1" | sed 's/^/       | /' >&2
  return 0
}

# step LABEL LOG COMMAND…: COMMAND must be a program (a script of its own, not a function), so
# that `set -e` holds inside it whatever context the caller is in.
step() {
  local label=$1 log=$2 start=$SECONDS pid code=0 said=0
  shift 2
  STEP_NUMBER=$((STEP_NUMBER + 1))
  local head="[$STEP_NUMBER/$STEP_TOTAL] $label …"
  mkdir -p "$(dirname "$log")"
  # A session of its own: one signal ends the step with all its children. The cluster's lock
  # (descriptor 9) stays with us, or a daemon started here would hold it for its lifetime.
  setsid "$@" >"$log" 2>&1 </dev/null 9>&- &
  pid=$!
  trap 'kill -TERM -- "-'"$pid"'" 2>/dev/null; say ""; die "stopped"' INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    if [[ -t 2 ]]; then
      printf '\r%s %d s' "$head" $((SECONDS - start)) >&2
    elif ((SECONDS - start - said >= 30)); then
      said=$((SECONDS - start))
      say "$head $said s so far"
    fi
    sleep 0.2
  done
  wait "$pid" || code=$?
  trap - INT TERM
  [[ -t 2 ]] && printf '\r' >&2
  if ((code != 0)); then
    say "$head FAILED after $((SECONDS - start)) s (exit $code)"
    show_log_end "$log"
    exit 1
  fi
  say "$head $((SECONDS - start)) s"
}
