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

# scripts/vendor reads its lock with Node.
find_node() {
  command -v node >/dev/null || apt_install nodejs || die "the tests need Node.js (scripts/vendor uses it): install it"
}
