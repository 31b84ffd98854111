#!/usr/bin/env bash
# Finds JDK 25 or newer, Maven and a browser for the other scripts, which source this file.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# One line on stderr and the end: die MESSAGE [EXIT_STATUS].
die() {
  echo "${0##*/}: $1" >&2
  exit "${2:-1}"
}

usage_error() {
  die "$1 (--help shows the options)" 2
}

# Whether what follows an option can be its value: has_value "${2:-}".
has_value() {
  [[ -n $1 && $1 != --* ]]
}

# The comment at the top of a script, from line 2 on, is its help.
show_help() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

# A path as the caller wrote it, made absolute: scripts work from the repository root.
absolute() {
  case "$1" in
    /*) echo "$1" ;;
    *) echo "$PWD/$1" ;;
  esac
}

# Installs a package when we are root on Debian or Ubuntu and the distribution has it.
apt_install() {
  [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null || return 1
  if [[ -z ${apt_updated:-} ]]; then
    apt-get -qq update >&2 || return 1
    apt_updated=yes
  fi
  [[ $(LC_ALL=C apt-cache policy "$1") =~ Candidate:\ [0-9] ]] || return 1
  echo "Installing $1…" >&2
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "$1" >&2
}

# Whether a directory holds a JDK, not only a JRE, of version 25 or newer.
is_jdk() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  [[ $("$1/bin/java" -version 2>&1) =~ version\ \"([0-9]+) ]] && ((BASH_REMATCH[1] >= 25))
}

use_first_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$(java -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.home = //p')"; do
    if [[ -n $home ]] && is_jdk "$home"; then
      export JAVA_HOME="$home" PATH="$home/bin:$PATH"
      return
    fi
  done
  return 1
}

find_jdk() {
  use_first_jdk || { apt_install openjdk-25-jdk-headless && use_first_jdk; } ||
    die "Kundig needs JDK 25 or newer: install one and let JAVA_HOME name its directory"
}

# Whether a Maven command works and is recent enough.
is_maven() {
  local answer
  answer="$("$1" -v 2>/dev/null)" || return 1
  [[ $answer =~ Apache\ Maven\ ([0-9]+)\.([0-9]+)\.([0-9]+) ]] || return 1
  ((BASH_REMATCH[1] * 1000000 + BASH_REMATCH[2] * 1000 + BASH_REMATCH[3] >= 3008007))
}

# Sets maven to the command to use; needs find_jdk first. The wrapper fetches its own Maven.
find_maven() {
  # Maven's own libraries make new JDKs warn.
  export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
  for maven in mvn "$root/mvnw"; do
    if is_maven "$maven"; then return; fi
  done
  maven=mvn
  { apt_install maven && is_maven mvn; } ||
    die "Maven 3.8.7 or newer is missing and ./mvnw could not fetch it: install Maven"
}

# Sets and exports KUNDIG_CHROMIUM, unless it already names a browser that starts.
use_first_browser() {
  local name path
  for name in "${KUNDIG_CHROMIUM:-}" chromium chromium-browser google-chrome; do
    path="$(command -v "$name")" || continue
    if "$path" --version >/dev/null 2>&1; then
      export KUNDIG_CHROMIUM="$path"
      return
    fi
  done
  return 1
}

find_browser() {
  use_first_browser || { apt_install chromium && use_first_browser; } ||
    die "the tests need Chromium: install it, or let KUNDIG_CHROMIUM name its executable"
}

# scripts/vendor reads its lock with Node; a test reads our calendars with a package that npm fetches.
find_node() {
  command -v node >/dev/null || apt_install nodejs || die "the tests need Node.js (scripts/vendor uses it): install it"
  command -v npm >/dev/null || apt_install npm || die "the tests need npm (for reading our calendars): install it"
}

# Builds what is out of date and sets jar; needs find_jdk first, and the repository root as directory.
build_jar() {
  jar=app/target/kundig.jar
  # The jar gets the time at which its build started, so that what changed during the build is built next time.
  # A build that fails or is interrupted leaves no jar.
  if [[ ! -f $jar || -n $(find pom.xml ./*/pom.xml ./*/src/main -newer "$jar" -print -quit) ]]; then
    find_maven
    echo "Building Kundig…"
    started="$(mktemp)"
    trap 'rm -f "$started" "$jar"' EXIT
    "$maven" -q -B -Dstyle.color=never -Dmaven.test.skip=true package -pl app -am || die "the build failed"
    touch -r "$started" "$jar"
    trap - EXIT
    rm -f "$started"
  fi

  # Unpacked, Kundig starts quicker. When unpacking does not work, the jar itself does.
  unpacked=app/target/run
  if [[ ! -f $unpacked/kundig.jar || $jar -nt $unpacked/kundig.jar ]]; then
    rm -rf "$unpacked" "$unpacked.new"
    if java -Djarmode=tools -jar "$jar" extract --destination "$unpacked.new" >/dev/null 2>&1; then
      touch "$unpacked.new/kundig.jar"
      mv "$unpacked.new" "$unpacked"
    fi
  fi
  if [[ -f $unpacked/kundig.jar ]]; then jar="$unpacked/kundig.jar"; fi
}

# Whether no Kundig works in a data folder; a process of somebody else cannot be signalled, but it is in /proc.
check_stopped() {
  [[ -f $1/kundig.pid ]] || return 0
  local pid
  pid="$(tr -d '[:space:]' < "$1/kundig.pid")"
  [[ $pid =~ ^[1-9][0-9]*$ ]] || die "$1/kundig.pid holds no process number: make sure Kundig is stopped and remove it"
  if kill -0 "$pid" 2>/dev/null || [[ -d /proc/$pid ]]; then
    die "Kundig is running (process $pid): stop it first, or remove $1/kundig.pid when that is another process"
  fi
}

# Does work on the store of a stopped Kundig: maintain WORK ARGUMENT…, with the options of the calling script.
maintain() {
  local work="$1" data="$root/data" memory=512
  shift
  while (($#)); do
    case "$1" in
      --data)
        has_value "${2:-}" || usage_error "--data needs a value"
        data="$(absolute "$2")"
        shift 2
        ;;
      --memory)
        [[ ${2:-} =~ ^[1-9][0-9]{2,6}$ ]] || usage_error "--memory is a number of megabytes, 128 or more, not '${2:-}'"
        memory="$2"
        shift 2
        ;;
      --help)
        show_help
        exit
        ;;
      *) usage_error "unknown option '$1'" ;;
    esac
  done
  if [[ -z ${KUNDIG_MONGODB_URI:-} ]]; then
    [[ -d $data/store ]] || die "there is no store in $data"
    check_stopped "$data"
  fi
  cd "$root"
  find_jdk
  build_jar
  exec java --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC \
    -Xmx"${memory}m" -jar "$jar" "$work" --kundig.data="$data"
}
