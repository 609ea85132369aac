#!/usr/bin/env bash
# Measures the service: scripts/bench.sh [COMMITMENTS]. First reads of the shipped rows beside their limits, on one processor, with wrk on
# another: what is cached beside a bare web server that holds the same bytes, what is not beside four addresses written by hand over the same
# file (scripts/bench), which answer byte for byte the same. Then a synthetic data set of so many commitments, 200000 when not given, none
# with 0: how long an import takes, how long first (uncached) and repeated (cached) answers take, and by how much exports raise the memory of
# the process. Nothing is judged here: numbers depend on the machine. BENCH_SECONDS (4) and BENCH_ROUNDS (3) make it more exact.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
build_api
count="${1:-200000}"
folder="$(mktemp -d)"
service=
trap '[ -n "$service" ] && kill "$service" 2> /dev/null; rm -rf "$folder"' EXIT

if command -v wrk > /dev/null && command -v taskset > /dev/null; then
  source "$root/scripts/bench/beside.sh"
  beside
else
  say "Reads are not measured beside their limits: that needs wrk (on Debian: sudo apt-get install wrk)."
fi
[ "$count" != 0 ] || exit 0

export Database__Folder="$folder/database"
api="http://127.0.0.1:5088/api/v1"

say "Writing a synthetic package of $count commitments ..."
node "$root/scripts/synthetic.mjs" "$folder/package" "$count"
cd "$root/api"
started=$(date +%s%N)
dotnet bin/Release/net10.0/OpenGov.Api.dll import "$folder/package" --reason "Load test with synthetic data" > /dev/null
say "import: $(( ($(date +%s%N) - started) / 1000000 )) ms, $(( count * 1000000000 / ($(date +%s%N) - started) )) commitments a second"

start() {
  dotnet bin/Release/net10.0/OpenGov.Api.dll --urls http://127.0.0.1:5088 > "$folder/log" 2>&1 &
  service=$!
  until curl --silent --fail http://127.0.0.1:5088/health/ready > /dev/null; do sleep 0.1; done
  curl --silent --output /dev/null "$api/states?limit=1"
}
rss() { awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$service/status"; }
peak() { awk '/VmHWM/ { print int($2 / 1024) }' "/proc/$service/status"; }

start
printf '%-62s %10s %10s\n' "address" "first" "again"
for address in states plans organizations commitments 'commitments?limit=500' 'commitments?sort=title_es' 'commitments?q=agua' \
  'commitments?status=completed&policy_area=gender' 'commitments?overdue=true' 'stats/summary' 'stats/commitments?group_by=status' \
  'stats/commitments?group_by=state,policy_area' 'search?q=agua'; do
  first=$(curl --silent --output /dev/null --write-out '%{time_total}' "$api/$address")
  again=$(curl --silent --output /dev/null --write-out '%{time_total}' "$api/$address")
  printf '%-62s %8.1fms %8.1fms\n' "$address" "$(awk -v t="$first" "BEGIN { print t * 1000 }")" "$(awk -v t="$again" "BEGIN { print t * 1000 }")"
done

for format in csv ndjson xlsx; do
  kill "$service"; wait "$service" 2> /dev/null || true
  start
  before=$(rss)
  taken=$(curl --silent --output "$folder/export" --write-out '%{time_total}' "$api/commitments.$format")
  say "export as $format: ${taken} s, $(du -m "$folder/export" | cut -f1) MiB; memory from $before MiB to a peak of $(peak) MiB"
done
