#!/usr/bin/env bash
# Starts the built assembly on a given Java and asks whether it becomes ready. Not part of the tests, as a build machine
# need not have that Java:
#   karaf-assembly/check-java.sh /usr/lib/jvm/some-jdk-25
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ $# -ne 1 ] || [ ! -x "$1/bin/java" ]; then
    echo "usage: check-java.sh <java home>" >&2
    exit 2
fi
export JAVA_HOME=$1
export SIGHTLINE_HTTP_PORT=${SIGHTLINE_HTTP_PORT:-18181}
export SIGHTLINE_SSH_PORT=0
export KARAF_EXEC=exec
SIGHTLINE_DATA=$(mktemp -d)
export SIGHTLINE_DATA

"${here}/target/assembly/bin/karaf" server &
server=$!
stop() {
    kill "${server}" 2>/dev/null || true
    wait "${server}" 2>/dev/null || true
    rm -rf "${SIGHTLINE_DATA}"
}
trap stop EXIT

began=${SECONDS}
until answer=$(curl -sf "http://127.0.0.1:${SIGHTLINE_HTTP_PORT}/health/ready"); do
    if ! kill -0 "${server}" 2>/dev/null || [ $((SECONDS - began)) -gt 120 ]; then
        echo "not ready on $("${JAVA_HOME}/bin/java" -version 2>&1 | head -n 1); the end of the log:" >&2
        tail -n 30 "${SIGHTLINE_DATA}/log/karaf.log" >&2
        exit 1
    fi
    sleep 0.5
done
echo "ready after $((SECONDS - began)) s on $("${JAVA_HOME}/bin/java" -version 2>&1 | head -n 1)"
echo "${answer}"
