#!/usr/bin/env bash
# Installs the hook that looks at what you commit (.githooks/pre-commit). `git commit --no-verify` passes it by;
# `git config --unset core.hooksPath` takes it out again.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

git -C "$root" config core.hooksPath .githooks
say "From now on .githooks/pre-commit looks at the files of each commit."
