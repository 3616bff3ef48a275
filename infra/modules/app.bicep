import { resourceNames } from 'types.bicep'

param location string
param tags object
param names resourceNames
param identityId string
param clientId string
param deploymentContainer string
param workspaceId string
param instanceMemoryMB int
param maximumInstances int
param alwaysReadyForFiles int
param alwaysReadyForRequests int
param apiAccess string

@description('The subnet that the app calls out from; null for none.')
param subnetId string?

@description('Further app settings; they win over those that are set here.')
param settings object

resource hostStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: names.hostStorage
}

resource articleStorage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: names.articleStorage
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: names.insights
}

var storageSettings = {
  AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: hostStorage.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: hostStorage.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId
  ArticleStorage__blobServiceUri: articleStorage.properties.primaryEndpoints.blob
  ArticleStorage__queueServiceUri: articleStorage.properties.primaryEndpoints.queue
  ArticleStorage__tableServiceUri: articleStorage.properties.primaryEndpoints.table
  ArticleStorage__credential: 'managedidentity'
  ArticleStorage__clientId: clientId
}

// The connection string holds addresses and a name, no secret: the component takes telemetry from identities alone.
var telemetrySettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
  AZURE_CLIENT_ID: clientId
}

var pipelineSettings = {
  // Event Grid tells of files; the plan offers nothing else.
  'AzureWebJobs.ParseArticleOnBlobFunction.Disabled': 'true'

  // Each run is billed as a second at least (docs/deployment.md), so they are rarer than on a laptop.
  CollectPoisonSchedule: '0 * * * * *'
  RecountStatsSchedule: '*/30 * * * * *'
  RebuildIndexSchedule: '*/30 * * * * *'
  MeasureQueuesSchedule: '0 * * * * *'
  ReprocessSchedule: '*/30 * * * * *'
  ReconcileSchedule: '0 */5 * * * *'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: names.plan
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: names.app
  location: location
  // azd finds the app by this tag: a service of azure.yaml.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    publicNetworkAccess: apiAccess == 'public' ? 'Enabled' : 'Disabled'
    virtualNetworkSubnetId: subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: filter(
          [
            {
              name: 'blob'
              instanceCount: alwaysReadyForFiles
            }
            {
              name: 'http'
              instanceCount: alwaysReadyForRequests
            }
          ],
          group => group.instanceCount > 0
        )
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(storageSettings, telemetrySettings, pipelineSettings, settings)
  }

  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// The older stable version knows one fixed name only.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: app
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        // The host's own log: the only place that says when it is refused its storage.
        category: 'FunctionAppLogs'
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

output url string = 'https://${app.properties.defaultHostName}'
