#!/bin/sh
# Packs what Scripts/release.sh made into a Debian package in .build/dist.
set -eu
cd "$(dirname "$0")/.."

command -v dpkg-shlibdeps >/dev/null || {
  echo "A Debian package is made with dpkg-deb and dpkg-shlibdeps: install dpkg-dev." >&2
  exit 1
}
dist=.build/dist
tree=$dist/debian/attio-setup
share=$tree/usr/share
doc=$share/doc/attio-setup
version=$("$dist/root/bin/attio-setup" --version)-1
architecture=$(dpkg --print-architecture)
maintainer=${MAINTAINER:-"The attio-setup authors <attio-setup@example.invalid>"}
SOURCE_DATE_EPOCH=$(Scripts/release-date.sh %s)
export SOURCE_DATE_EPOCH

rm -rf "$dist/debian"
Scripts/install.sh install "$tree/usr" >/dev/null
# Debian's zsh looks for the completions of packages here.
mv "$share/zsh/site-functions" "$share/zsh/vendor-completions"
gzip -9 -n "$share/man/man1/attio-setup.1"

# What the program is linked with; it opens libcurl and libcrypto itself, so control.in names them.
mkdir "$tree/DEBIAN"
printf 'Source: attio-setup\n\nPackage: attio-setup\nArchitecture: any\n' >"$dist/debian/control"
depends=$(cd "$dist" && dpkg-shlibdeps -O debian/attio-setup/usr/bin/attio-setup)
# Packed relocations are read by the loader from 2.36 on, which shlibdeps does not look at.
depends=$(echo "${depends#shlibs:Depends=}" | sed 's/libc6 ([^)]*)/libc6 (>= 2.36)/')

fill() { # fill TEMPLATE: with the values of this package
  sed -e "s|@VERSION@|$version|" -e "s|@ARCHITECTURE@|$architecture|" \
    -e "s|@MAINTAINER@|$maintainer|" -e "s|@DEPENDS@|$depends|" -e "s|@SIZE@|$size|" \
    -e "s|@DATE@|$(Scripts/release-date.sh '%a, %d %b %Y %H:%M:%S +0000')|" \
    "Packaging/debian/$1.in"
}
size=$(du -k -s "$tree" | cut -f 1)
install -d "$doc" "$share/lintian/overrides"
install -m 644 Packaging/debian/copyright "$doc/copyright"
install -m 644 Packaging/debian/lintian-overrides "$share/lintian/overrides/attio-setup"
install -m 644 .build/checkouts/swift-nio/NOTICE.txt "$doc/NOTICE.swift-nio"
gzip -9 -n <CHANGELOG.md >"$doc/changelog.gz"
fill changelog | gzip -9 -n >"$doc/changelog.Debian.gz"
fill control >"$tree/DEBIAN/control"
(cd "$tree" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 >DEBIAN/md5sums)
# Whatever the umask of the one who builds it is.
chmod -R u=rwX,go=rX "$tree"

package=$dist/attio-setup_${version}_$architecture.deb
dpkg-deb --root-owner-group --build "$tree" "$package" >/dev/null
rm -r "$dist/debian"
(cd "$dist" && sha256sum attio-setup-*[!d] attio-setup_* >SHA256SUMS)
ls -l "$package"
