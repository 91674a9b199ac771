#!/usr/bin/env bash
# VqganBot. Without an argument: the bot, or, as long as there is no DISCORD_TOKEN, a playground in the browser
# in which the whole bot works. With arguments: its command line, for example
#   ./run.sh imagine "chicken surf" --out chicken.png
#   ./run.sh train vqgan --help        (also evaluate, pack, render, judge, sheet: making and judging model packs)
#   ./run.sh --help
# The first run installs what is missing and builds; later ones start at once.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$root/scripts/prepare.sh"

program="$root/artifacts/bin/VqganBot/release/VqganBot.dll"
simulator="$root/artifacts/bin/VqganBot.Simulator/release/VqganBot.Simulator.dll"
training="$root/artifacts/bin/VqganBot.Training/release/VqganBot.Training.dll"
stamp="$root/artifacts/run.stamp"

# Built means: by this Torch, and nothing that goes into the build is newer.
is_built() {
  [ -f "$program" ] && [ -f "$simulator" ] && [ -f "$training" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "${LIBTORCH:-debian}" ] &&
    [ -z "$(find "$root/src" "$root/config" "$root"/Directory.*.props "$root/global.json" "$root/scripts" -newer "$stamp" -print -quit)" ]
}

# A Discord of one's own: the simulator serves it and the page, the bot connects to it as it would to the real one.
playground() {
  local announced address bot server status=0
  announced=$(mktemp)
  dotnet "$simulator" --port "${PLAYGROUND_PORT:-8787}" --token playground --first-prompt "chicken surf" >"$announced" &
  server=$!
  bot=""
  trap 'kill -TERM $bot $server 2>/dev/null; wait $bot $server 2>/dev/null; rm -f "$announced"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  until address=$(sed -n 's/^Listening on //p' "$announced") && [ -n "$address" ]; do
    kill -0 "$server" 2>/dev/null || die "The playground did not start; its output is above."
    sleep 0.1
  done
  # What the playground paints has a folder of its own, away from that of the real bot.
  env -u DISCORD_TOKEN_FILE DISCORD_TOKEN=playground DISCORD_API_URL="${address}api/v10" \
    VQGANBOT_DATA="${VQGANBOT_DATA:-data}/playground" VQGANBOT_HTTP="http://127.0.0.1:0" \
    VQGANBOT_LOG_LEVEL="${VQGANBOT_LOG_LEVEL:-Warning}" dotnet "$program" run &
  bot=$!
  say ""
  say "  The playground is open:  $address"
  say "  Type /imagine there, or just watch the first picture. Ctrl-C ends it."
  say ""
  wait "$bot" || status=$?
  exit "$status"
}

read_settings "$root/.env"
set_thread_environment
if ! is_built; then
  require_dotnet
  install_packages
  say "Building VqganBot (once; a minute or two on a fresh machine) ..."
  started=$(mktemp)
  log=$(mktemp)
  for project in VqganBot VqganBot.Simulator VqganBot.Training; do
    dotnet build "$root/src/$project" -c Release -v quiet -clp:NoSummary --nologo >"$log" 2>&1 </dev/null ||
      { cat "$log" >&2; die "The build failed; its output is above."; }
  done
  # The stamp carries the time at which the build began: what was saved while it ran is built next time.
  printf '%s' "${LIBTORCH:-debian}" >"$stamp"
  touch -r "$started" "$stamp"
  rm -f "$started" "$log"
fi

case "${1:-}" in
train | pack | evaluate | render | reconstruct | judge | sheet) exec dotnet "$training" "$@" ;;
esac
if [ "$#" -gt 0 ] && [ "$1" != playground ]; then
  exec dotnet "$program" "$@"
elif [ "$#" -eq 0 ] && [ -n "${DISCORD_TOKEN_FILE:-}${DISCORD_TOKEN:-}" ]; then
  exec dotnet "$program" run
else
  playground
fi
