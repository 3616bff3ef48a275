@description('What a month may cost, in the currency of the subscription.')
param amount int

@description('The first day of the month in which the budget was made, as 2026-12-01.')
@minLength(10)
@maxLength(10)
param start string

@description('Who is told.')
@minLength(1)
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'monthly'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      mostIsSpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
      }
      allWillBeSpent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
    }
  }
}
