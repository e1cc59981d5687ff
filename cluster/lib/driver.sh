# shellcheck shell=bash
# Chooses the driver. A driver defines driver_up, driver_down, driver_status, driver_env, driver_images,
# driver_addon.

driver_name() {
  case ${CLUSTER:-auto} in
    local | kind | current) echo "$CLUSTER" ;;
    auto)
      if have kind && have docker && timeout 5 docker info >/dev/null 2>&1; then
        echo kind
      elif [[ $(uname -s) == Linux && $EUID -eq 0 ]]; then
        echo local
      else
        echo current
      fi
      ;;
    *) die "CLUSTER=$CLUSTER: must be auto, local, kind or current" ;;
  esac
}

use_driver() {
  DRIVER=$(driver_name)
  # shellcheck source=/dev/null
  . "$CLUSTER_DIR/drivers/$DRIVER.sh"
}

# `cluster env` of every driver prints the same names; a value is quoted for the shell.
print_export() { printf 'export %s=%q\n' "$1" "$2"; }
