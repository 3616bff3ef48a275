param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'news-issue-pipeline')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'News issue pipeline'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: string(loadJsonContent('workbook.json'))
  }
}
