#!/usr/bin/env bash
# Compares two exported packages table by table: rows and SHA-256. Ends with 1 when anything differs.
set -euo pipefail
[ $# = 2 ] || { echo "Usage: scripts/compare-packages.sh ONE TWO (folders or zip files)" >&2; exit 2; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
open() {
  if [ -d "$1" ]; then ln -s "$(cd "$1" && pwd)" "$2"; else mkdir "$2" && unzip -q "$1" -d "$2"; fi
}
open "$1" "$work/one"
open "$2" "$work/two"

differs=0
printf '%-24s %10s %10s  %s\n' "table" "rows" "rows" "SHA-256"
while IFS= read -r name; do
  hash() { [ -f "$work/$1/$name" ] && sha256sum < "$work/$1/$name" | cut -c1-64 || echo missing; }
  # Records can hold line breaks inside quotes, so lines are not rows.
  rows() { [ -f "$work/$1/$name" ] && awk 'BEGIN { RS = "\r\n" } { q += gsub(/"/, "\""); if (q % 2 == 0) n++ } END { print n - 1 }' "$work/$1/$name" || echo missing; }
  one="$(hash one)" two="$(hash two)"
  if [ "$one" = "$two" ]; then result="$one"; else result="DIFFERS"; differs=1; fi
  printf '%-24s %10s %10s  %s\n' "${name%.csv}" "$(rows one)" "$(rows two)" "$result"
done < <(cd "$work" && { ls one; ls two; } | grep '\.csv$' | sort -u)
exit "$differs"
