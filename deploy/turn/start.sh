#!/bin/sh
# Runs coturn by the turnserver.conf beside this, with PARLEY_TURN_SECRET, which neither the list of
# processes nor its environment shows then. What is said after it goes to coturn: `--external-ip=…`.
set -eu
secret="${PARLEY_TURN_SECRET:?it has to be the one that Parley has}"
unset PARLEY_TURN_SECRET
umask 077
configuration="$(mktemp)"
{
  cat "$(dirname "$0")/turnserver.conf"
  printf 'static-auth-secret=%s\n' "$secret"
} > "$configuration"
exec turnserver -c "$configuration" "$@"
