# shellcheck shell=bash
# Debian packages unpacked into a folder of ours, without root and without touching what is installed.
# Needs common.sh.

# The archive that this machine's own apt uses, so that a local mirror or proxy is used here, too.
debian_mirror() {
  local mirror=${RINGDESK_DEBIAN_MIRROR:-}
  [[ -n $mirror ]] || mirror=$(debian_archives 'Origin: Debian')
  [[ -n $mirror ]] || mirror=$(debian_archives)
  [[ -n $mirror ]] && printf '%s' "$mirror"
}

# debian_archives FILTER...: the first archive with a main component; apt knows origins only after an update.
debian_archives() {
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(REPO_URI) $(COMPONENT)' 'Created-By: Packages' "$@" 2>/dev/null |
    awk '$2 == "main" && $1 !~ /security/ && !found { print $1; found = 1 }'
}

# open_suite DIR SUITE [STATUS]: a private apt in DIR that knows one suite; STATUS is a dpkg status file of what need not be fetched.
open_suite() {
  local dir=$1 suite=$2 status=${3:-$1/apt/status} mirror
  mirror=$(debian_mirror) || die "this machine's apt names no Debian archive; set RINGDESK_DEBIAN_MIRROR"
  mkdir -p "$dir"/apt/{lists,archives}/partial
  : >"$dir/apt/status"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$mirror" "$suite" >"$dir/apt/sources.list"
  cat >"$dir/apt/apt.conf" <<-CONF
	Dir::State "$dir/apt"; Dir::State::lists "$dir/apt/lists"; Dir::State::status "$status";
	Dir::Cache "$dir/apt"; Dir::Cache::archives "$dir/apt/archives";
	Dir::Etc::sourcelist "$dir/apt/sources.list"; Dir::Etc::sourceparts "/dev/null";
	Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "/dev/null";
	Acquire::Languages "none"; Acquire::Retries "3"; Acquire::Check-Valid-Until "false";
	APT::Update::Error-Mode "any"; APT::Install-Recommends "false"; APT::Sandbox::User "";
	#clear APT::Update::Post-Invoke;
	#clear APT::Update::Post-Invoke-Success;
	CONF
  private_apt "$dir" update >"$dir/apt/update.log" 2>&1
}

private_apt() {
  local dir=$1
  shift
  apt-get -q -c="$dir/apt/apt.conf" "$@"
}

# unpack_with_dependencies DIR LEAVE_OUT PACKAGE...: into DIR/root, but for packages whose name matches LEAVE_OUT.
unpack_with_dependencies() {
  local dir=$1 leave_out=$2 names deb
  shift 2
  names=$(private_apt "$dir" --print-uris -y install "$@" | sed -n "s/^'[^']*' \([^_ ]*\)_.*/\1/p" | grep -vE "^($leave_out)$")
  mkdir -p "$dir/debs" "$dir/root"
  # shellcheck disable=SC2086
  (cd "$dir/debs" && private_apt "$dir" download $names) >"$dir/apt/download.log" 2>&1 || return 1
  for deb in "$dir"/debs/*.deb; do dpkg-deb -x "$deb" "$dir/root" || return 1; done
  rm -rf "$dir"/debs "$dir"/root/usr/share/{doc,man,locale,lintian,bash-completion}
}

# loader_of ROOT: the program loader that came with the packages.
loader_of() {
  local found
  for found in "$1"/usr/lib/*/ld-linux-*.so.* "$1"/lib/*/ld-2.*.so; do
    [[ -x $found ]] && printf '%s' "$found" && return
  done
  return 1
}

# libraries_of ROOT: its library folders, in the form the loader takes.
libraries_of() {
  local IFS=: found=() dir
  for dir in "$1"/usr/lib/*-linux-gnu "$1"/lib/*-linux-gnu "$1"/usr/lib; do [[ -d $dir ]] && found+=("$dir"); done
  printf '%s' "${found[*]}"
}
