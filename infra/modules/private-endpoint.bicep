param location string
param tags object

@description('The name of what is reached.')
param name string
param targetId string

@description('The part of it that is reached: blob, queue, table or sites.')
param groupId string
param zoneId string
param subnetId string

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: 'pep-${name}-${groupId}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: targetId
          groupIds: [groupId]
        }
      }
    ]
  }

  resource zones 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: groupId
          properties: { privateDnsZoneId: zoneId }
        }
      ]
    }
  }
}
