#!/usr/bin/env bash
# Measures writes over HTTP on SQLite, with their history and words: scripts/writes.sh [SECONDS [CLIENTS]], 20 and 32 when not given. Prints
# writes a second, how long cached reads take without writes and beside 200 a second, and a bare loop of one prepared insert a transaction
# on the same disk. Nothing is judged here: numbers depend on the machine.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_node
build_api
folder="$(mktemp -d)"
service=
trap '[ -n "$service" ] && kill "$service" 2> /dev/null; rm -rf "$folder"' EXIT
export Database__Folder="$folder/database" RateLimit__Requests=0 RateLimit__KeyRequests=1000000000 RateLimit__Writes=1000000000
dotnet "$root/api/bin/Release/net10.0/OpenGov.Api.dll" --urls http://127.0.0.1:5087 > "$folder/log" 2>&1 &
service=$!
until curl --silent --fail http://127.0.0.1:5087/health/ready > /dev/null; do sleep 0.2; done
key=$(dotnet "$root/api/bin/Release/net10.0/OpenGov.Api.dll" keys create bench --organization "Load test" --role editor --scope MX-DUR \
  | grep --only-matching --max-count=1 'opengov_[A-Za-z0-9_-]*')
node "$root/scripts/writes.mjs" http://127.0.0.1:5087 "$key" "${1:-20}" "${2:-32}"
kill "$service"; wait "$service" 2> /dev/null || true
service=

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
print(f"{'bare loop, one insert a transaction':48} {count / float(sys.argv[2]):7.0f} a second")
BARE
fi
