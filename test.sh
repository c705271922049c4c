#!/usr/bin/env bash
# Builds everything and runs every test, from any folder. Last line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

# Nothing of the build stays behind when the tests are over.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The tests use the system's Chromium.
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

install_chromium() {
  for found in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [ -n "$found" ] && [ -x "$found" ] && return
  done
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
    if ! sudo -n true 2>/dev/null; then
      echo "Chromium is missing and may not be installed here: the browser tests will be skipped." >&2
      return
    fi
  fi
  echo "Installing Chromium for the browser tests." >&2
  { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >"$results/apt.log" 2>&1 ||
    { tail -5 "$results/apt.log" >&2; echo "Chromium could not be installed: the browser tests will be skipped." >&2; }
}

install_chromium

failed_runs=0
if dotnet build CommissioningBot.sln --nologo -v quiet; then
  for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" --no-build --nologo --results-directory "$results" --logger "trx;LogFileName=$name.trx" || failed_runs=$((failed_runs + 1))
  done
else
  failed_runs=1
fi

# One UnitTestResult element for each case; its outcome is the only word that counts.
outcomes() { cat "$results"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*' | grep -c "outcome=\"$1\"" || true; }
passed=$(outcomes Passed)
failed=$(outcomes Failed)
skipped=$(outcomes NotExecuted)
# A run that broke off, or a build that failed, has no failing case to show but has not passed.
if [ "$failed_runs" -gt 0 ] && [ "$failed" -eq 0 ]; then failed=$failed_runs; fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
