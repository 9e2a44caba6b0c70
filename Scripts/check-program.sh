#!/bin/sh
# Checks that a released program needs nothing that its user may lack, and holds nothing that makes
# it large without need: check-program.sh PROGRAM
set -eu
program=$1
# What makes it grow is to be seen; docs/install.md says where its bytes are.
limit=22500000

fail() {
  echo "$program: $*" >&2
  exit 1
}

# Types keep the name of their module, also where the symbols are stripped.
for module in Foundation FoundationNetworking FoundationInternationalization FoundationXML; do
  if LC_ALL=C grep -q -a -z -x "$module" "$program"; then
    fail "the full $module is linked. Find out what imports it: only FoundationEssentials may be."
  fi
done
if LC_ALL=C grep -q -a 'icudt[0-9]' "$program"; then
  fail "ICU's data is linked, which comes with the full Foundation."
fi

for library in $(objdump -p "$program" | awk '$1 == "NEEDED" { print $2 }'); do
  case $library in
    libc.so.6 | libm.so.6 | ld-linux*.so.* | libgcc_s.so.1 | libstdc++.so.6) ;;
    libncursesw.so.6 | libtinfo.so.6) ;;
    *) fail "it needs $library. Only the C and C++ libraries and ncurses may be linked." ;;
  esac
done

size=$(wc -c <"$program")
[ "$size" -le "$limit" ] || fail "it has $size bytes, and may have $limit."
