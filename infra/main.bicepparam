using './main.bicep'

// azd gives the variables; `azd env set NAME VALUE` sets those that begin with PIPELINE_.
var profiles = {
  // For trying things out: nothing waits, nothing is kept for long.
  development: {
    alwaysReady: 0
    maximumInstances: 10
    articleRedundancy: 'Standard_LRS'
    softDeleteDays: 7
    logRetentionDays: 30
    silentHours: 0
    networking: { kind: 'none' }
  }

  // Kept in three buildings, behind a network, with an instance that always waits.
  production: {
    alwaysReady: 1
    maximumInstances: 100
    articleRedundancy: 'Standard_ZRS'
    softDeleteDays: 30
    logRetentionDays: 90
    silentHours: 24
    networking: {
      kind: 'created'
      addressPrefix: '10.40.0.0/24'
    }
  }
}
var ownNetwork = json(readEnvironmentVariable('PIPELINE_NETWORK', '{}'))
var profile = profiles[readEnvironmentVariable('PIPELINE_PROFILE', 'development')]

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param alwaysReadyForFiles = profile.alwaysReady
param alwaysReadyForRequests = profile.alwaysReady
param maximumInstances = profile.maximumInstances
param articleRedundancy = profile.articleRedundancy
param softDeleteDays = profile.softDeleteDays
param logRetentionDays = profile.logRetentionDays
param silentHours = profile.silentHours
param networking = any(empty(ownNetwork) ? profile.networking : ownNetwork)
param apiAccess = readEnvironmentVariable('PIPELINE_API_ACCESS', 'public')
param alertEmails = filter(split(readEnvironmentVariable('PIPELINE_ALERT_EMAILS', ''), ','), email => !empty(email))
param monthlyBudget = int(readEnvironmentVariable('PIPELINE_MONTHLY_BUDGET', '0'))
param budgetStart = readEnvironmentVariable('PIPELINE_BUDGET_START', '')
param uploaderPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param uploaderPrincipalType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param appSettings = json(readEnvironmentVariable('PIPELINE_APP_SETTINGS', '{}'))
