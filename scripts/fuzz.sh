#!/usr/bin/env bash
# Sends requests made from the API description and checks each answer: scripts/fuzz.sh [REQUESTS] [SEED] [ADDRESS],
# 20000 and a fresh seed when not given. With an address (http://127.0.0.1:5080) it asks a service that runs there;
# without one it starts its own over the shipped data. Prints the seed, and a curl line for each fault.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_dotnet
export OPENGOV_FUZZ_REQUESTS="${1:-20000}" OPENGOV_FUZZ_SEED="${2:-fresh}" OPENGOV_FUZZ_ADDRESS="${3:-}"
dotnet build "$root/tests/OpenGov.Api.Tests" --verbosity quiet -nologo || fail "The tests could not be built; the lines above say why."
dotnet test "$root/tests/OpenGov.Api.Tests" --no-build --nologo --logger "console;verbosity=normal" \
  --filter "Name~Every_generated_request_is_answered_as_the_description_says"
