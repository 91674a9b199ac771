#!/usr/bin/env bash
# VqganBot. Without an argument: the bot. With arguments: its command line, for example
#   ./run.sh imagine "chicken surf" --out chicken.png
#   ./run.sh --help
# The first run installs what is missing and builds; later ones start at once.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$root/scripts/prepare.sh"

program="$root/artifacts/bin/VqganBot/release/VqganBot.dll"
stamp="$root/artifacts/run.stamp"

# Built means: by this Torch, and nothing that goes into the build is newer.
is_built() {
  [ -f "$program" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "${LIBTORCH:-debian}" ] &&
    [ -z "$(find "$root/src" "$root/config" "$root"/Directory.*.props "$root/global.json" "$root/scripts" -newer "$stamp" -print -quit)" ]
}

read_settings "$root/.env"
set_thread_environment
if ! is_built; then
  require_dotnet
  install_packages
  say "Building VqganBot (once; a minute or two on a fresh machine) ..."
  started=$(mktemp)
  log=$(mktemp)
  dotnet build "$root/src/VqganBot" -c Release -v quiet -clp:NoSummary --nologo >"$log" 2>&1 </dev/null ||
    { cat "$log" >&2; die "The build failed; its output is above."; }
  # The stamp carries the time at which the build began: what was saved while it ran is built next time.
  printf '%s' "${LIBTORCH:-debian}" >"$stamp"
  touch -r "$started" "$stamp"
  rm -f "$started" "$log"
fi

exec dotnet "$program" "$@"
