# Measures reads of the shipped rows beside what could be had at most. Sourced by scripts/bench.sh, which says what that is. Compared is the
# time of the processor that an answer takes: what else runs on the machine changes it little.
limits="$root/scripts/bench/bin/Release/net10.0/OpenGov.Limits.dll"
program="$root/api/bin/Release/net10.0/OpenGov.Api.dll"
seconds="${BENCH_SECONDS:-4}" rounds="${BENCH_ROUNDS:-3}"
words="agua salud datos transparencia gobierno obra educacion presupuesto durango jalisco"
list='/api/v1/commitments?level=local&kind=commitment&limit=50' counts='/api/v1/stats/commitments?group_by=state,status'
# item, whether nobody has its answer, its limit, whether a host of its own makes it new, address
items=(
  "list cached bare 0 $list"
  "detail cached bare 0 /api/v1/commitments/{one}"
  "search cached bare 0 /api/v1/search?q=agua&limit=50"
  "counts cached bare 0 $counts"
  "list uncached hand 0 $list&updated_since={t}"
  "detail uncached hand 1 /api/v1/commitments/{id}"
  "search uncached hand 1 /api/v1/search?q={q}&limit=50"
  "counts uncached hand 0 $counts&updated_since={t}"
)
port_of() { case "$1" in ours) echo 5085 ;; bare) echo 5086 ;; hand) echo 5087 ;; esac; }

# serve WHO: one server at a time, on a processor of its own where there are two.
serve() {
  local command
  case "$1" in
    ours) command=("$program" --Database:Folder "$folder/shipped" --RateLimit:Requests 0) ;;
    bare) command=("$limits" bare "$folder/answers") ;;
    hand) command=("$limits" hand "$folder/shipped/opengov.db") ;;
  esac
  (cd "$root/api" && exec taskset -c 0 dotnet "${command[@]}" --urls "http://127.0.0.1:$(port_of "$1")") > "$folder/$1.log" 2>&1 &
  service=$!
  until curl --silent --fail --output /dev/null "http://127.0.0.1:$(port_of "$1")/api/v1/commitments"; do
    kill -0 "$service" 2> /dev/null || fail "$1 did not start: $(cat "$folder/$1.log")"
    sleep 0.1
  done
}
end() { kill "$service"; wait "$service" 2> /dev/null || true; service=; }

# What the server has used of its processor so far, in milliseconds.
used() { awk -v ticks="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); print int(($12 + $13) * 1000 / ticks) }' "/proc/$service/stat"; }

# load WHO UNIQUE ADDRESS SECONDS: requests a second, how many there were, how many were answered by an error.
load() {
  LOAD_PATH="$3" LOAD_PORT="$(port_of "$1")" LOAD_UNIQUE="$2" LOAD_IDS="$folder/ids" LOAD_WORDS="$words" LOAD_SEED="$RANDOM$RANDOM" \
    taskset -c "$(($(nproc) > 1 ? 1 : 0))" wrk -t1 -c8 "-d${4}s" --timeout 60s -s "$root/scripts/bench/load.lua" "http://127.0.0.1:$(port_of "$1")/" \
    | sed -n 's/^RESULT //p'
}

# What each is asked for once, so that the limits answer what the service answers: addresses that are measured, and every commitment.
asked() {
  local item address
  for item in "${items[@]}"; do
    read -r _ _ _ _ address <<< "$item"
    case "$address" in
      *{q}*) for word in $words; do echo "${address/\{q\}/$word}"; done ;;
      *{id}*) sed "s|^|/api/v1/commitments/|" "$folder/ids" ;;
      *) sed "s/{t}/2001-02-03T04:05:06Z/; s/{one}/$(head -1 "$folder/ids")/" <<< "$address" ;;
    esac
  done
}
answers() { # WHO FOLDER
  local address
  mkdir -p "$2"
  while read -r address; do
    curl --silent --fail --header "Host: 127.0.0.1" --output "$2/$(tr -c 'a-zA-Z0-9\n' _ <<< "$address")" "http://127.0.0.1:$(port_of "$1")$address"
  done < "$folder/asked"
}

beside() {
  local item name mode limit unique address who round before
  say "Measuring reads of the shipped rows, $rounds rounds of $seconds s each ..."
  dotnet build "$root/scripts/bench/Limits.csproj" --configuration Release --verbosity quiet -nologo > "$folder/limits.log" || fail "$(cat "$folder/limits.log")"
  mkdir -p "$folder/answers"
  serve ours
  curl --silent "http://127.0.0.1:5085/api/v1/commitments?fields=id&limit=500" | grep --only-matching '"id":"[^"]*"' | cut -d'"' -f4 > "$folder/ids"
  asked > "$folder/asked"
  answers ours "$folder/ours"
  for item in "${items[@]}"; do
    read -r name mode limit unique address <<< "$item"
    [ "$mode" = uncached ] || curl --silent --output "$folder/answers/$name" "http://127.0.0.1:5085${address/\{one\}/$(head -1 "$folder/ids")}"
  done
  end
  serve hand
  answers hand "$folder/hand"
  end
  diff --recursive --brief "$folder/ours" "$folder/hand" > "$folder/differences" \
    || fail "scripts/bench answers something else than the service, so nothing can be compared: $(head -3 "$folder/differences")"
  say "The limit answers $(wc -l < "$folder/asked") addresses byte for byte as the service does."

  local all=(ours bare hand)
  for round in $(seq "$rounds"); do
    for i in 0 1 2; do
      who="${all[$(((i + round - 1) % 3))]}"
      serve "$who"
      # Twice, with rests: on one processor the runtime compiles its hot code when the load lets it.
      for step in warm warm measure; do
        for item in "${items[@]}"; do
          read -r name mode limit unique address <<< "$item"
          [ "$who" = ours ] || [ "$who" = "$limit" ] || continue
          address="${address/\{one\}/$(head -1 "$folder/ids")}"
          if [ "$step" = warm ]; then load "$who" "$unique" "$address" 2 > /dev/null; else
            before="$(used)"
            echo "$name,_$mode $who $limit $(load "$who" "$unique" "$address" "$seconds") $(($(used) - before))" >> "$folder/measured"
          fi
        done
        [ "$step" = measure ] || sleep 3
      done
      end
    done
  done
  awk '
    {
      key = $1; of[key] = $3; n = ++count[key, $2]; rate[key, $2, n] = $4; cost[key, $2, n] = $5 ? $7 * 1000 / $5 : 0; errors += $6
      if (!(key in seen)) { seen[key] = 1; order[++keys] = key }
    }
    function median(values, key, who,   i, j, t, n, v) {
      n = count[key, who]; for (i = 1; i <= n; i++) v[i] = values[key, who, i]
      for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
      return (v[int((n + 1) / 2)] + v[int(n / 2) + 1]) / 2
    }
    END {
      printf "%-18s %28s %28s %7s\n%-18s %14s %13s %14s %13s %7s\n", "", "ours", "limit", "limit /", "", "a second", "processor", "a second", "processor", "ours"
      for (k = 1; k <= keys; k++) {
        key = order[k]; name = key; gsub(/_/, " ", name); who = of[key]
        printf "%-18s %14.0f %10.0f µs %9s %4.0f %10.0f µs %7.2f\n", name, median(rate, key, "ours"), median(cost, key, "ours"), \
          who, median(rate, key, who), median(cost, key, who), median(cost, key, who) / median(cost, key, "ours")
      }
      if (errors) printf "%d requests were answered by an error, so these figures say nothing.\n", errors
    }' "$folder/measured"
}
