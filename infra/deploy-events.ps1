# Subscribes the app to the events of its storage, as deploy-events.sh does, on Windows.
$ErrorActionPreference = 'Stop'

if ($env:NEW_FILES_TO -eq 'trigger') {
  Write-Host "Waiting up to 5 minutes for $env:API_URL/health: the host makes the webhook's key when it starts."
  for ($try = 1; $try -le 15; $try++) {
    try { Invoke-WebRequest "$env:API_URL/health" -TimeoutSec 10 | Out-Null; break }
    catch { if ($try -eq 15) { Write-Host 'It does not answer yet; going on.' } else { Start-Sleep -Seconds 10 } }
  }
}

for ($try = 1; ; $try++) {
  az deployment group create --name events --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP --parameters infra/events.bicepparam --only-show-errors --output none
  if ($LASTEXITCODE -eq 0) { break }
  if ($try -eq 10) { throw 'The events are not subscribed: docs/deployment.md, Troubleshooting. Again: azd hooks run postdeploy' }
  Write-Host "Subscribing failed: the webhook's key may be missing yet, or the function not answer. Again in 30 seconds ($try of 9)."
  Start-Sleep -Seconds 30
}
