#!/bin/sh
# Copies what Scripts/release.sh made into a folder such as /usr/local, or takes exactly these files
# away again: install.sh install|uninstall FOLDER
set -eu
action=$1
folder=$2
root=$(dirname "$0")/../.build/dist/root

for file in bin/attio-setup share/man/man1/attio-setup.1 \
  share/bash-completion/completions/attio-setup share/zsh/site-functions/_attio-setup \
  share/fish/vendor_completions.d/attio-setup.fish; do
  if [ "$action" = uninstall ]; then
    rm -f "$folder/$file"
    continue
  fi
  mode=644
  [ "$file" != bin/attio-setup ] || mode=755
  install -d "$(dirname "$folder/$file")"
  install -m "$mode" "$root/$file" "$folder/$file"
  echo "$folder/$file"
done
