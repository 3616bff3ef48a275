metadata description = 'What tells the app of files. Deployed after the code: the key of the webhook, and the function behind it, exist only then.'

@description('The function app.')
param appName string

@description('The topic of the account\'s events.')
param topicName string

@description('The account of the articles.')
param storageName string

@description('Where events of new files go: the blob trigger\'s webhook, or the queue `parse-article`, where the webhook cannot be reached since the API is private.')
@allowed([
  'trigger'
  'queue'
])
param newFilesTo string = 'trigger'

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName

  #disable-next-line BCP081 // Bicep has no description of this type.
  resource host 'host' existing = {
    name: 'default'
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: storageName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

var articles = '/blobServices/default/containers/articles/blobs/'

// A day, as many tries as Event Grid makes; then a dead letter.
var retryPolicy = {
  maxDeliveryAttempts: 30
  eventTimeToLiveInMinutes: 1440
}

var deadLetters = {
  identity: { type: 'SystemAssigned' }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: {
      resourceId: storage.id
      blobContainerName: 'dead-letters'
    }
  }
}

var queueDelivery = {
  identity: { type: 'SystemAssigned' }
  destination: {
    endpointType: 'StorageQueue'
    properties: {
      resourceId: storage.id
      queueName: 'parse-article'
      queueMessageTimeToLiveInSeconds: -1
    }
  }
}

// Only calls that end a file: a file in blocks is told of once, when its list of blocks is put, and not when an empty one is made first.
var createdFilter = {
  includedEventTypes: ['Microsoft.Storage.BlobCreated']
  subjectBeginsWith: articles
  advancedFilters: [
    {
      operatorType: 'StringIn'
      key: 'data.api'
      values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose']
    }
  ]
}

resource createdToTrigger 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = if (newFilesTo == 'trigger') {
  parent: topic
  name: 'new-files'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.ParseArticleOnBlobEventFunction&code=${app::host.listKeys().systemKeys.blobs_extension}'
        minimumTlsVersionAllowed: '1.2'
        maxEventsPerBatch: 1
      }
    }
    filter: createdFilter
    retryPolicy: retryPolicy
    deadLetterWithResourceIdentity: deadLetters
  }
}

resource createdToQueue 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = if (newFilesTo == 'queue') {
  parent: topic
  name: 'new-files-to-queue'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    deliveryWithResourceIdentity: queueDelivery
    filter: createdFilter
    retryPolicy: retryPolicy
    deadLetterWithResourceIdentity: deadLetters
  }
}

resource deletedToQueue 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'deleted-files'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    deliveryWithResourceIdentity: queueDelivery
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobDeleted']
      subjectBeginsWith: articles
    }
    retryPolicy: retryPolicy
    deadLetterWithResourceIdentity: deadLetters
  }
}
