import { resourceNames } from 'types.bicep'

param location string
param tags object
param names resourceNames
param workspaceId string

resource storage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: names.articleStorage
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: names.topic
  location: location
  tags: tags
  // Its own identity: a user-assigned one may not pass the firewall of storage.
  identity: { type: 'SystemAssigned' }
  properties: {
    source: storage.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

// The older stable version knows one fixed name only.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: topic
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'DeliveryFailures'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = topic.id
output principalId string = topic.identity.principalId
