# shellcheck shell=bash
# SIPp in the parts of phones and callers. Needs common.sh, tools.sh and pbx.sh with a run directory in use.
#
# Phones sit on 127.0.1.x at the PBX's SIP port, x being the extension less 1000; callers on 127.0.0.2, which is what the PBX
# knows its trunk by, at any free port. So phones and callers of several PBXs live beside each other.

PBX_AT() { printf '127.0.0.1:%s' "$RINGDESK_SIP_PORT"; }

# scenario NAME KEY=VALUE...: the file with its @KEY@ places filled; prints where it is.
scenario() {
  local name=$1 pair text file
  shift
  text=$(<"$ROOT/bin/pbx.d/sipp/$name.xml")
  for pair in "$@"; do text=${text//"@${pair%%=*}@"/"${pair#*=}"}; done
  file=$WORK/$name.xml
  printf '%s\n' "$text" >"$file"
  printf '%s' "$file"
}

# work_folder: sets WORK, a folder that goes away with the script.
work_folder() { WORK=$(mktemp -d "${TMPDIR:-/tmp}/ringdesk-sip.XXXXXX"); }

# sipp_to SCENARIO LOG ARGUMENTS...: one SIPp towards the PBX that leaves only its complaints behind; becomes it.
sipp_to() {
  local scenario=$1 log=$2
  shift 2
  cd "$WORK" || exit
  exec setsid "${SIPP[@]}" "$(PBX_AT)" -sf "$scenario" -nostdin -ci 127.0.0.1 "$@" >/dev/null 2>"$log" </dev/null
}

# tell ADDRESS PORT CALL-ID EVENT: one NOTIFY from outside; our scenarios take their orders so. Nobody waits for the reply.
tell() {
  # cat makes one datagram of it, where the shell would send a line at a time
  sed 's/$/\r/' <<-SIP | cat >"/dev/udp/$1/$2"
	NOTIFY sip:$1:$2 SIP/2.0
	Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK$RANDOM$RANDOM
	From: <sip:operator@127.0.0.1>;tag=1
	To: <sip:$1:$2>
	Call-ID: $3
	CSeq: 1 NOTIFY
	Event: $4
	Content-Length: 0

	SIP
}
