# shellcheck shell=bash
# The application and its server, built by Maven when a source is newer than they are. Needs common.sh.

SERVER=$ROOT/wildfly-config/target/server
EAR=$ROOT/ear/target/ringdesk.ear
# when the last build of ours began: what was changed while it ran is newer
BUILT=$ROOT/ear/target/ringdesk.built

java_major() {
  local java=java
  [[ -z ${JAVA_HOME:-} ]] || java=$JAVA_HOME/bin/$1
  [[ -n ${JAVA_HOME:-} ]] || java=$1
  "$java" -version 2>&1 | sed -nE 's/^(javac|.* version) "?([0-9]+).*/\2/p' | head -n 1
}

# need_java WHAT: java to run, javac to build, too.
need_java() {
  local tool major
  for tool in java ${1:+"$1"}; do
    major=$(java_major "$tool" 2>/dev/null || true)
    if [[ -z $major ]] || ((major < 17)); then
      die "Ringdesk needs a JDK of version 17 or newer, and ${JAVA_HOME:+JAVA_HOME ($JAVA_HOME)}${JAVA_HOME:-the PATH} has ${major:+$tool $major}${major:-no $tool}.
With root: apt-get install openjdk-17-jdk-headless maven"
    fi
  done
}

up_to_date() {
  local since=$EAR newer
  [[ -f $EAR && -x $SERVER/bin/standalone.sh ]] || return 1
  [[ ! $BUILT -nt $EAR ]] || since=$BUILT
  newer=$(find "$ROOT" \( -name target -o -name '.?*' -o -path '*/src/test' \) -prune -o \( -path '*/src/*' -o -name pom.xml \) -newer "$since" -print -quit)
  [[ -z $newer ]]
}

# forget_stale: what Maven would keep although its sources say otherwise. WAR, RAR and EAR are put together in folders from which
# nothing is ever removed; a server is provisioned only where there is none.
forget_stale() {
  local provisioned=$SERVER/standalone/configuration/standalone.xml
  rm -rf "$ROOT"/web/target/ringdesk-web "$ROOT"/cti-adapter/rar/target/cti-rar-*/ "$ROOT"/ear/target/ringdesk
  if [[ ! -e $provisioned || -n $(find "$ROOT/pom.xml" "$ROOT"/wildfly-config/{pom.xml,src} -newer "$provisioned" -print -quit) ]]; then
    rm -rf "$SERVER"
  fi
}

# build: brings EAR and SERVER up to date; one at a time.
build() {
  local log=$ROOT/target/build.log start=$SECONDS shown=-1 status=0
  mkdir -p "$ROOT/target"
  hold_lock "$ROOT/target/build.lock" 'builds'
  if ! up_to_date; then
    need_java javac
    type -P mvn >/dev/null || die 'Maven is missing. With root: apt-get install maven'
    say 'building (the first time Maven fetches what it needs, which takes minutes)'
    forget_stale
    touch "$ROOT/target/build.began"
    spawn "$log" mvn -f "$ROOT/pom.xml" -B -ntp -DskipTests -Dspotless.check.skip package
    BUILDING=$SPAWNED
    while alive "$BUILDING"; do
      progress "building$(current_module "$log")" $((SECONDS - start)) shown
      sleep 0.5
    done
    progress_end
    wait "$BUILDING" || status=$?
    BUILDING=
    ((status == 0)) || die "the build failed ($log):
$(grep -a '^\[ERROR\]' "$log" | head -n 15)"
    mv "$ROOT/target/build.began" "$BUILT"
    say "built in $((SECONDS - start)) s"
  fi
  release_lock
}

current_module() { sed -nE 's/^\[INFO\] Building (.*[^ ]) +[0-9][^ ]* +(\[[0-9]+\/[0-9]+\])$/ \1 \2/p' "$1" 2>/dev/null | tail -n 1; }
