# shellcheck shell=bash
# Finds or fetches the programs that are not ours: Asterisk, SIPp, Chromium. Needs common.sh.
#
# A program on the PATH is used as it is; RINGDESK_ROOTLESS=1 leaves the PATH and the machine's packages alone, as for a user
# who may not install any. What is fetched lands in $CACHE/NAME by one rename: it is there whole or not at all.

. "$(dirname "${BASH_SOURCE[0]}")/debs.sh"

# What Asterisk's packages ask for and our modules never load: three quarters of the download.
ASTERISK_LEAVE_OUT='perl.*|libperl.*|python.*|gnupg.*|gpg.*|dirmngr|pinentry.*|readline-common|tzdata|adduser|passwd|login.defs|base-passwd|debconf|libdebconf.*'\
'|pci.ids|libicu.*|libcodec2.*|libsnmp.*|libglib2.*|libgnutls.*|libc-gconv.*|libc-bin|libsamplerate.*|libgcrypt.*|libdb5.*|libunbound.*|libgmp10|libp11-kit.*'\
'|libunistring.*|libcurl.*|libltdl.*|libasound.*|libtiff.*|libgpgme.*|libwebp.*|libkrb5.*|libk5.*|libgssapi.*|libnettle.*|libhogweed.*|libbrotli.*|libsepol.*'\
'|libspandsp.*|libical.*|libjack.*|libpq5|libssh2.*|libmount1|libblkid1|asterisk-config|openssl-provider.*|libpcre2.*|libgmime.*|libneon.*|libldap.*|libpam.*'

asterisk_version() { printf '%s' "${RINGDESK_ASTERISK_VERSION:-22}"; }
may_install() { [[ $(id -u) -eq 0 && -z ${RINGDESK_ROOTLESS:-} ]]; }
on_path() { [[ -z ${RINGDESK_ROOTLESS:-} ]] && type -P "$1" >/dev/null; }

# as_unpacked ROOT PROGRAM: sets UNPACKED to the words that run a program of ROOT by its own loader.
as_unpacked() {
  local loader
  loader=$(loader_of "$1") && [[ -x $1/$2 ]] || return 1
  UNPACKED=(env OPENSSL_CONF=/dev/null "$loader" --library-path "$(libraries_of "$1")" "$1/$2")
}

# find_asterisk: sets ASTERISK to the words that run it, ASTERISK_MAJOR, and for an unpacked one ASTERISK_MODULES and ASTERISK_DATA.
find_asterisk() {
  local root
  root=$CACHE/asterisk-$(asterisk_version)
  ASTERISK_MODULES='' ASTERISK_DATA='' ASTERISK_MAJOR=''
  if on_path asterisk; then
    ASTERISK=(asterisk)
    ASTERISK_MAJOR=$(asterisk -V 2>/dev/null | sed -n 's/^Asterisk \([0-9]*\).*/\1/p')
    [[ -z ${RINGDESK_ASTERISK_VERSION:-} || $ASTERISK_MAJOR == "$RINGDESK_ASTERISK_VERSION" ]] && return
  fi
  as_unpacked "$root" usr/sbin/asterisk || return 1
  ASTERISK=("${UNPACKED[@]}") ASTERISK_MAJOR=$(asterisk_version)
  ASTERISK_MODULES=$(modules_of "$root") ASTERISK_DATA=$root/usr/share/asterisk
}

modules_of() {
  local dir
  for dir in "$1"/usr/lib/*/asterisk/modules "$1"/usr/lib/asterisk/modules; do
    [[ -d $dir ]] && printf '%s' "$dir" && return
  done
  return 1
}

# find_sipp: sets SIPP to the words that run it.
find_sipp() {
  if on_path sipp; then
    SIPP=(sipp)
  else
    as_unpacked "$CACHE/sipp" usr/bin/sipp || return 1
    SIPP=("${UNPACKED[@]}")
  fi
}

# find_chromium: sets CHROMIUM to the path of its executable.
find_chromium() {
  local name
  CHROMIUM=${RINGDESK_CHROMIUM:-}
  [[ -z $CHROMIUM ]] || return 0
  for name in chromium chromium-browser google-chrome; do
    on_path "$name" && CHROMIUM=$(type -P "$name") && return
  done
  CHROMIUM=$CACHE/chromium/ringdesk-chromium
  [[ -x $CHROMIUM ]]
}

# --- fetching --------------------------------------------------------------------------------------------------------

# fetch NAME: makes sure that find_NAME succeeds; the caller holds no lock.
fetch() {
  local name=$1
  "find_$name" && return
  mkdir -p "$CACHE"
  hold_lock "$CACHE/lock" "fetches into $CACHE"
  if ! "find_$name"; then
    # only the holder of the lock works in here, so what lies about is from one that was interrupted
    rm -rf "$CACHE"/fetching.*
    FETCHING=$(mktemp -d "$CACHE/fetching.XXXXXX")
    "fetch_$name" || die "could not get $name; the last lines were:
$(tail -qn 5 "$FETCHING"/apt/*.log 2>/dev/null)
$(advice "$name")"
    rm -rf "$FETCHING"
    "find_$name" || die "$name was fetched but does not run. $(advice "$name")"
  fi
  release_lock
}

advice() {
  say "Without a network: run it where there is one and copy $CACHE here."
  case $1 in
    asterisk) say 'Or install an Asterisk (16 or newer), so that it is on the PATH; its own configuration is not touched.' ;;
    sipp) say 'With root: apt-get install sip-tester' ;;
    chromium) say 'With root: apt-get install chromium. One of your own: RINGDESK_CHROMIUM=/path/to/it' ;;
  esac
}

# keep NAME: what was unpacked becomes $CACHE/NAME.
keep() {
  rm -rf "${CACHE:?}/$1"
  mv -T "$FETCHING/root" "$CACHE/$1"
}

fetch_asterisk() {
  local suites suite version
  version=$(asterisk_version)
  case $version in
    22) suites='forky sid' ;;
    16) suites='bullseye' ;;
    *) die "Asterisk $version is not one of those that can be fetched: 22, 16" ;;
  esac
  for suite in $suites; do
    say "fetching Asterisk $version (Debian $suite, about 22 MB) into $CACHE"
    open_suite "$FETCHING" "$suite" || continue
    unpack_with_dependencies "$FETCHING" "$ASTERISK_LEAVE_OUT" asterisk || continue
    asterisk_loads "$FETCHING/root" || { say "  it needs more libraries" && unpack_with_dependencies "$FETCHING" 'asterisk-config' asterisk; } || continue
    ln -sfn en_US_f_Allison "$FETCHING/root/usr/share/asterisk/sounds/en"
    keep "asterisk-$version"
    return
  done
  return 1
}

# asterisk_loads ROOT: whether the program and every module that we load find their libraries.
asterisk_loads() {
  local loader libraries modules module
  loader=$(loader_of "$1") libraries=$(libraries_of "$1") modules=$(modules_of "$1") || return 1
  "$loader" --library-path "$libraries" "$1/usr/sbin/asterisk" -V >/dev/null 2>&1 || return 1
  while read -r module; do
    [[ ! -e $modules/$module ]] || ! "$loader" --library-path "$libraries" --list "$modules/$module" 2>&1 | grep -E 'not found|error while' || return 1
  done < <(sed -n 's/^load = //p' "$ROOT/bin/pbx.d/etc/modules.conf")
}

fetch_sipp() {
  if may_install && install_package sip-tester; then return; fi
  local suite
  for suite in forky sid; do
    say "fetching SIPp (Debian $suite, about 10 MB) into $CACHE"
    open_suite "$FETCHING" "$suite" && unpack_with_dependencies "$FETCHING" 'python.*|libpython.*|debconf|tzdata|libc-gconv.*' sip-tester && keep sipp && return
  done
  return 1
}

# Chromium starts itself anew for each page, so it runs by the machine's own loader: only what the machine lacks is fetched.
fetch_chromium() {
  if may_install && install_package chromium; then return; fi
  local suite
  suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  say "fetching Chromium (Debian $suite, about 110 MB) into $CACHE"
  open_suite "$FETCHING" "$suite" /var/lib/dpkg/status || return 1
  unpack_with_dependencies "$FETCHING" 'xdg-.*|libu2f.*|.*-keyring' chromium fonts-dejavu-core || return 1
  cp "$ROOT/bin/lib/unpacked-chromium" "$FETCHING/root/ringdesk-chromium"
  keep chromium
}

install_package() {
  say "installing $1 (apt-get)"
  {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$1" ||
      { apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "$1"; }
  } >"$FETCHING/install.log" 2>&1 9>&-
}
