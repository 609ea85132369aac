#!/usr/bin/env bash
# Writes docs/openapi/v1.json from the running code. The file is committed, so every change of the contract is
# seen in review; a test fails when it differs.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

build_api
folder="$(mktemp -d)"
trap 'kill "$service" 2> /dev/null || true; rm -rf "$folder"' EXIT
cd "$root/api"
Database__Folder="$folder" Database__Seed=false dotnet bin/Release/net10.0/OpenGov.Api.dll --urls http://127.0.0.1:5089 > "$folder/log" 2>&1 &
service=$!
for _ in $(seq 1 60); do
  curl --silent --fail http://127.0.0.1:5089/health/live > /dev/null && break
  sleep 0.25
done
curl --silent --fail http://127.0.0.1:5089/openapi/v1.json --output "$root/docs/openapi/v1.json" || { cat "$folder/log"; fail "The service did not start."; }
say "Wrote docs/openapi/v1.json"
