#!/usr/bin/env bash
# Measures four pages of the dashboard, served as in production, with Lighthouse's own mobile preset:
# scripts/lighthouse.sh [RUNS], the median of 3 runs when not given. Prints the scores, the layout shift, the times and
# how much script a first view loads, then every audit that costs points, and fails where a goal is missed.
# CHROME_PATH names the browser when it is neither chromium nor google-chrome.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
runs="${1:-3}"
CHROME_PATH="${CHROME_PATH:-$(command -v chromium || command -v google-chrome || true)}"
[ -n "$CHROME_PATH" ] || fail "Chromium is needed (on Debian: sudo apt-get install chromium), or CHROME_PATH."
export CHROME_PATH
build_dashboard
build_api
tools="$root/scripts/tools"
if is_stale "$tools/node_modules/.package-lock.json" "$tools/package-lock.json"; then
  say "Installing the tools ..."
  (cd "$tools" && npm ci --no-audit --no-fund --loglevel=error)
fi

folder="$(mktemp -d)"
service=
trap '[ -n "$service" ] && kill "$service" 2> /dev/null; rm -rf "$folder"' EXIT
port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')"
export Database__Folder="$folder/database"
cd "$root/api"
ASPNETCORE_ENVIRONMENT=Production dotnet bin/Release/net10.0/OpenGov.Api.dll --urls "http://127.0.0.1:$port" > "$folder/log" 2>&1 &
service=$!
waited=0
until curl --silent --fail "http://127.0.0.1:$port/health/ready" > /dev/null; do
  kill -0 "$service" 2> /dev/null || fail "The service did not start: $(tail -n 5 "$folder/log")"
  [ $((waited++)) -lt 300 ] || fail "The service was not ready within a minute."
  sleep 0.2
done

pages=(/ /states/MX-DUR /commitments /metrics)
for page in "${pages[@]}"; do
  # What the first reader of the day waits for is measured elsewhere (bench.sh).
  curl --silent --output /dev/null "http://127.0.0.1:$port$page"
  for run in $(seq "$runs"); do
    # The browser at times records nothing at all; that says nothing about the page.
    tries=0
    until (cd "$tools" && npx --no-install lighthouse "http://127.0.0.1:$port$page" --quiet --no-enable-error-reporting \
      --output=json --output-path="$folder/$(printf '%s' "$page" | tr '/' '_')-$run.json" \
      --chrome-flags="--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"); do
      [ $((++tries)) -lt 3 ] || fail "Lighthouse could not measure $page."
    done
  done
done
node "$root/scripts/lighthouse.mjs" "$root/web-client/build" "$folder" "$runs" "${pages[@]}"
