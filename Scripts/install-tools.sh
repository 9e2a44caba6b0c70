#!/bin/sh
# Installs what the demo needs, or with the argument `test`, `package` or `bench` what the tests, those
# of the package or the benchmarks need, and this machine lacks: with apt-get where the user may, otherwise
# it names the packages and stops.
set -eu

missing=
need() { # need PACKAGE TEST-COMMAND...
  package=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $package"
}
font() { find /usr/share/fonts "$HOME/.local/share/fonts" -name '*.[ot]tf' 2>/dev/null | grep -q .; }
library() { ldconfig -p 2>/dev/null | grep -q "$1" || ls /usr/lib/*/"$1" /usr/lib/"$1"; }

if ! command -v swift >/dev/null 2>&1; then
  echo "Swift 6.2 or newer is needed and not found. Get it from https://www.swift.org/install" >&2
  exit 1
fi

case "$(uname -s)" in
  Linux)
    need libncurses-dev test -e /usr/include/ncurses.h
    need libcurl4 library libcurl.so.4
    ;;
esac
need git command -v git
need tmux command -v tmux
if [ "${1:-}" = test ]; then
  # The tests make certificates with the one and ask the sandbox with the other.
  need openssl command -v openssl
  need curl command -v curl
  # A library is made that lets the terminal's modes fail.
  need gcc command -v cc
  # A token is handed over to this one, with a key of the test's own.
  need pass command -v pass
  need gnupg command -v gpg
  # A keyring on a private session bus.
  need dbus command -v dbus-daemon
  need gnome-keyring command -v gnome-keyring-daemon
  need libsecret-tools command -v secret-tool
  # A real browser comes back to the loopback server, and its pages need a font.
  need chromium command -v chromium
  need fonts-dejavu-core font
  # The starter clients are run by the interpreter or compiler of their language.
  need nodejs command -v node
  need node-typescript command -v tsc
  need python3 command -v python3
  need python3-venv python3 -c 'import ensurepip'
  need ruby command -v ruby
  need php-cli command -v php
  need golang-go command -v go
  need elixir command -v elixir
  # The completions are asked for in their shells.
  need zsh command -v zsh
  need fish command -v fish
  # The manual page is checked and shown.
  need mandoc command -v mandoc
  need man-db command -v man
  # A starter client, and the program's own scripts, are checked.
  need shellcheck command -v shellcheck
fi
if [ "${1:-}" = package ]; then
  # The package is made, checked, and tried in a Debian of its own.
  need dpkg-dev command -v dpkg-shlibdeps
  need lintian command -v lintian
  need mmdebstrap command -v mmdebstrap
  need man-db command -v man
  need zsh command -v zsh
  need fish command -v fish
  [ "$(id -u)" = 0 ] || need uidmap command -v newuidmap
fi
if [ "${1:-}" = bench ]; then
  need python3 command -v python3
  need openssl command -v openssl
  # What the program is held against, and the tracer that counts system calls.
  need curl command -v curl
  need dialog command -v dialog
  need gh command -v gh
  need python3-dotenv command -v python-dotenv
  need python3-click /usr/bin/python3 -c 'import click'
  need strace command -v strace
fi

# Clients that others made, at the versions of the list; the tests run them against the sandbox.
clients() {
  list=$(dirname "$0")/../Tests/EndToEndTests/RealClients/requirements.txt
  place=$(dirname "$0")/../.build/real-clients
  cmp -s "$list" "$place/installed.txt" && return
  rm -rf "$place"
  python3 -m venv "$place"
  "$place/bin/pip" install --quiet --disable-pip-version-check --requirement "$list"
  cp "$list" "$place/installed.txt"
}

if [ -z "$missing" ]; then
  [ "${1:-}" != test ] || clients
  exit 0
fi

if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root=sudo
  else
    echo "These packages are missing:$missing" >&2
    echo "Install them with: sudo apt-get install$missing" >&2
    exit 1
  fi
  echo "Installing:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086 # one word a package
  $as_root apt-get install -y -q $missing || {
    $as_root apt-get update -q
    $as_root apt-get install -y -q $missing
  }
else
  echo "These packages are missing (Debian's names):$missing" >&2
  echo "Install them with your system's package tool, then try again." >&2
  exit 1
fi

[ "${1:-}" != test ] || clients
