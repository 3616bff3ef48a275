@export()
@description('No network of its own: storage and app are reached by their public addresses, with identities alone.')
type noNetwork = {
  kind: 'none'
}

@export()
@description('A network that is made with the app.')
type createdNetwork = {
  kind: 'created'

  @description('A range of at least 256 addresses, as 10.40.0.0/24.')
  addressPrefix: string
}

@export()
@description('A network that is there: the customer\'s own.')
type existingNetwork = {
  kind: 'existing'

  @description('The network.')
  networkId: string

  @description('A subnet of at least 64 addresses for the app, delegated to Microsoft.App/environments and used by nothing else.')
  appSubnetId: string

  @description('A subnet for private endpoints.')
  endpointSubnetId: string

  @description('The private DNS zones of blobs, queues and tables, in that order. Without them, they are made here and linked to the network.')
  storageZoneIds: string[]?

  @description('The private DNS zone privatelink.azurewebsites.net. Without it, one is made here and linked to the network.')
  apiZoneId: string?
}

@export()
@description('The names of the resources; storage accounts and the app are known by theirs everywhere.')
type resourceNames = {
  workspace: string
  insights: string
  identity: string
  hostStorage: string
  articleStorage: string
  plan: string
  app: string
  topic: string
  network: string
  operators: string
}

@export()
@description('What the app is connected to.')
@discriminator('kind')
type network = noNetwork | createdNetwork | existingNetwork
