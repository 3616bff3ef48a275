param location string
param tags object
param appName string
param subnetId string
param networkId string

@description('The zone privatelink.azurewebsites.net; empty to make one.')
param zoneId string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

module zone 'private-zone.bicep' = if (empty(zoneId)) {
  params: {
    name: 'privatelink.azurewebsites.net'
    tags: tags
    networkId: networkId
  }
}

module endpoint 'private-endpoint.bicep' = {
  params: {
    location: location
    tags: tags
    name: appName
    targetId: app.id
    groupId: 'sites'
    zoneId: empty(zoneId) ? zone!.outputs.id : zoneId
    subnetId: subnetId
  }
}
