#!/usr/bin/env bash
# Puts small faults into the code one by one and says which of them no test notices:
#   scripts/mutate.sh Records Lists     folders of api/ (Stryker.NET), with the tests that are about them
#   scripts/mutate.sh --fresh Records   a new process for each fault, also for what a process makes once, as repositories are; five
#                                       to ten times as slow
#   scripts/mutate.sh web-client        the dashboard's model code (StrykerJS)
#   scripts/mutate.sh                   all that are named below: a night on two cores
# Prints the score of each folder and every survivor; those that are as they should be stand in tests/survivors.md. The warm runner is
# a preview: now and then it does not see that a test comes by a fault, so a survivor is first tried with --fresh. Browser tests and
# those that start processes are left out. A tool for whoever writes tests, not a test: scripts/test.sh does not run it.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Which tests are about a folder; more would find no more, and take their time for each fault. Those in Rooms, SnippetTests, RecordTests
# and ImportRuleTests start no service: what they find costs a blink.
declare -A about=(
  [Search]="SnippetTests Rooms SyntheticDataTests SyntheticDetailTests"
  [Stats]="SyntheticDataTests SyntheticDetailTests"
  [Plans]="RecordTests SyntheticDataTests SyntheticDetailTests"
  [Commitments]="RecordTests SyntheticDataTests SyntheticDetailTests"
  [Access]="Rooms AccessTests TokenTests IdentityServerTests"
  [Package]="ImportRuleTests ImportTests PartialImportTests SyntheticPackageTests"
  [Lists]="Rooms SyntheticDataTests RefusalTests"
  [Records]="Rooms RecordTests ImportRuleTests PartialImportTests"
)
order=(Search Stats Plans Commitments Access Package Lists Records)

# All folders in one run: to put the faults in takes minutes, whatever they are.
mutate_service() {
  local folder test filter="" mutate="" settings out reader=() runner=mtp
  need_dotnet
  need_node
  for test in $(for folder in "$@"; do printf '%s\n' ${about[$folder]}; done | sort -u); do
    filter+="${filter:+|}FullyQualifiedName~.$test"
  done
  for folder in "$@"; do mutate+="${mutate:+, }\"$folder/**/*.cs\""; done
  if [ -n "$fresh" ]; then
    # Such a process ends before code that is compiled better would pay.
    runner=vstest
    export DOTNET_TC_CallCounting=0
  else
    # The statements of lists are made once a process: a warm one would say of each fault in them that nobody noticed it.
    mutate+=', "!**/*Repository.cs"'
    export OPENGOV_WARM_TESTS=true
    reader=(warm)
  fi
  settings="$(mktemp --suffix .json)"
  out="$root/tests/OpenGov.Api.Tests/StrykerOutput"
  # What a route says of itself stands in docs/openapi/v1.json, which ContractTests compares: neither its words nor its path are tried.
  cat > "$settings" << JSON
{
  "stryker-config": {
    "project": "OpenGov.Api.csproj",
    "test-runner": "$runner",
    "mutate": [$mutate],
    "test-case-filter": "$filter",
    "coverage-analysis": "perTest",
    "concurrency": $(nproc),
    "reporters": ["json", "progress"],
    "additional-timeout": 10000,
    "ignore-methods": ["*.WithSummary", "*.WithDescription"]
  }
}
JSON
  say "== $*"
  (cd "$root/tests/OpenGov.Api.Tests" && dotnet tool restore --verbosity quiet \
    && RunAnalyzers=false nice dotnet stryker --config-file "$settings" --output "$out" --skip-version-check)
  rm -f "$settings"
  node "$root/scripts/mutants.mjs" "$out/reports/mutation-report.json" "${reader[@]}"
}

mutate_dashboard() {
  need_node
  say "== web-client"
  cd "$root/web-client"
  if is_stale node_modules/.package-lock.json package-lock.json; then npm ci --no-audit --no-fund --loglevel=error; fi
  npm run --silent sync > /dev/null
  npx --no-install stryker run
}

fresh=
[ "${1:-}" != --fresh ] || { fresh=yes; shift; }
[ $# -gt 0 ] || set -- "${order[@]}" web-client
folders=()
for each in "$@"; do
  [ "$each" = web-client ] || [ -n "${about[$each]:-}" ] || fail "Usage: scripts/mutate.sh [--fresh] [${order[*]} web-client]"
  [ "$each" = web-client ] || folders+=("$each")
done
[ ${#folders[@]} = 0 ] || mutate_service "${folders[@]}"
[[ " $* " != *" web-client "* ]] || (mutate_dashboard)
