#!/bin/sh
# Installs what is missing and becomes the program itself (exec), so that a signal to npm reaches it.
# Used by `npm start` and `npm test`; needs a Node of any version ≥ 20 with npm ≥ 11, once.
set -eu
cd "$(dirname "$0")/.."

installed=node_modules/.installed-lock.json
if ! cmp -s package-lock.json "$installed"; then
  echo 'Installing what is missing …' >&2
  npm ci --no-audit --no-fund --loglevel=error >&2
fi

# npm links the pinned Node here.
PATH="$PWD/node_modules/.bin:$PATH"
export PATH
exec "$@"
