namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>What the recogniser knows of one word by itself.</summary>
/// <param name="Lower">The hash of the word in small letters.</param>
/// <param name="Shape">The hash of its pattern of capitals and small letters.</param>
/// <param name="Capital">How it is written.</param>
/// <param name="Gap">What stands before it: see <see cref="Word"/>.</param>
/// <param name="Cluster">Its word cluster; 0 where it has none.</param>
/// <param name="Roles">What it does in names and beside them.</param>
/// <param name="Known">The type and place of the gazetteer's name that it belongs to; 0 where it belongs to none.</param>
/// <param name="Listed">The lists and the place of the listed name that it belongs to; 0 where it belongs to none.</param>
/// <param name="Statistics">How the article writes it: a class of <see cref="CapitalStatistics"/>.</param>
internal readonly record struct WordAttributes(
    uint Lower,
    uint Shape,
    CapitalClass Capital,
    char Gap,
    uint Cluster,
    WordRoles Roles,
    uint Known,
    uint Listed,
    uint Statistics)
{
    /// <summary>Gets what stands beyond the ends of a sentence.</summary>
    public static WordAttributes Beyond { get; } = new(1, 1, CapitalClass.None, '|', 0, WordRoles.None, 0, 0, 0);
}
