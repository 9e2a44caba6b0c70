#!/bin/sh
# Opens the wizard on a scratch project against the sandbox. Without a terminal it does the same
# job unattended. Everything it makes lies in .build/demo.
set -eu

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
demo=.build/demo
project=$demo/my-shop

rm -rf "$demo"
mkdir -p "$project"
demo=$(cd "$demo" && pwd)
project=$demo/my-shop
cd "$project"
printf '{ "name": "my-shop", "private": true }\n' >package.json
printf 'node_modules/\n' >.gitignore
printf '# Settings of my-shop\nPORT=3000\n' >.env
chmod 600 .env
git init -q
git add package.json .gitignore

# The user's own token and journal have no part in a demo.
unset ATTIO_API_KEY ATTIO_BASE_URL ATTIO_APP_URL
export XDG_STATE_HOME="$demo/state" XDG_DATA_HOME="$demo/data"

if [ -t 0 ] && [ -t 1 ]; then
  status=0
  "$program" --sandbox --directory "$project" || status=$?
  echo
  echo "The scratch project is in $project"
  exit $status
fi

echo "No terminal here, so the wizard's job is done unattended:"
echo
echo "\$ attio-setup apply --sandbox --dry-run"
"$program" apply --sandbox --dry-run --directory "$project" </dev/null
echo
echo "\$ attio-setup apply --sandbox"
"$program" apply --sandbox --directory "$project" </dev/null
echo
echo "\$ git check-ignore -v .env"
git check-ignore -v .env
echo
echo "\$ git status --short"
git status --short
