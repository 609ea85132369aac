#!/usr/bin/env bash
# Packs the clients from docs/openapi/v1.json, with its version: @opengov/client (npm) and OpenGov.Client (NuGet), into artifacts/.
# Nothing is published. Usage: scripts/clients.sh
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
need_dotnet
description="$root/docs/openapi/v1.json"
version="$(node -p 'const v = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).info.version.split("."); [...v, "0", "0"].slice(0, 3).join(".")' "$description")"
out="$root/artifacts"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
mkdir -p "$out"

# The tools are those of the dashboard, at its versions.
web="$root/web-client"
if is_stale "$web/node_modules/.package-lock.json" "$web/package-lock.json"; then
  (cd "$web" && npm ci --no-audit --no-fund --loglevel=error)
fi
cp -R "$root/clients/typescript/." "$folder"
ln -s "$web/node_modules" "$folder/node_modules"
(
  cd "$folder"
  node_modules/.bin/openapi-typescript "$description" --output src/schema.d.ts > /dev/null
  node_modules/.bin/tsc
  cp src/schema.d.ts dist/
  rm node_modules
  npm version "$version" --no-git-tag-version > /dev/null
  npm pack --silent --pack-destination "$out" > /dev/null
)
dotnet pack "$root/clients/csharp" --configuration Release --output "$out" --verbosity quiet -nologo "-p:Version=$version"
say "Packed @opengov/client and OpenGov.Client $version into artifacts/"
