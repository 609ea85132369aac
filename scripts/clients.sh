#!/usr/bin/env bash
# Packs the clients from docs/openapi/v1.json: @opengov/client (npm) and OpenGov.Client (NuGet), into artifacts/. Their version is that of
# the description with the minutes from 2026 to the last change of it or of the clients: a package is kept by its version where it was
# once installed, so what is packed anew needs another.
# Nothing is published. Usage: scripts/clients.sh
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
need_dotnet
description="$root/docs/openapi/v1.json"
described="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).info.version.split(".").slice(0, 2).join(".")' "$description")"
changed="$(date +%s)"
if [[ -z "$(git -C "$root" status --porcelain -- docs/openapi clients 2> /dev/null || echo unknown)" ]]; then
  changed="$(git -C "$root" log -1 --format=%ct -- docs/openapi clients)"
fi
version="$described.$(((changed - 1767225600) / 60))"
out="$root/artifacts"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
mkdir -p "$out"
rm -f "$out"/opengov-client-*.tgz "$out"/OpenGov.Client.*.nupkg

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
dotnet pack "$root/clients/csharp" --configuration Release --output "$out" --verbosity quiet -nologo "-p:Version=$version" \
  "-p:AssemblyVersion=$described.0.0" "-p:FileVersion=$described.0.0"
say "Packed @opengov/client and OpenGov.Client $version into artifacts/"
