# shellcheck shell=bash
# The WildFly of one data directory: DATA/server is its base, built from what Maven provisioned. Needs common.sh and build.sh.

BASE() { printf '%s' "$DATA/server"; }

# prepare_server: a configuration like the provisioned one, made anew when that has changed, and the application to deploy.
prepare_server() {
  local base from
  base=$(BASE)
  from=$(cd "$SERVER/standalone/configuration" && cksum ./*.xml ./*.properties | cksum)
  mkdir -p "$base/deployments" "$base/data"
  if [[ ! -r $base/configuration/.from || $(<"$base/configuration/.from") != "$from" ]]; then
    rm -rf "$base/configuration" "$base/configuration.new"
    cp -r "$SERVER/standalone/configuration" "$base/configuration.new"
    rm -rf "$base/configuration.new/standalone_xml_history"
    printf '%s\n' "$from" >"$base/configuration.new/.from"
    mv "$base/configuration.new" "$base/configuration"
  fi
  rm -rf "$base/tmp" "$base"/deployments/*
  cp "$EAR" "$base/deployments/ringdesk.ear"
  touch "$base/deployments/ringdesk.ear.dodeploy"
}

# start_server OFFSET: sets SERVER_PID, the leader of its process group; the environment says which database and PBX.
start_server() {
  local base
  base=$(BASE)
  export LAUNCH_JBOSS_IN_BACKGROUND=true
  export JAVA_OPTS=${RINGDESK_JAVA_OPTS:--Xms256m -Xmx1g} JBOSS_HOME=$SERVER
  JAVA_OPTS+=' -Duser.timezone=UTC -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true'
  spawn "$DATA/log/console.log" "$SERVER/bin/standalone.sh" "-Djboss.server.base.dir=$base" "-Djboss.socket.binding.port-offset=$1"
  SERVER_PID=$SPAWNED
  remember "$DATA/run/server" "$SERVER_PID"
}

# server_is_ready OFFSET: deployed, healthy, and the log-in page answers; succeeds too when there is nothing left to wait for.
server_is_ready() {
  server_failed && return
  [[ -e $(BASE)/deployments/ringdesk.ear.deployed ]] || return 1
  [[ $(http_status $((9990 + $1)) /health/ready) == 200 && $(http_status $((8080 + $1)) /login.xhtml) == 200 ]]
}

server_failed() { ! alive "$SERVER_PID" || [[ -e $(BASE)/deployments/ringdesk.ear.failed ]]; }

server_complaints() {
  sed -E 's/\x1b\[[0-9;]*m//g' "$DATA/log/console.log" | grep -aE ' (ERROR|FATAL) |^ *Caused by|Address already in use|OutOfMemory' |
    cut -c1-300 | awk '{ what = $0; sub(/^[0-9:,]+ /, "", what) } !seen[what]++' | head -n 15
}
