#!/usr/bin/env bash
# For work on the code: the service and the dashboard, each of which follows its files as they are saved.
# scripts/dev.sh [SERVICE_PORT] [DASHBOARD_PORT], 5080 and 5173 when not given. One Ctrl+C ends both.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_dotnet
need_node
service_port="${1:-5080}" dashboard_port="${2:-5173}"
web="$root/web-client"
if is_stale "$web/node_modules/.package-lock.json" "$web/package-lock.json"; then
  say "Installing the dashboard's packages ..."
  (cd "$web" && npm ci --no-audit --no-fund --loglevel=error)
fi

# Builds leave no servers behind that would outlive this script, and leave the analyzers to scripts/test.sh.
export RunAnalyzers=false EnforceCodeStyleInBuild=false
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export ASPNETCORE_ENVIRONMENT=Development DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER=1

parts=()
stop() {
  trap - EXIT INT TERM
  local part waited=0
  for part in "${parts[@]}"; do kill -TERM -- "-$part" 2> /dev/null || true; done
  for part in "${parts[@]}"; do
    while kill -0 -- "-$part" 2> /dev/null; do
      [ $((waited++)) -lt 50 ] || { kill -KILL -- "-$part" 2> /dev/null || true; break; }
      sleep 0.1
    done
  done
}
trap stop EXIT
trap 'exit 130' INT TERM

# Each gets a process group of its own, by which all that it has started can be ended.
set -m
# Started anew after each change: routes, filters and SQL are read once, which a hot reload would leave as they were.
(cd "$root/api" && exec dotnet watch --non-interactive --no-hot-reload --no-launch-profile run -- \
  --urls "http://127.0.0.1:$service_port") < /dev/null &
parts+=($!)
(cd "$web" && npm run --silent sync && OPENGOV_API="http://127.0.0.1:$service_port" \
  exec npx --no-install vite dev --host 127.0.0.1 --port "$dashboard_port" --strictPort) < /dev/null &
parts+=($!)
set +m

say "OpenGov while you work on it: dashboard at http://127.0.0.1:$dashboard_port, API at http://127.0.0.1:$service_port/swagger (Ctrl+C ends both)"
while kill -0 "${parts[0]}" 2> /dev/null && kill -0 "${parts[1]}" 2> /dev/null; do sleep 1; done
fail "One of the two has ended, so the other does too; the lines above say why."
