namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>Words in clusters of like use, by what stands beside them in news.</summary>
internal sealed class WordClusters
{
    private readonly Dictionary<uint, byte> _clusters;

    private WordClusters(Dictionary<uint, byte> clusters) => _clusters = clusters;

    /// <summary>Returns a word's cluster; 0 where it has none.</summary>
    /// <param name="lowerHash">The hash of the word in small letters.</param>
    public uint Find(uint lowerHash) => _clusters.TryGetValue(lowerHash, out var cluster) ? cluster : 0u;

    /// <summary>Loads the clusters that ship with the product: one a line.</summary>
    public static WordClusters LoadBuiltIn()
    {
        var clusters = new Dictionary<uint, byte>();
        byte cluster = 0;
        foreach (var row in EmbeddedTable.Read("word-clusters.txt"))
        {
            cluster++;
            foreach (var word in row[0].AsSpan().Split(' '))
            {
                clusters[WordShapes.LowerHash(row[0].AsSpan()[word])] = cluster;
            }
        }

        return new WordClusters(clusters);
    }
}
