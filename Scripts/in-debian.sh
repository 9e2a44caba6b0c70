#!/bin/sh
# Runs a shell command in a Debian of its own without Swift, as its root:
#   in-debian.sh COMMAND
# The Debian is fresh each time, lies in memory and is gone afterwards; in it /root/package holds the
# packages that Scripts/deb.sh made. What it is made of is kept in .build. It takes root, or a user who
# may make namespaces.
set -eu
cd "$(dirname "$0")/.."
image=.build/debian.tar

spaces='--mount --pid --fork --kill-child'
[ "$(id -u)" = 0 ] || spaces="--user --map-root-user --map-auto $spaces"
# shellcheck disable=SC2086 # one word an option
unshare $spaces true || {
  echo "A Debian of its own takes root, or namespaces for users with /etc/subuid and newuidmap" >&2
  echo "(package uidmap, sysctl kernel.unprivileged_userns_clone=1). Run it as root." >&2
  exit 1
}

if [ -z "$(find "$image" -newer Packaging/debian/control.in 2>/dev/null)" ]; then
  # The machine's own mirror, and the packages that ours says it needs.
  depends=$(dpkg-deb --field .build/dist/attio-setup_*.deb Depends | sed 's/([^)]*)//g; s/ //g')
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  # shellcheck disable=SC2016 # these are names of apt's own
  apt-get indextargets --format '$(ORIGIN) deb $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' | sed -n 's/^\(Debian\|Ubuntu\) //p' | sort -u \
    | mmdebstrap --quiet --format=tar --variant=essential --include="$depends" --dpkgopt=force-unsafe-io \
      --dpkgopt='path-exclude=/usr/share/locale/*' "$codename" "$image.new" - >&2
  mv "$image.new" "$image"
fi

# shellcheck disable=SC2016,SC2086 # the inner shell expands them
exec unshare $spaces sh -euc '
  root=.build/debian
  mkdir -p "$root"
  mount -t tmpfs -o mode=755 none "$root"
  tar -x -f "$1" -C "$root" --exclude "./dev/*"
  mount -t proc none "$root/proc"
  mount --rbind /dev "$root/dev"
  mkdir "$root/root/package"
  cp .build/dist/*.deb "$root/root/package"
  exec chroot "$root" env -i HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -c "$2"
' sh "$image" "$1"
