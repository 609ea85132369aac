#!/usr/bin/env bash
# Measures writes over HTTP on SQLite, with their history and words: scripts/writes.sh [SECONDS [CLIENTS]], 20 and 32 when not given. Prints
# writes a second; how long cached reads take without writes, beside 200 a second to another service, and beside 200 to this one; and a bare
# loop of one prepared insert a transaction on the same disk. Nothing is judged here: numbers depend on the machine.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
build_api
folder="$(mktemp -d)"
services=()
trap 'for one in "${services[@]}"; do kill "$one" 2> /dev/null; done; rm -rf "$folder"' EXIT
export RateLimit__Requests=0 RateLimit__KeyRequests=1000000000 RateLimit__Writes=1000000000
program="$root/api/bin/Release/net10.0/OpenGov.Api.dll"

# start PORT: a service with a database of its own.
start() {
  Database__Folder="$folder/$1" dotnet "$program" --urls "http://127.0.0.1:$1" > "$folder/$1.log" 2>&1 &
  services+=($!)
  until curl --silent --fail "http://127.0.0.1:$1/health/ready" > /dev/null; do sleep 0.2; done
}

key() {
  Database__Folder="$folder/$1" dotnet "$program" keys create bench --organization "Load test" --role editor --scope MX-DUR 2> /dev/null \
    | grep --only-matching --max-count=1 'opengov_[A-Za-z0-9_-]*'
}

start 5087
start 5088
node "$root/scripts/writes.mjs" http://127.0.0.1:5087 "$(key 5087)" http://127.0.0.1:5088 "$(key 5088)" "${1:-20}" "${2:-32}"
for one in "${services[@]}"; do kill "$one"; wait "$one" 2> /dev/null || true; done
services=()

if command -v python3 > /dev/null; then
  python3 - "$folder/bare.db" "${1:-20}" <<'BARE'
import sqlite3, sys, time

database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode = WAL")
database.execute("PRAGMA synchronous = FULL")
database.execute("CREATE TABLE rows (id TEXT PRIMARY KEY, parent TEXT, title TEXT)")
count, end = 0, time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    database.execute("BEGIN")
    database.execute("INSERT INTO rows VALUES (?, ?, ?)", (f"MX-DUR-PAL1-C6-M{count}", "MX-DUR-PAL1-C6", f"Hito {count}"))
    database.execute("COMMIT")
    count += 1
print(f"{'bare loop, one insert a transaction':62} {count / float(sys.argv[2]):7.0f} a second")
BARE
fi
