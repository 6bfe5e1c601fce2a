#!/usr/bin/env bash
# Makes a GitHub-hosted Ubuntu runner ready for the sandbox, before any secret or any change of an agent is in reach: installs
# bubblewrap from Ubuntu's own archive where it is missing, and where AppArmor restricts user namespaces loads a profile that
# allows them for /usr/bin/bwrap alone, not for the whole machine. It may run any number of times. Whether what comes out is a
# sandbox is decided by the agent's own probe afterwards; a step that fails here is said, and left to that probe.
set -uo pipefail

readonly PROGRAM=/usr/bin/bwrap
readonly PROFILE=/etc/apparmor.d/nightshift-bwrap
readonly RESTRICTION=/proc/sys/kernel/apparmor_restrict_unprivileged_userns

say() { printf 'sandbox: %s\n' "$*"; }
warn() { printf '::warning title=Nightshift sandbox::%s\n' "$*"; }

# Does it make the namespaces that the sandbox is built of? Nothing of the environment goes with it.
works() {
  timeout 20 env -i PATH=/usr/bin:/bin "$PROGRAM" --unshare-user --unshare-pid --unshare-net --unshare-ipc --unshare-uts \
    --cap-drop ALL --ro-bind / / --proc /proc --dev /dev true >/dev/null 2>&1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then timeout "$@"; else timeout "$1" sudo -n "${@:2}"; fi
}

install_bubblewrap() {
  say "installing bubblewrap"
  export DEBIAN_FRONTEND=noninteractive
  as_root 120 apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=60 install -y --no-install-recommends bubblewrap >/dev/null && return
  # The runner's list of packages may be older than the archive.
  as_root 120 apt-get -qq -o Acquire::Retries=3 update >/dev/null &&
    as_root 120 apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=60 install -y --no-install-recommends bubblewrap >/dev/null
}

allow_namespaces() {
  say "loading an AppArmor profile for $PROGRAM"
  as_root 20 tee "$PROFILE" >/dev/null <<'EOP' || return
abi <abi/4.0>,
include <tunables/global>
profile nightshift-bwrap /usr/bin/bwrap flags=(unconfined) {
  userns,
}
EOP
  as_root 30 apparmor_parser --replace --skip-cache "$PROFILE"
}

if [ ! -x "$PROGRAM" ]; then
  if ! command -v apt-get >/dev/null; then
    warn "bubblewrap is not installed, and this machine has no apt-get to install it with."
    exit 0
  fi
  install_bubblewrap || warn "bubblewrap could not be installed; see the lines above."
fi
if [ -x "$PROGRAM" ] && ! works && [ "$(cat "$RESTRICTION" 2>/dev/null)" = 1 ]; then
  allow_namespaces || warn "the AppArmor profile for $PROGRAM could not be loaded; see the lines above."
fi
if [ -x "$PROGRAM" ] && works; then
  say "bubblewrap makes its namespaces"
else
  warn "bubblewrap makes no namespaces here. Docker is tried next; see docs/security.md, The sandbox."
fi
