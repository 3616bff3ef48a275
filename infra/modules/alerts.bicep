param location string
param tags object
param operatorsName string
param workspaceId string
param topicId string

@description('Who is told; nobody where it is empty.')
param emails string[]

@description('An alert comes when no article was tagged in so many hours; 0 for never.')
param silentHours int

// What each one means and what to do is in docs/operations.md.
var rules = union(logRules, silentHours > 0 ? [silence] : [])

var logRules = [
  {
    name: 'poison'
    title: 'Messages failed too often'
    description: 'A file or an article failed five times. pipeline.poison.kept counts what was collected and waits for somebody.'
    severity: 2
    query: 'AppMetrics | where Name == "pipeline.poison.kept" | summarize Value = max(Max) by Queue = tostring(Properties.queue)'
    dimensions: ['Queue']
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'collector'
    title: 'Failed messages are not collected'
    description: 'A poison queue was never empty for a quarter of an hour; it is collected every minute.'
    severity: 2
    query: 'AppMetrics | where Name == "pipeline.queue.depth" | where Properties.queue endswith "-poison" | summarize Value = min(Min) by Queue = tostring(Properties.queue)'
    dimensions: ['Queue']
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'waiting'
    title: 'Articles wait for long'
    description: 'The oldest message of a work queue has waited for more than a quarter of an hour.'
    severity: 2
    query: 'AppMetrics | where Name == "pipeline.queue.age" | where Properties.queue !endswith "-poison" | summarize Value = max(Max) by Queue = tostring(Properties.queue)'
    dimensions: ['Queue']
    operator: 'GreaterThan'
    threshold: 900
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'failures'
    title: 'Files or articles fail'
    description: 'Parsing or tagging failed more than ten times in a quarter of an hour; each is tried five times.'
    severity: 2
    query: 'AppMetrics | where Name == "pipeline.stage.duration" | where Properties.outcome == "failed" | summarize Value = sum(ItemCount) by Stage = tostring(Properties.stage)'
    dimensions: ['Stage']
    operator: 'GreaterThan'
    threshold: 10
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'errors'
    title: 'The API answers with errors'
    description: 'More than ten requests were answered with a status of 500 or above in a quarter of an hour.'
    severity: 2
    query: 'AppRequests | where toint(ResultCode) >= 500 | summarize Value = count()'
    dimensions: []
    operator: 'GreaterThan'
    threshold: 10
    window: 'PT15M'
    frequency: 'PT5M'
  }
  {
    name: 'timers'
    title: 'A timer fails'
    description: 'A timer function failed more than twice in half an hour: what it keeps up to date, or repairs, stands still.'
    severity: 2
    query: 'AppRequests | where Success == false | where OperationName in ("CollectPoisonFunction", "MeasureQueuesFunction", "RebuildIndexFunction", "RecountStatsFunction", "ReconcileFunction", "ReprocessFunction") | summarize Value = count() by Timer = OperationName'
    dimensions: ['Timer']
    operator: 'GreaterThan'
    threshold: 2
    window: 'PT30M'
    frequency: 'PT15M'
  }
  {
    name: 'stopped'
    title: 'The app does not run'
    description: 'The queues are measured every minute; for half an hour nothing was measured.'
    severity: 1
    query: 'AppMetrics | where Name == "pipeline.queue.depth" | summarize Value = count()'
    dimensions: []
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
    frequency: 'PT15M'
  }
]

var silence = {
  name: 'silence'
  title: 'No articles come'
  description: 'No article was tagged for as long as `silentHours` says.'
  severity: 3
  query: 'AppMetrics | where Name == "pipeline.articles" | where Properties.state == "tagged" | summarize Value = sum(Sum)'
  dimensions: []
  operator: 'LessThan'
  threshold: 1
  window: silentHours < 24 ? 'PT${silentHours}H' : 'P${silentHours / 24}D'
  frequency: 'PT1H'
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(emails)) {
  name: operatorsName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'news-issues'
    emailReceivers: [
      for email in emails: {
        name: email
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: 'alert-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: rule.title
      description: rule.description
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: rule.frequency
      windowSize: rule.window
      // A new workspace has none of these tables yet, and would refuse the query.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'Value'
            dimensions: map(rule.dimensions, dimension => {
              name: dimension
              operator: 'Include'
              values: ['*']
            })
            operator: rule.operator
            threshold: rule.threshold
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: empty(emails) ? [] : [operators.id] }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Event Grid could not deliver events of files for a day; they are in the container dead-letters.'
    severity: 2
    enabled: true
    scopes: [topicId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-lettered'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: empty(emails) ? [] : [{ actionGroupId: operators.id }]
  }
}
