targetScope = 'subscription'

import { network, resourceNames } from 'modules/types.bicep'

metadata name = 'News issue pipeline'
metadata description = 'The function app, its storage, its identity and what watches them, in a resource group of their own.'

@description('The name of the environment, as `azd env new` gave it. It is part of the name of the resource group, and all other names are made of it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('The region. Flex Consumption must be offered there: `az functionapp list-flexconsumption-locations`.')
@minLength(1)
param location string

@description('The memory of an instance. An archive at the default limits takes up to 1.5 GiB (docs/operations.md), so 512 is for limits that were lowered.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('The most instances that a function scales out to; it bounds the costs of a burst. Each of the queue functions, the blob function and all HTTP functions together scale by themselves.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances that always wait for files. With 0 the first file after a rest waits for a cold start.')
@minValue(0)
@maxValue(20)
param alwaysReadyForFiles int = 0

@description('Instances that always wait for requests. With 0 the first request after a rest waits for a cold start.')
@minValue(0)
@maxValue(20)
param alwaysReadyForRequests int = 0

@description('How the articles are kept: in one building, in three of the region, or in another region too.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param articleRedundancy string = 'Standard_LRS'

@description('For how many days a deleted file can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int = 7

@description('For how many days telemetry is kept. The first 31 are in the price of its ingestion.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('The most telemetry of a day, in GB; the rest of the day is then lost, alerts included. -1 for no limit.')
@minValue(-1)
param logDailyCapGB int = -1

@description('The network: none of its own, one that is made here, or one that is there already.')
param networking network = { kind: 'none' }

@description('Who reaches the API: anybody who has its address, or the network alone.')
@allowed(['public', 'private'])
param apiAccess string = 'public'

@description('Who is told of alerts. Without an address alerts are shown in the portal only.')
param alertEmails string[] = []

@description('An alert comes when no article was tagged in so many hours, of those that Azure Monitor looks back; 0 for never.')
@allowed([0, 6, 24, 48])
param silentHours int = 24

@description('What a month may cost before `alertEmails` are told, in the currency of the subscription; 0 for no budget.')
@minValue(0)
param monthlyBudget int = 0

@description('The first day of the month in which the budget was made, as 2026-12-01. It cannot be changed later.')
param budgetStart string = ''

@description('Who may upload files: the object id of a user or service principal, mostly who deploys. Empty for nobody.')
param uploaderPrincipalId string = ''

@description('The type of `uploaderPrincipalId`.')
@allowed(['User', 'Group', 'ServicePrincipal'])
param uploaderPrincipalType string = 'User'

@description('Further app settings, or other values for those that are set here, with `__` for `:`. No secrets.')
param appSettings object = {}

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))
var names resourceNames = {
  workspace: 'log-${token}'
  insights: 'appi-${token}'
  identity: 'id-${token}'
  hostStorage: 'sthost${token}'
  articleStorage: 'starticles${token}'
  plan: 'plan-${token}'
  app: 'func-${token}'
  topic: 'evgt-${token}'
  network: 'vnet-${token}'
  operators: 'ag-${token}'
}

// The code (Names.cs) and events.bicep use these names too.
var parseQueue = 'parse-article'
var articleContainer = 'articles'
var deadLetterContainer = 'dead-letters'

var deploymentContainer = 'app-package'
var isPrivate = networking.kind != 'none'
var reachableApi = apiAccess == 'private' && !isPrivate
  ? fail('A private API needs a network, or nobody reaches it: set PIPELINE_NETWORK or PIPELINE_API_ACCESS=public')
  : apiAccess

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    names: names
    retentionDays: logRetentionDays
    dailyCapGB: logDailyCapGB
  }
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.identity
  }
}

module hostStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.hostStorage
    location: location
    tags: tags
    redundancy: 'Standard_LRS'
    softDeleteDays: softDeleteDays
    containers: [deploymentContainer]
    isPrivate: isPrivate
    workspaceId: monitoring.outputs.workspaceId
  }
}

module articleStorage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.articleStorage
    location: location
    tags: tags
    redundancy: articleRedundancy
    softDeleteDays: softDeleteDays
    containers: [articleContainer, deadLetterContainer]
    queues: [parseQueue]
    hasLifecycle: true
    uploadOrigins: ['https://${names.app}.azurewebsites.net']
    isPrivate: isPrivate
    workspaceId: monitoring.outputs.workspaceId
  }
}

module events 'modules/events-topic.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    names: names
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [articleStorage]
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    names: names
    appPrincipalId: identity.outputs.principalId
    eventsPrincipalId: events.outputs.principalId
    uploaderPrincipalId: uploaderPrincipalId
    uploaderPrincipalType: uploaderPrincipalType
    parseQueue: parseQueue
    articleContainer: articleContainer
    deadLetterContainer: deadLetterContainer
  }
  dependsOn: [hostStorage, articleStorage]
}

module privateNetwork 'modules/network.bicep' = if (isPrivate) {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.network
    networking: networking
    storageNames: [names.hostStorage, names.articleStorage]
  }
  dependsOn: [hostStorage, articleStorage]
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    names: names
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    deploymentContainer: deploymentContainer
    workspaceId: monitoring.outputs.workspaceId
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReadyForFiles: alwaysReadyForFiles
    alwaysReadyForRequests: alwaysReadyForRequests
    apiAccess: reachableApi
    subnetId: isPrivate ? privateNetwork!.outputs.appSubnetId : null
    settings: appSettings
  }
  // The host does not start, and hardly says why, without its roles.
  dependsOn: [roles]
}

module privateApi 'modules/private-api.bicep' = if (isPrivate && apiAccess == 'private') {
  scope: group
  params: {
    location: location
    tags: tags
    appName: names.app
    subnetId: privateNetwork!.outputs.endpointSubnetId
    networkId: privateNetwork!.outputs.networkId
    zoneId: networking.?apiZoneId ?? ''
  }
  dependsOn: [app]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    operatorsName: names.operators
    workspaceId: monitoring.outputs.workspaceId
    topicId: events.outputs.id
    emails: alertEmails
    silentHours: silentHours
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: {
    amount: monthlyBudget
    start: budgetStart
    emails: alertEmails
  }
}

@description('The resource group; azd and events.bicep use it.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The function app; events.bicep uses it.')
output FUNCTION_APP_NAME string = names.app

@description('The address of the API.')
output API_URL string = '${app.outputs.url}/api'

@description('Where files are uploaded to: the container `articles` of this account.')
output ARTICLE_STORAGE_URL string = articleStorage.outputs.blobEndpoint

@description('The account of the articles; events.bicep uses it.')
output ARTICLE_STORAGE_NAME string = names.articleStorage

@description('What tells of files; events.bicep adds its subscriptions.')
output EVENT_TOPIC_NAME string = names.topic

@description('Where events of new files go; events.bicep uses it.')
output NEW_FILES_TO string = apiAccess == 'public' ? 'trigger' : 'queue'
