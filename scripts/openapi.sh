#!/usr/bin/env bash
# Writes docs/openapi/v1.json from the running code. The file is committed, so every change of the contract is
# seen in review; a test fails when it differs.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
folder="$(mktemp -d)"
service=
trap 'stop; rm -rf "$folder"' EXIT

start() {
  build_api
  (cd "$root/api" && Database__Folder="$folder" exec dotnet bin/Release/net10.0/OpenGov.Api.dll --urls http://127.0.0.1:5089 > "$folder/log" 2>&1) &
  service=$!
  for _ in $(seq 1 80); do
    curl --silent --fail http://127.0.0.1:5089/health/ready > /dev/null && return
    sleep 0.25
  done
  cat "$folder/log"
  fail "The service did not start."
}

stop() {
  [ -n "$service" ] && kill "$service" 2> /dev/null && wait "$service" 2> /dev/null
  service=
  return 0
}

start
node "$root/scripts/openapi-examples.mjs" http://127.0.0.1:5089 > "$folder/examples.json"
if ! cmp --silent "$folder/examples.json" "$root/api/Http/openapi-examples.json"; then
  cp "$folder/examples.json" "$root/api/Http/openapi-examples.json"
  stop
  start
fi
curl --silent --fail http://127.0.0.1:5089/openapi/v1.json --output "$root/docs/openapi/v1.json"
node "$root/scripts/measures-page.mjs" http://127.0.0.1:5089 > "$root/docs/api/measures.md"
say "Wrote docs/openapi/v1.json with its examples, and docs/api/measures.md"
