#!/usr/bin/env bash
# Serves the API and the dashboard on http://localhost:5080, with the embedded database and the Mexican data
# set. Builds what is missing or stale first. Settings go after the name: scripts/run.sh --urls http://localhost:8080
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

build_dashboard
build_api
say "OpenGov: dashboard at http://localhost:5080, API at http://localhost:5080/swagger (Ctrl+C stops it)"
cd "$root/api"
exec dotnet bin/Release/net10.0/OpenGov.Api.dll "$@"
