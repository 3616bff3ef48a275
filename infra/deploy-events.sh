#!/bin/sh
# Subscribes the app to the events of its storage: azd runs this after it deployed the code, with the outputs of main.bicep as variables.
# The key of the blob trigger's webhook exists once the host has started, so a first deployment may have to wait for it.
set -eu

if [ "$NEW_FILES_TO" = trigger ]; then
  echo "Waiting up to 5 minutes for $API_URL/health: the host makes the webhook's key when it starts."
  tries=0
  until curl --silent --fail --max-time 10 --output /dev/null "$API_URL/health"; do
    tries=$((tries + 1))
    [ "$tries" -lt 15 ] || { echo "It does not answer yet; going on."; break; }
    sleep 10
  done
fi

tries=0
until az deployment group create --name events --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" --parameters infra/events.bicepparam --only-show-errors --output none; do
  tries=$((tries + 1))
  [ "$tries" -lt 10 ] || { echo "The events are not subscribed: docs/deployment.md, Troubleshooting. Again: azd hooks run postdeploy" >&2; exit 1; }
  echo "Subscribing failed: the webhook's key may be missing yet, or the function not answer. Again in 30 seconds ($tries of 9)."
  sleep 30
done
