# shellcheck shell=bash
# Long-lived processes: each in a session of its own, with a pid file and a log.
# Every process started under the cluster's state carries MARK in its environment; that is how
# those are found whose pid file a killed run never wrote. A container's processes do not carry
# it (runc gives them their own environment): they are found by our cgroup.
MARK="TRAINYARD_CLUSTER_OF=$STATE"
PIDS=$STATE/pids
LOGS=$STATE/logs

# start_daemon NAME COMMAND…
start_daemon() {
  local name=$1
  shift
  mkdir -p "$PIDS" "$LOGS"
  env "$MARK" setsid "$@" >>"$LOGS/$name.log" 2>&1 </dev/null &
  # Not the pid alone: after a restart of the machine it may be another's.
  printf '%s %s\n' "$!" "$(start_time "$!")" >"$PIDS/$name"
}

# Clock ticks from boot to the process's start (proc(5), stat field 22); the name in field 2 may
# hold spaces and brackets, so fields count from the last bracket.
start_time() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  echo "${20}"
}

# daemon_pid NAME: prints the pid if that very process lives.
daemon_pid() {
  local pid started
  [[ -f $PIDS/$1 ]] || return 1
  read -r pid started <"$PIDS/$1" || return 1
  [[ -n $started && $(start_time "$pid") == "$started" ]] || return 1
  # Dead, only not yet collected by the machine's init.
  ! is_zombie "$pid" || return 1
  echo "$pid"
}

# Pids of all that carry MARK, but for this shell and its ancestors.
marked_pids() {
  local file pid skip
  skip=" $(ancestors) "
  # -s: a process that ends meanwhile is one less to find. No match is no failure.
  for file in $(grep -lsFxz -- "$MARK" /proc/[0-9]*/environ || true); do
    pid=${file#/proc/}
    pid=${pid%/environ}
    [[ $skip == *" $pid "* ]] || echo "$pid"
  done
}

ancestors() {
  local pid=$$ list=""
  while ((pid > 1)); do
    list+="$pid "
    pid=$(awk '/^PPid:/ { print $2 }' "/proc/$pid/status")
  done
  echo "$list $BASHPID"
}

# end_pids SECONDS PID…: asks, waits, then kills.
end_pids() {
  local end=$((SECONDS + $1)) pid left
  shift
  (($# > 0)) || return 0
  kill -TERM "$@" 2>/dev/null || true
  while :; do
    left=()
    for pid in "$@"; do [[ -d /proc/$pid ]] && ! is_zombie "$pid" && left+=("$pid"); done
    ((${#left[@]} > 0)) || return 0
    ((SECONDS < end)) || break
    sleep 0.1
  done
  kill -KILL "${left[@]}" 2>/dev/null || true
  sleep 0.2
}

is_zombie() { grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; }
