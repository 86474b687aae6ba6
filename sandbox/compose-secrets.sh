#!/bin/sh
# Écrit des secrets neufs pour docker-compose.yml, un réglage par ligne. / Writes fresh secrets for docker-compose.yml, one setting a line.
#   sh sandbox/compose-secrets.sh > .env
set -eu

secret() { head -c "$1" /dev/urandom | base64 | tr -d '\n'; }
# Sans signe qui compte dans une adresse. / Without a sign that matters in a URL.
token() { secret 24 | tr '+/' '-_'; }

echo "POSTGRES_PASSWORD=$(token)"
echo "REDIS_PASSWORD=$(token)"
echo "SEALING_KEYS=compose:$(secret 32)"
for partner in CLSC_VERDUN HOPITAL_ENFANTS AVOCATE_MEDIATRICE; do
  echo "${partner}_TOKEN=$(token)"
done
