#!/bin/sh
# Feeds each target of Tests/FuzzChecks with random bytes: `fuzz.sh SECONDS [TARGET…]`. What breaks is
# put into the corpus, which the tests replay. With libFuzzer where the toolchain has it, else with
# mutations of our own, whose seed is printed (SEED chooses it).
set -eu
cd "$(dirname "$0")/.."
seconds=$1
shift
[ $# -gt 0 ] || set -- env-file json-answer keys callback
build=.build/fuzz
library=$(dirname "$(dirname "$(command -v swift)")")/lib
if find -L "$library" -name 'libclang_rt.fuzzer*' 2>/dev/null | grep -q .; then
  swift build -c release --scratch-path $build --product fuzz --sanitize fuzzer -Xswiftc -DLIBFUZZER
  searching=1
else
  swift build -c release --scratch-path $build --product fuzz
  searching=
fi
program=$build/release/fuzz
failed=
# The runtime's own report of a crash would come first, and libFuzzer keep no input.
export SWIFT_BACKTRACE=enable=no
for target in "$@"; do
  corpus=Tests/FuzzTests/Corpus/$target
  learned=$build/corpus/$target
  mkdir -p "$learned"
  echo "== $target, $seconds seconds"
  if [ -n "$searching" ]; then
    FUZZ_TARGET=$target $program -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 \
      -print_final_stats=1 -verbosity=0 -max_len=4096 -artifact_prefix="$corpus/" "$learned" "$corpus" ||
      failed="$failed $target"
  else
    seed=${SEED:-$(date +%s)}
    FUZZ_TARGET=$target $program "$seed" "$seconds" "$corpus/crash-$seed" "$corpus"/* ||
      failed="$failed $target"
  fi
done
if [ -n "$failed" ]; then
  echo "Found something in:$failed. The inputs are in Tests/FuzzTests/Corpus; mend it, then \`swift test --filter FuzzTests\`." >&2
  exit 1
fi
