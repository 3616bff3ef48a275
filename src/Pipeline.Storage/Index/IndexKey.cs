using System.Globalization;

namespace Pipeline.Storage.Index;

/// <summary>The key of one index row.</summary>
/// <param name="Generation">The generation of the index whose table holds it; 0 for what no taxonomy decides.</param>
/// <param name="PartitionKey">The listing, its shard and the month, newest first.</param>
/// <param name="RowKey">The position: the date, newest first, and the article.</param>
public readonly record struct IndexKey(int Generation, string PartitionKey, string RowKey)
{
    private const char Joint = '/';

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The key as one text.</param>
    /// <exception cref="FormatException">The text is not a key.</exception>
    public static IndexKey Parse(string text) => text.Split(Joint) switch
    {
        [var partition, var row] => new(0, partition, row),
        [var generation, var partition, var row] => new(int.Parse(generation, NumberStyles.None, CultureInfo.InvariantCulture), partition, row),
        _ => throw new FormatException($"'{text}' is not an index key."),
    };

    /// <summary>Writes the key as one text.</summary>
    public override string ToString() => Generation == 0
        ? $"{PartitionKey}{Joint}{RowKey}"
        : string.Create(CultureInfo.InvariantCulture, $"{Generation}{Joint}{PartitionKey}{Joint}{RowKey}");
}
