# Sourced by run.sh and test.sh: what the machine needs, installed once and only if it is missing.
# Everything here writes to stderr, so that the standard output of a command stays its own.

say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 1; }

# Settings from .env, NAME=VALUE a line, for what the environment does not say itself. Read, not executed.
read_settings() {
  [ -f "$1" ] || return 0
  local name value
  while IFS='=' read -r name value || [ -n "$name" ]; do
    case "$name" in
      '' | '#'* | *[!A-Za-z0-9_]*) continue ;;
    esac
    [ -z "$value" ] || [ -n "${!name:-}" ] || export "$name=$value"
  done <"$1"
}

# How many processors this process may use: those it may run on, or fewer where its control group grants less of their time.
usable_processors() {
  local processors group quota period
  processors=$(nproc 2>/dev/null || echo 2)
  group=$(sed -n 's/^0:://p' /proc/self/cgroup 2>/dev/null || true)
  if read -r quota period 2>/dev/null <"/sys/fs/cgroup${group%/}/cpu.max" && [ "$quota" != max ]; then
    quota=$(((quota + period - 1) / period))
    [ "$quota" -ge "$processors" ] || processors=$quota
  fi
  echo "$processors"
}

# Torch and OpenBLAS each bring a thread pool, and both spin while they wait. On a machine that does anything else,
# that costs a factor of two. These must be in the environment before the process starts: .NET's own
# Environment.SetEnvironmentVariable never reaches native getenv.
set_thread_environment() {
  export OMP_NUM_THREADS="${OMP_NUM_THREADS:-$(usable_processors)}"
  export OPENBLAS_NUM_THREADS="${OPENBLAS_NUM_THREADS:-$OMP_NUM_THREADS}"
  export OMP_WAIT_POLICY="${OMP_WAIT_POLICY:-passive}"
  export VIPS_WARNING=1
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_TieredPGO=0
}

# The Debian packages the build and the bot need. LIBTORCH=/path brings a PyTorch of its own.
system_packages() {
  [ -n "${LIBTORCH:-}" ] || echo libtorch-dev
  echo libopenblas0-pthread libvips-dev libsqlite3-0 ffmpeg g++ cmake make pkg-config
}

# What the tests need besides: a browser, and Node for the client that is not ours.
test_packages() {
  command -v chromium >/dev/null || echo chromium
  command -v npm >/dev/null || echo nodejs npm
}

missing_packages() {
  local package
  for package in $(system_packages) "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

# Installs what the bot needs, and the packages named beside.
install_packages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    require_by_hand
    return
  fi
  local missing privilege=""
  missing=$(missing_packages "$@" | xargs)
  [ -z "$missing" ] && return
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "These packages are missing, and neither root nor sudo is at hand to install them. Please run:
  apt-get install $missing"
    privilege="sudo"
  fi
  say "Installing what is missing: $missing"
  local log
  log=$(mktemp)
  $privilege apt-get update -qq >"$log" 2>&1 || say "apt-get update did not finish cleanly; trying to install with the lists at hand."
  # shellcheck disable=SC2086  # a list of package names
  $privilege env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >>"$log" 2>&1 </dev/null \
    || { tail -n 20 "$log" >&2; die "apt-get could not install: $missing
The last lines of its output are above, all of it is in $log."; }
  rm -f "$log"
}

# Elsewhere than on Debian and Ubuntu we look for the things themselves and say what to install.
require_by_hand() {
  local lacks=""
  command -v cmake >/dev/null || lacks="$lacks
  cmake"
  command -v c++ >/dev/null || lacks="$lacks
  a C++17 compiler (g++ or clang)"
  command -v ffmpeg >/dev/null || lacks="$lacks
  ffmpeg (for timelapses as MP4)"
  { command -v pkg-config >/dev/null && pkg-config --exists vips; } || lacks="$lacks
  libvips 8.14 or newer with its headers, and pkg-config"
  [ -n "${LIBTORCH:-}" ] || lacks="$lacks
  libtorch or PyTorch; then set LIBTORCH to its folder (python3 -c 'import torch; print(torch.__path__[0])')"
  [ -z "$lacks" ] || die "This machine has no apt, so please install these first and run this again:$lacks"
}

require_dotnet() {
  command -v dotnet >/dev/null || die "The .NET SDK 10 is needed and 'dotnet' is not on the PATH. See https://dotnet.microsoft.com/download"
  local sdks
  sdks=$(dotnet --list-sdks | cut -d' ' -f1 | xargs)
  case " $sdks" in
    *" 10."*) ;;
    *) die "The .NET SDK 10 is needed; this machine has: ${sdks:-none}. See https://dotnet.microsoft.com/download" ;;
  esac
}
