#!/bin/sh
# Prints the date of what is released in a format of date(1): of the last commit, so that building it
# again gives the same files; without git, of the last change to the changelog.
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C
second=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -u -r CHANGELOG.md +%s)}
# GNU's date takes the seconds with -d, that of macOS with -r.
date -u -d "@$second" "+$1" 2>/dev/null || date -u -r "$second" "+$1"
