#!/usr/bin/env bash
# Serves the API and the dashboard on http://localhost:5080, with the embedded database and the Mexican data
# set. Builds what is missing or stale first. Settings go after the name: scripts/run.sh --urls http://localhost:8080
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

build_dashboard
build_api
address=http://localhost:5080
for ((i = 1; i <= $#; i++)); do
  case "${!i}" in
    --urls) next=$((i + 1)); address="${!next:-$address}" ;;
    --urls=*) address="${!i#--urls=}" ;;
  esac
done
address="${address%%;*}"
say "OpenGov: dashboard at $address, API at ${address%/}/swagger (Ctrl+C stops it)"
cd "$root/api"
exec dotnet bin/Release/net10.0/OpenGov.Api.dll "$@"
