namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Finds concepts that are, by way of others, broader than themselves.</summary>
internal static class ConceptCycles
{
    /// <summary>Takes away the concepts whose broader ones are all taken away, until there are none; what stays goes round in circles.</summary>
    /// <param name="concepts">The concepts by id. Ids of others that are not there, and of itself, do not count.</param>
    /// <returns>Each cycle, from a concept to itself; of all its concepts, the one first in ordinal order begins the search.</returns>
    public static IEnumerable<IReadOnlyList<string>> Find(IReadOnlyDictionary<string, Concept> concepts)
    {
        var left = concepts.Keys.ToHashSet(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            if (left.RemoveWhere(id => !BroaderLeft(id).Any()) > 0)
            {
                continue;
            }

            var path = new List<string>();
            var id = left.Min(StringComparer.Ordinal)!;
            while (!path.Contains(id))
            {
                path.Add(id);
                id = BroaderLeft(id).First();
            }

            var cycle = path.Skip(path.IndexOf(id)).ToList();
            left.ExceptWith(cycle);
            yield return [.. cycle, id];
        }

        IEnumerable<string> BroaderLeft(string id) => concepts[id].Broader.Where(broader => broader != id && left.Contains(broader));
    }
}
