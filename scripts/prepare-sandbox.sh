#!/usr/bin/env bash
# Lets bubblewrap make its namespaces on a GitHub-hosted Ubuntu runner: installs it, and loads a profile for /usr/bin/bwrap alone
# where AppArmor restricts unprivileged user namespaces. The agent's own probe decides afterwards whether it is a sandbox.
set -euo pipefail

if ! command -v bwrap >/dev/null; then
  sudo apt-get update -qq
  sudo apt-get install -y -qq bubblewrap
fi

restriction=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
if [ -e "$restriction" ] && [ "$(cat "$restriction")" = 1 ]; then
  printf 'abi <abi/4.0>,\ninclude <tunables/global>\nprofile bwrap /usr/bin/bwrap flags=(unconfined) {\n  userns,\n}\n' |
    sudo tee /etc/apparmor.d/bwrap >/dev/null
  sudo apparmor_parser -r -W /etc/apparmor.d/bwrap
fi
