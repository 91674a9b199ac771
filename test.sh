#!/usr/bin/env bash
# Installs what is missing, builds everything with warnings as errors, runs all tests.
# The last line counts them: "N passed, N failed, N skipped".
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$root/scripts/prepare.sh"
cd "$root"

require_dotnet
# shellcheck disable=SC2046  # a list of package names
install_packages $(test_packages)
set_thread_environment

dotnet build VqganBot.sln -c Release -v quiet -clp:NoSummary --nologo </dev/null

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test VqganBot.sln -c Release --no-build --nologo --logger "console;verbosity=normal" </dev/null 2>&1 |
  tee "$log" | grep -vE '^ +Passed ' || true
status=${PIPESTATUS[0]}

# dotnet test closes each project with "Total tests: 12", "     Passed: 11", "     Failed: 1", "    Skipped: 0".
count() { awk -v word="$1:" '$1 == word && $2 ~ /^[0-9]+$/ && NF == 2 { sum += $2 } END { print sum + 0 }' "$log"; }
passed=$(count Passed) failed=$(count Failed) skipped=$(count Skipped)
if [ "$passed" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
  failed=$((failed + 1))
  say "The test run itself broke (exit status $status); see above."
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
