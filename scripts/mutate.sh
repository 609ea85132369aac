#!/usr/bin/env bash
# Puts small faults into the code one by one and says which of them no test notices:
#   scripts/mutate.sh Records        a folder of api/ (Stryker.NET), with the tests that are about it
#   scripts/mutate.sh web-client     the dashboard's model code (StrykerJS)
#   scripts/mutate.sh                all that are named below: a night on two cores
# Prints the score of each file and every survivor. Browser tests and those that start processes are left out. A tool for whoever
# writes tests, not a test: scripts/test.sh does not run it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Which tests are about a folder; more would find no more, and take their time for each fault.
declare -A about=(
  [Commitments]="Synthetic Oracles"
  [Plans]="Synthetic Oracles"
  [Stats]="Synthetic Oracles StatsTests"
  [Search]="Synthetic Oracles"
  [Lists]="Synthetic Oracles ListTests RefusalTests"
  [Records]="RecordTests PartialImportTests ImportRuleTests VersionTests HistoryTests"
  [Package]="ImportTests PartialImportTests ImportRuleTests SyntheticPackageTests"
  [Access]="AccessTests TokenTests IdentityServerTests RateLimitTests"
)
order=(Commitments Plans Stats Search Lists Records Package Access)

mutate_service() {
  local folder="$1" test filter="" settings
  need_dotnet
  for test in ${about[$folder]}; do filter+="${filter:+|}FullyQualifiedName~$test"; done
  settings="$(mktemp --suffix .json)"
  cat > "$settings" << JSON
{
  "stryker-config": {
    "project": "OpenGov.Api.csproj",
    "mutate": ["$folder/**/*.cs"],
    "test-case-filter": "($filter)&TestCategory!=Browser",
    "coverage-analysis": "perTest",
    "reporters": ["cleartext", "json"],
    "additional-timeout": 30000
  }
}
JSON
  say "== $folder"
  (cd "$root/tests/OpenGov.Api.Tests" && dotnet tool restore --verbosity quiet \
    && dotnet stryker --config-file "$settings" --output "$root/tests/OpenGov.Api.Tests/StrykerOutput" --skip-version-check)
  rm -f "$settings"
}

mutate_dashboard() {
  need_node
  say "== web-client"
  cd "$root/web-client"
  if is_stale node_modules/.package-lock.json package-lock.json; then npm ci --no-audit --no-fund --loglevel=error; fi
  npm run --silent sync > /dev/null
  npx --no-install stryker run
}

[ $# -gt 0 ] || set -- "${order[@]}" web-client
for each in "$@"; do
  if [ "$each" = web-client ]; then (mutate_dashboard)
  elif [ -n "${about[$each]:-}" ]; then mutate_service "$each"
  else fail "Usage: scripts/mutate.sh [${order[*]} web-client]"; fi
done
