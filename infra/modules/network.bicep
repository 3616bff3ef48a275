import { network } from 'types.bicep'

param location string
param tags object
param name string
param networking network

@description('The storage accounts that are reached from the network alone.')
param storageNames string[]

var services = ['blob', 'queue', 'table']
var isCreated = networking.kind == 'created'
var ownZoneIds = networking.kind == 'existing' ? networking.?storageZoneIds ?? [] : []
var prefix = networking.kind == 'created' ? networking.addressPrefix : '10.0.0.0/24'

resource created 'Microsoft.Network/virtualNetworks@2025-05-01' = if (isCreated) {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [prefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(prefix, 26, 0)
          // The way out to Entra ID and Application Insights; without it the app wants a NAT gateway or a firewall.
          defaultOutboundAccess: true
          delegations: [
            {
              name: 'app'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(prefix, 26, 1)
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource appSubnet 'subnets' existing = {
    name: 'app'
  }

  resource endpointSubnet 'subnets' existing = {
    name: 'endpoints'
  }
}

var networkId = networking.kind == 'existing' ? networking.networkId : created.id
var appSubnetId = networking.kind == 'existing' ? networking.appSubnetId : created::appSubnet.id
var endpointSubnetId = networking.kind == 'existing' ? networking.endpointSubnetId : created::endpointSubnet.id

module zones 'private-zone.bicep' = [
  for service in services: if (empty(ownZoneIds)) {
    params: {
      name: 'privatelink.${service}.${environment().suffixes.storage}'
      tags: tags
      networkId: networkId
    }
  }
]

resource accounts 'Microsoft.Storage/storageAccounts@2025-08-01' existing = [
  for name in storageNames: {
    name: name
  }
]

module endpoints 'private-endpoint.bicep' = [
  for i in range(0, length(storageNames) * length(services)): {
    params: {
      location: location
      tags: tags
      name: storageNames[i / length(services)]
      targetId: accounts[i / length(services)].id
      groupId: services[i % length(services)]
      zoneId: empty(ownZoneIds) ? zones[i % length(services)]!.outputs.id : ownZoneIds[i % length(services)]
      subnetId: endpointSubnetId
    }
  }
]

output networkId string = networkId
output appSubnetId string = appSubnetId
output endpointSubnetId string = endpointSubnetId
