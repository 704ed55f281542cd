# shellcheck shell=bash
# What every script here shares: where things are, how to speak, to wait and to stop.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
CACHE=${RINGDESK_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/ringdesk}

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
  warn "${0##*/}: $*"
  exit 1
}

# usage_error MESSAGE: for what was typed wrongly; the script's own `usage` says what is right.
usage_error() {
  warn "${0##*/}: $1"
  usage >&2
  exit 2
}

# value_of OPTION "$@": the value after an option, or a usage error when there is none.
value_of() {
  [[ $# -ge 3 && $3 != --* ]] || usage_error "$1 needs a value"
  printf '%s' "$3"
}

is_number() { [[ $1 =~ ^[0-9]{1,9}$ ]]; }
is_port() { is_number "$1" && ((10#$1 >= 1 && 10#$1 <= 65535)); }

# absolute PATH: the same path, absolute, whether or not it exists yet.
absolute() { realpath -m -- "$1"; }

secret() { head -c 18 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

# --- processes -------------------------------------------------------------------------------------------------------

# started_at PID: the kernel's start time of a living process; fails for one that is gone or only waits to be reaped.
started_at() {
  local stat
  IFS= read -r stat 2>/dev/null <"/proc/$1/stat" || return 1
  read -ra stat <<<"${stat##*) }"
  [[ ${stat[0]} != Z && ${stat[0]} != X ]] && printf '%s' "${stat[19]}"
}

alive() { started_at "$1" >/dev/null; }

# remember FILE PID: with its start time, so that a number used anew is never taken for it.
remember() { printf '%s %s\n' "$2" "$(started_at "$2")" >"$1"; }

# recall FILE: the pid that was remembered, if it still is that process.
recall() {
  local pid since
  [[ -r $1 ]] && read -r pid since <"$1" && [[ -n $since && $(started_at "$pid") == "$since" ]] && printf '%s' "$pid"
}

# stop_process PID [SECONDS]: asks, waits, and only then forces.
stop_process() {
  local pid=$1 tenths=$((${2:-10} * 10))
  kill -TERM "$pid" 2>/dev/null || return 0
  while alive "$pid"; do
    if ((tenths-- <= 0)); then
      kill -KILL "$pid" 2>/dev/null || true
      return 0
    fi
    sleep 0.1
  done
}

# spawn LOG COMMAND...: in the background, in a process group of its own that Ctrl-C does not reach; sets SPAWNED.
# The log keeps at most its last 2 x 20 MB.
spawn() {
  local log=$1
  shift
  setsid "$@" </dev/null > >(bounded_log "$log" 20000000) 2>&1 8>&- 9>&- &
  SPAWNED=$!
}

# stop_group PID [SECONDS]: like stop_process, for all that a spawned command began.
stop_group() {
  local tenths=$((${2:-10} * 10))
  kill -TERM -- "-$1" 2>/dev/null || return 0
  while kill -0 -- "-$1" 2>/dev/null; do
    if ((tenths-- <= 0)); then
      kill -KILL -- "-$1" 2>/dev/null || true
      return 0
    fi
    sleep 0.1
  done
}

# bounded_log FILE BYTES: writes standard input to FILE and keeps one older part, so that a mad server cannot fill a disk.
bounded_log() {
  exec 8>&- 9>&-
  # shellcheck disable=SC2016
  exec perl -e '
    my ($file, $max) = @ARGV; my $size = 0; $SIG{INT} = $SIG{HUP} = "IGNORE";
    open(my $out, ">", $file) or die "$file: $!";
    while (sysread(STDIN, my $part, 65536)) {
      if (($size += length $part) > $max) { rename $file, "$file.1"; open($out, ">", $file) or die "$file: $!"; $size = length $part; }
      syswrite $out, $part;
    }' "$1" "$2"
}

# --- ports -----------------------------------------------------------------------------------------------------------

answers_tcp() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

# udp_bound ADDRESS PORT, on IPv4
udp_bound() {
  local a b c d
  IFS=. read -r a b c d <<<"$1"
  grep -qiE "^ *[0-9]+: ($(printf '%02X%02X%02X%02X' "$d" "$c" "$b" "$a")|00000000):$(printf '%04X' "$2") " /proc/net/udp
}

# http_status PORT PATH: the status code of a GET on loopback, or nothing.
http_status() {
  local line
  {
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3 &&
      read -r -t 5 line <&3 && [[ $line =~ ^HTTP/1\.[01]\ ([0-9]{3}) ]] && printf '%s' "${BASH_REMATCH[1]}"
  } 3<>"/dev/tcp/127.0.0.1/$1" 2>/dev/null
}

# --- locks and progress ----------------------------------------------------------------------------------------------

# hold_lock FILE WHAT: one process at a time from here to the end of the script; says so when it has to wait.
hold_lock() {
  exec 9>>"$1"
  flock -n 9 && return
  say "waiting for another process that $2"
  flock 9
}
release_lock() { exec 9>&-; }

# wait_until SECONDS WHAT COMMAND...: tries until it succeeds; shows the seconds; fails at the deadline.
wait_until() {
  local deadline=$((SECONDS + $1)) what=$2 start=$SECONDS shown=-1 status=1
  shift 2
  while true; do
    if "$@"; then
      status=0
      break
    fi
    ((SECONDS < deadline)) || break
    progress "$what" $((SECONDS - start)) shown
    sleep 0.2
  done
  progress_end
  return $status
}

# progress WHAT SECONDS LAST: a line that counts on a terminal, a line every ten seconds elsewhere.
progress() {
  local -n last=$3
  [[ $2 -ne $last ]] || return 0
  if [[ -t 1 ]]; then
    printf '\r  %s %d s ' "$1" "$2"
    PROGRESS_OPEN=1
  elif (($2 % 10 == 0 && $2 > 0)); then
    printf '  %s %d s\n' "$1" "$2"
  fi
  last=$2
}
progress_end() {
  [[ -z ${PROGRESS_OPEN:-} ]] || printf '\r\033[K'
  PROGRESS_OPEN=
}
