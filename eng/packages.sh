# Sourced by the front-door scripts: installs what is missing, and says so.

fail() { echo "$(basename "$0"): $*" >&2; exit 1; }

has_library() {
  local name
  for name in "$@"; do
    if { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -F "$name" >/dev/null; then return 0; fi
  done
  return 1
}

# install_packages NAME...: through apt, as root or with sudo.
install_packages() {
  [ "$#" -gt 0 ] || return 0
  local as_root=() log
  command -v apt-get >/dev/null || fail "these are missing, and there is no apt to install them: $* (names as in Debian)"
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null \
      || fail "these packages are missing; install them and run again: sudo apt-get install $*"
    as_root=(sudo -n)
  fi
  echo "Installing with apt: $*"
  log=$(mktemp)
  {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
  } >"$log" 2>&1 || { tail -n 20 "$log" >&2; rm -f "$log"; fail "apt could not install $*"; }
  rm -f "$log"
}

# What a build needs: the ahead-of-time compiler links with clang and zlib.
build_packages() {
  command -v clang >/dev/null || echo clang
  [ -e /usr/include/zlib.h ] || echo zlib1g-dev
}

require_sdk() {
  command -v dotnet >/dev/null || fail "there is no dotnet; install the .NET SDK that global.json names: https://dot.net/download"
}
