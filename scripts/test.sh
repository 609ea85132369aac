#!/usr/bin/env bash
# Runs every test there is and ends with the line "N passed, N failed". Installs what the tests need.
#   scripts/test.sh --quick          what says most in under a minute: the dashboard's unit tests, and those of the service
#                                    that start no process and no browser ([Category("Quick")])
#   scripts/test.sh --filter TEXT    the tests whose names hold TEXT, of the service and of the dashboard; a whole NUnit
#                                    filter (`FullyQualifiedName~Lists&TestCategory!=Browser`) is for the service alone
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() { fail "Usage: scripts/test.sh [--quick | --filter TEXT]"; }
case "${1:-}" in
  "") some= ;;
  --quick) [ $# = 1 ] || usage; some=quick nunit="TestCategory=Quick" names= ;;
  --filter)
    [ $# = 2 ] && [ -n "$2" ] || usage
    some=filter
    case "$2" in
      *[=~]*) nunit="$2" names=- ;;
      # Whether it is written large or small: classes are Plans, sentences have plans.
      *) nunit="FullyQualifiedName~${2^}|FullyQualifiedName~${2,}" names="(${2^}|${2,})" ;;
    esac
    ;;
  *) usage ;;
esac

need_dotnet
need_node

# The same for every process that the tests start (see the project of the tests).
export DOTNET_TieredPGO=0

# Runs a command as root: directly, or by a sudo that asks for no password, as on hosted runners.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@" 2> /dev/null; fi
}

# Installs a Debian package when a command is missing, where that is possible.
need_package() {
  local command="$1" package="$2" why="$3"
  command -v "$command" > /dev/null && return
  if command -v apt-get > /dev/null && as_root true; then
    say "Installing $package $why ..."
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package"; } > /dev/null 2>&1 \
      || fail "$package could not be installed with apt-get. Install it by hand and run this again."
  else
    fail "The tests need $command $why. Install it (on Debian: sudo apt-get install $package) and run this again."
  fi
}

if [ -z "$some" ]; then
  need_package curl curl "for the examples of the documentation"
  need_package python3 python3 "for the examples of the documentation"
  need_package Rscript r-base-core "for the examples of the documentation"
  need_package unzip unzip "for the test of moving a database"
  need_package redis-server redis-server "for the tests of several nodes"
  command -v google-chrome > /dev/null || need_package chromium chromium "for the browser tests"
  # The same browser without its windows, of which a page is there sooner; where it cannot be had, the other does.
  (need_package chromium-headless-shell chromium-headless-shell "so that the browser tests take less time") 2> /dev/null || true
fi

# A test that has not ended by then never will: the run ends, names it, and fails.
longest_test=10m

passed=0
failed=0
skipped=0
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
# What failed, and what passed only the second time: the end of the report.
ended="$results/ended.txt"
: > "$ended"

# Adds one check that either passes or fails.
check() {
  local name="$1"; shift
  say "== $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); say "FAILED: $name"; say "FAILED: $name" >> "$ended"; fi
}

web="$root/web-client"
install_web() { (cd "$web" && npm ci --no-audit --no-fund --loglevel=error); }
formatted() { (cd "$root" && dotnet tool restore --verbosity quiet && dotnet csharpier check .); }
# As it is delivered: what is tested is what runs, compiled for speed.
build() { dotnet build "$root/OpenGov.Api.sln" --configuration Release --verbosity quiet -nologo; }

web_tests() {
  local status p f s
  say "== web-client: unit tests"
  (cd "$web" && npx --no-install vitest run "$@" --reporter=default --reporter=json --outputFile.json="$results/vitest.json"); status=$?
  read -r p f s < <(node -e '
    try {
      const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
      console.log(r.numPassedTests, r.numFailedTests + (r.numFailedTestSuites > 0 && r.numFailedTests === 0 ? r.numFailedTestSuites : 0), r.numPendingTests + r.numTodoTests);
    } catch { console.log(0, 1, 0); }' "$results/vitest.json")
  [ "$status" -ne 0 ] && [ "$f" -eq 0 ] && f=1
  # Those that a filter leaves out are counted as skipped.
  [ -n "$some" ] && s=0
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
}

# In two zones: a date that is read as an instant is another day in one of them.
# The second time one process is enough: what files keep of each other is seen the first time.
web_tests_everywhere() { TZ=America/Mexico_City web_tests "$@"; TZ=UTC web_tests --no-isolate "$@"; }

lint_description() {
  (cd "$root/scripts/tools" && npm ci --no-audit --no-fund --loglevel=error \
    && REDOCLY_TELEMETRY=off npx --no-install redocly lint --config "$root/docs/openapi/redocly.yaml" "$root/docs/openapi/v1.json" \
    && npx --no-install spectral lint --ruleset "$root/docs/openapi/spectral.yaml" --fail-severity hint "$root/docs/openapi/v1.json")
}

# What does not need the dashboard, while that is looked at: what each says, and how it ended, is shown when asked for.
service_checks() {
  local name
  for name in lint_description build; do
    "$name" > "$results/$name.txt" 2>&1; echo $? > "$results/$name.status"
  done
}
shown() { cat "$results/$1.txt"; return "$(cat "$results/$1.status")"; }

nunit() {
  local log="$1"; shift
  dotnet test "$root/OpenGov.Api.sln" --configuration Release --no-build --nologo --logger "trx;LogFileName=$log" --logger "console;verbosity=normal" \
    --results-directory "$results" --blame-hang-timeout "$longest_test" --blame-hang-dump-type none "$@" 2>&1 \
    | grep --line-buffered -vE '^\s+Passed '
  return "${PIPESTATUS[0]}"
}

trx() { node "$root/scripts/trx.mjs" "$results/$1" "$2" 2> /dev/null; }

nunit_tests() {
  local status p f s again
  say "== NUnit"
  nunit nunit.trx "$@"; status=$?
  read -r p f s < <(trx nunit.trx counts || echo 0 "$([ -n "$some" ] || echo 1)" 0)
  [ "$status" -ne 0 ] && [ "${f:-0}" -eq 0 ] && f=1
  if [ "${f:-0}" -gt 0 ]; then
    trx nunit.trx failures > "$results/failures.txt"
    # A machine that stalls for seconds fails a test without a fault: a few that failed are run once more, alone, and named either way.
    again="$(trx nunit.trx again)"
    if [ -z "$some" ] && [ -n "$again" ] && say "== NUnit: once more, alone" && nunit again.trx --filter "$again" \
      && [ "$(trx again.trx counts | cut -d' ' -f1)" -ge "$f" ]; then
      { say "UNSTEADY, passed the second time:"; cat "$results/failures.txt"; } >> "$ended"
      p=$((p + f)); f=0
    else
      { say "FAILED:"; cat "$results/failures.txt"; } >> "$ended"
    fi
  fi
  passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + s))
}

if [ -n "$some" ]; then
  if is_stale "$web/node_modules/.package-lock.json" "$web/package-lock.json"; then install_web || fail "The dashboard's packages could not be installed."; fi
  npm --prefix "$web" run --silent sync > /dev/null || fail "The dashboard's types could not be made; the lines above say why."
  # The solution builds while the dashboard is tested.
  build & building=$!
  # One process for all files: twice as fast; the whole suite gives each its own.
  if [ "$some" = quick ]; then TZ=America/Mexico_City web_tests --no-isolate
  elif [ "$names" != - ]; then web_tests_everywhere --testNamePattern "$names" --passWithNoTests; fi
  wait "$building" || fail "The solution does not build; the lines above say why."
  nunit_tests --filter "$nunit"
else
  service_checks & checking=$!
  check "web-client: packages install from the lock file" install_web
  check "web-client: types and messages are complete" npm --prefix "$web" run --silent check
  check "web-client: the code is formatted and has no lint warning" npm --prefix "$web" run --silent lint
  check "web-client: the dashboard builds" npm --prefix "$web" run --silent build
  web_tests_everywhere

  wait "$checking"
  check "the API description has no lint warning" shown lint_description
  check "the solution builds without a warning" shown build
  check "the code is formatted" formatted

  nunit_tests
fi

if [ -z "$some" ]; then
  say "The fixtures that took longest:"
  trx nunit.trx times
fi
cat "$ended"
[ "$skipped" -gt 0 ] && say "$skipped skipped: they run where OPENGOV_TEST_SQLSERVER names a SQL Server"
say "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
