# Shared by the scripts: where the checkout is, and what must be there. Sourced, not run.
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

need_dotnet() {
  command -v dotnet > /dev/null || fail "The .NET SDK 10 is needed: https://dotnet.microsoft.com/download"
}

need_node() {
  command -v node > /dev/null || fail "Node 20.19 or newer is needed: https://nodejs.org"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
    || fail "Node 20.19 or newer is needed; this is $(node --version)."
}

# True when something in the given places is newer than the first file, or the file is not there.
is_stale() {
  local made="$1"; shift
  [ -f "$made" ] || return 0
  [ -n "$(find "$@" -newer "$made" -type f \
    -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/.svelte-kit/*' -not -path '*/build/*' -print -quit 2> /dev/null)" ]
}

# Builds the dashboard when it is missing or older than its sources.
build_dashboard() {
  local web="$root/web-client"
  if is_stale "$web/build/index.html" "$web/src" "$web/static" "$web/package.json" "$web/package-lock.json" "$web/svelte.config.js" "$web/vite.config.ts"; then
    need_node
    say "Building the dashboard ..."
    (cd "$web" && if is_stale node_modules/.package-lock.json package-lock.json; then npm ci --no-audit --no-fund --loglevel=error; fi && npm run --silent build) \
      || fail "The dashboard could not be built; the lines above say why."
    touch "$web/build/index.html"
  fi
}

# Builds the service when it is missing or older than its sources.
build_api() {
  need_dotnet
  if is_stale "$root/api/bin/Release/net10.0/OpenGov.Api.dll" "$root/api" "$root/datasets/mexico" "$root/Directory.Build.props" "$root/Directory.Packages.props"; then
    say "Building the service ..."
    dotnet build "$root/api" --configuration Release --verbosity quiet -nologo || fail "The service could not be built; the lines above say why."
    touch "$root/api/bin/Release/net10.0/OpenGov.Api.dll"
  fi
}
