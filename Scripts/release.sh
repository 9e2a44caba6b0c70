#!/bin/sh
# Builds what is given away, into .build/dist: in `root` what an installation copies, the program
# with the completions and the manual page made from it; beside it the program alone, an archive with
# everything, and their checksums.
set -eu
cd "$(dirname "$0")/.."

flags='--explicit-target-dependency-import-check error -c release'
system=$(uname -s)
if [ "$system" = Linux ]; then
  # docs/install.md says what each of these is worth. Swift finds its types by sections that nothing
  # refers to by name: nostart-stop-gc keeps them.
  flags="$flags --static-swift-stdlib --disable-local-rpath -Xswiftc -Osize"
  flags="$flags -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld"
  for flag in --no-export-dynamic --icf=all -z pack-relative-relocs -z nostart-stop-gc -z now -s; do
    flags="$flags -Xlinker $flag"
  done
fi
for product in attio-setup manual-page; do
  # shellcheck disable=SC2086 # one word a flag
  swift build $flags --product "$product"
done

dist=.build/dist
root=$dist/root
share=$root/share
rm -rf "$dist"
mkdir -p "$root/bin" "$share/man/man1" "$share/bash-completion/completions" \
  "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
program=$root/bin/attio-setup
install -m 755 .build/release/attio-setup "$program"
[ "$system" != Linux ] || Scripts/check-program.sh "$program"

version=$("$program" --version)
"$program" --experimental-dump-help \
  | .build/release/manual-page "$version" "$(Scripts/release-date.sh %Y-%m-%d)" \
    >"$share/man/man1/attio-setup.1"
for shell in bash zsh fish; do
  case $shell in
    bash) file=bash-completion/completions/attio-setup ;;
    zsh) file=zsh/site-functions/_attio-setup ;;
    fish) file=fish/vendor_completions.d/attio-setup.fish ;;
  esac
  # It is read by a shell and not run.
  "$program" --generate-completion-script "$shell" | sed '/^#!/d' >"$share/$file"
done

name=attio-setup-$version-$(echo "$system" | tr '[:upper:]' '[:lower:]')-$(uname -m)
install -m 755 "$program" "$dist/$name"

# What is linked into the program brings its licences along.
archive=$dist/archive/$name
doc=$archive/share/doc/attio-setup
mkdir -p "$archive"
cp -R "$root/bin" "$root/share" "$archive"
mkdir -p "$doc"
install -m 644 LICENSE CHANGELOG.md "$doc"
for file in .build/checkouts/*/LICENSE* .build/checkouts/*/NOTICE*; do
  [ ! -f "$file" ] || { echo "==== ${file#.build/checkouts/}" && cat "$file" && echo; }
done >"$doc/THIRD-PARTY.txt"
# The same sources give the same archive, where tar is GNU's.
[ "$system" != Linux ] || set -- --sort=name --owner=0 --group=0 --numeric-owner \
  --mtime="@$(Scripts/release-date.sh %s)"
tar -c "$@" -C "$dist/archive" "$name" | gzip -9 -n >"$dist/$name.tar.gz"
rm -r "$dist/archive"
sum=sha256sum
command -v "$sum" >/dev/null || sum='shasum -a 256'
(cd "$dist" && $sum "$name" "$name.tar.gz" >SHA256SUMS)
ls -l "$dist/$name" "$dist/$name.tar.gz"
