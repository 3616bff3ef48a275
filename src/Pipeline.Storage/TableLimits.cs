namespace Pipeline.Storage;

/// <summary>Limits of Azure Table Storage that callers keep to.</summary>
public static class TableLimits
{
    /// <summary>The most rows of one transaction, which are all of one partition.</summary>
    /// <remarks>Source: https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions.</remarks>
    public const int TransactionRows = 100;
}
