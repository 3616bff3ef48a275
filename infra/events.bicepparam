using './events.bicep'

// Outputs of main.bicep, as azd hands them to its hooks.
param appName = readEnvironmentVariable('FUNCTION_APP_NAME')
param topicName = readEnvironmentVariable('EVENT_TOPIC_NAME')
param storageName = readEnvironmentVariable('ARTICLE_STORAGE_NAME')
param newFilesTo = readEnvironmentVariable('NEW_FILES_TO')
