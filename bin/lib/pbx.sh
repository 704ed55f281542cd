# shellcheck shell=bash
# One Asterisk in one run directory: its settings, its configuration, its process. Needs common.sh and tools.sh.
#
#   RUN/pbx.env      ports and the manager's passwords, for whoever connects (mode 600)
#   RUN/phones/      what each phone needs to register (mode 600)
#   RUN/pid          the process; RUN/log its words; RUN/etc what was rendered; RUN/varlib what it remembers

AGENT_PHONES='1001 1002 1003 1004 1005 1006'
SUPERVISOR_PHONES='1101 1102'

# use_run DIR: sets RUN.
use_run() {
  RUN=$(absolute "$1")
  [[ $RUN != *[\;\|\[\]]* ]] || die "a run directory's path may not hold ; | [ ]: $RUN"
  # the control socket's path has to fit into 108 bytes
  ((${#RUN} <= 85)) || die "the path of the run directory is too long for a socket (85 at most): $RUN"
}

# setting NAME DEFAULT: what the caller set, else what this run directory had before, else the default.
setting() {
  local name=$1 kept=
  [[ ! -r $RUN/pbx.env ]] || kept=$(sed -n "s/^$name=//p" "$RUN/pbx.env")
  printf '%s' "${!name:-${kept:-$2}}"
}

load_settings() {
  local name
  RINGDESK_SIP_PORT=$(setting RINGDESK_SIP_PORT 5060)
  RINGDESK_AMI_PORT=$(setting RINGDESK_AMI_PORT 5038)
  RINGDESK_RTP_START=$(setting RINGDESK_RTP_START 10000)
  RINGDESK_RTP_END=$(setting RINGDESK_RTP_END 10999)
  for name in RINGDESK_SIP_PORT RINGDESK_AMI_PORT RINGDESK_RTP_START RINGDESK_RTP_END; do
    is_port "${!name}" || die "$name is not a port: ${!name}"
  done
  ((RINGDESK_RTP_START < RINGDESK_RTP_END)) || die "the RTP range is empty: $RINGDESK_RTP_START-$RINGDESK_RTP_END"
  # where the outer world listens for our calls
  TRUNK_PORT=$((RINGDESK_SIP_PORT + 100))
}

# kept_secret NAME: the one of this run directory; made at first use, never taken from outside.
kept_secret() {
  local kept=
  [[ ! -r $RUN/pbx.env ]] || kept=$(sed -n "s/^$1=//p" "$RUN/pbx.env")
  printf '%s' "${kept:-$(secret)}"
}

pbx_pid() { recall "$RUN/pid"; }

asterisk_cli() { env -u LD_LIBRARY_PATH MALLOC_ARENA_MAX=2 "${ASTERISK[@]}" -C "$RUN/etc/asterisk.conf" "$@"; }

# --- configuration ---------------------------------------------------------------------------------------------------

render() {
  local text
  text=$(<"$1")
  text=${text//@RUN@/"$RUN"}
  text=${text//@MODULES@/"$ASTERISK_MODULES"}
  text=${text//@DATA@/"$ASTERISK_DATA"}
  text=${text//@UNPACKED@/"$([[ -n $ASTERISK_MODULES ]] || echo ';')"}
  text=${text//@AMI_PORT@/"$RINGDESK_AMI_PORT"}
  text=${text//@SIP_PORT@/"$RINGDESK_SIP_PORT"}
  text=${text//@TRUNK_PORT@/"$TRUNK_PORT"}
  text=${text//@RTP_START@/"$RINGDESK_RTP_START"}
  text=${text//@RTP_END@/"$RINGDESK_RTP_END"}
  text=${text//@AMI_PASSWORD@/"$AMI_PASSWORD"}
  text=${text//@SYSTEM_PASSWORD@/"$SYSTEM_PASSWORD"}
  text=${text//@FILTERS@/"$(<"$TEMPLATES/$FILTERS")"}
  text=${text//@PHONES@/"$PHONES"}
  printf '%s\n' "$text" >"$RUN/etc/${1##*/}"
}

render_phone() {
  local ext=$1 context=$2 login=$RUN/phones/$1.csv password text
  [[ -s $login ]] || printf 'SEQUENTIAL\n%s;[authentication username=%s password=%s]\n' "$ext" "$ext" "$(secret)" >"$login"
  password=$(sed -n 's/.* password=\(.*\)\]$/\1/p' "$login")
  text=$(<"$TEMPLATES/phone.inc")
  text=${text//@EXT@/"$ext"}
  text=${text//@CONTEXT@/"$context"}
  PHONES+=${text//@PASSWORD@/"$password"}$'\n'
}

render_all() {
  local file ext
  TEMPLATES=$ROOT/bin/pbx.d/etc
  umask 077
  mkdir -p "$RUN"/{etc,cache,varlib/agi-bin,varlib/keys,spool/monitor,ctl,log/cdr-csv,moh,phones}
  rm -f "$RUN"/etc/*.conf
  AMI_PASSWORD=$(kept_secret RINGDESK_PBX_PASSWORD) SYSTEM_PASSWORD=$(kept_secret RINGDESK_PBX_SYSTEM_PASSWORD)
  FILTERS=filters-22.inc
  ((ASTERISK_MAJOR >= 20)) || FILTERS=filters-16.inc
  PHONES=
  for ext in $AGENT_PHONES; do render_phone "$ext" from-phones; done
  for ext in $SUPERVISOR_PHONES; do render_phone "$ext" from-supervisors; done
  for file in "$TEMPLATES"/*.conf; do render "$file"; done
  # Asterisk wants to find these, too
  for file in acl ccss cel cli cli_aliases codecs dnsmgr pjproject queuerules sorcery stasis udptl; do : >"$RUN/etc/$file.conf"; done
  [[ -s $RUN/moh/tone.wav ]] || hold_tone >"$RUN/moh/tone.wav"
  cat >"$RUN/pbx.env.new" <<-ENV
	RINGDESK_PBX_HOST=127.0.0.1
	RINGDESK_PBX_PORT=$RINGDESK_AMI_PORT
	RINGDESK_PBX_USER=ringdesk
	RINGDESK_PBX_PASSWORD=$AMI_PASSWORD
	RINGDESK_PBX_QUEUE_LOG=$RUN/log/queue_log
	RINGDESK_PBX_SYSTEM_USER=ringdesk-system
	RINGDESK_PBX_SYSTEM_PASSWORD=$SYSTEM_PASSWORD
	RINGDESK_SIP_PORT=$RINGDESK_SIP_PORT
	RINGDESK_AMI_PORT=$RINGDESK_AMI_PORT
	RINGDESK_RTP_START=$RINGDESK_RTP_START
	RINGDESK_RTP_END=$RINGDESK_RTP_END
	ENV
  mv "$RUN/pbx.env.new" "$RUN/pbx.env"
}

# Ten seconds of a soft swelling tone: 8 kHz, 16 bit, mono.
hold_tone() {
  # shellcheck disable=SC2016
  perl -e 'my $sound = pack "s<*", map { 3000 * sin(6.2831853 * 440 * $_ / 8000) * (0.5 + 0.5 * sin(6.2831853 * 0.5 * $_ / 8000)) } 0 .. 79999;
    print "RIFF", pack("V", 36 + length $sound), "WAVEfmt ", pack("VvvVVvv", 16, 1, 1, 8000, 16000, 2, 16), "data", pack("V", length $sound), $sound'
}

# --- the process -----------------------------------------------------------------------------------------------------

pbx_is_up() {
  alive "$STARTED" || return 0
  [[ $(asterisk_cli -rx 'core waitfullybooted' 2>/dev/null) == *'fully booted'* ]]
}

start_pbx() {
  local pid
  mkdir -p "$RUN"
  hold_lock "$RUN/lock" "starts the PBX of $RUN"
  if pid=$(pbx_pid); then
    load_settings
    say "Asterisk runs already (pid $pid, AMI $RINGDESK_AMI_PORT, SIP $RINGDESK_SIP_PORT)"
    release_lock
    return
  fi
  find_asterisk || die "there is no Asterisk; bin/fetch-tools asterisk gets one"
  load_settings
  ! answers_tcp "$RINGDESK_AMI_PORT" || die "port $RINGDESK_AMI_PORT (AMI) is taken; choose another by RINGDESK_AMI_PORT"
  ! udp_bound 127.0.0.1 "$RINGDESK_SIP_PORT" || die "port $RINGDESK_SIP_PORT (SIP) is taken; choose another by RINGDESK_SIP_PORT"
  render_all
  [[ ! -s $RUN/log/messages.log ]] || mv "$RUN/log/messages.log" "$RUN/log/messages.log.1"
  # no file of it grows over 256 MB: its logger rotates at that signal
  (
    ulimit -c 0 -f $((256 * 1024))
    exec 8>&- 9>&-
    export MALLOC_ARENA_MAX=2
    exec setsid "${ASTERISK[@]}" -C "$RUN/etc/asterisk.conf" -f >"$RUN/log/out.log" 2>&1 </dev/null
  ) &
  STARTED=$!
  disown "$STARTED"
  remember "$RUN/pid" "$STARTED"
  wait_until 30 'Asterisk starts' pbx_is_up || failed_start 'did not start within 30 s'
  alive "$STARTED" || failed_start 'ended at once'
  answers_tcp "$RINGDESK_AMI_PORT" || failed_start "has no manager at port $RINGDESK_AMI_PORT"
  udp_bound 127.0.0.1 "$RINGDESK_SIP_PORT" || failed_start "has no SIP at port $RINGDESK_SIP_PORT"
  release_lock
  say "Asterisk $ASTERISK_MAJOR runs (pid $STARTED, AMI $RINGDESK_AMI_PORT, SIP $RINGDESK_SIP_PORT, $RUN)"
  STARTED=
}

# undo_start: for the end of a script that was interrupted, or failed, while it started the PBX.
undo_start() {
  [[ -z ${STARTED:-} ]] || stop_pbx
}

failed_start() {
  die "Asterisk $1; its last words:
$(tail -qn 8 "$RUN/log/out.log" "$RUN/log/messages.log" 2>/dev/null)"
}

stop_pbx() {
  local pid
  if pid=$(pbx_pid); then
    stop_process "$pid" 10
    say "Asterisk stopped (pid $pid)"
  else
    say 'Asterisk does not run'
  fi
  rm -f "$RUN/pid"
}
