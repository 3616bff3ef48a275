using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Scores names as <c>conlleval</c> does, by their place and type; by their place alone; and as the sets of names of each document.</summary>
internal sealed class NameScores
{
    /// <summary>Gets the score by place and type.</summary>
    public NameScore Typed { get; } = new();

    /// <summary>Gets the score by place alone.</summary>
    public NameScore Untyped { get; } = new();

    /// <summary>Gets the score of the names of each document with their types, in small letters, each once.</summary>
    public NameScore PerDocument { get; } = new();

    /// <summary>Gets the scores by place and type, of each type.</summary>
    public SortedDictionary<string, NameScore> ByType { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the names found in each sentence, in the order in which sentences were counted.</summary>
    public List<IReadOnlySet<(int Start, int End, NameType Type)>> Found { get; } = [];

    /// <summary>Counts what a tagger finds in sentences; those that name no document are documents of their own.</summary>
    /// <param name="tagger">The tagger.</param>
    /// <param name="sentences">The sentences.</param>
    public void AddAll(ActorTagger tagger, IReadOnlyList<LabelledSentence> sentences)
    {
        var row = 0;
        foreach (var document in sentences.GroupBy(sentence => sentence.Document ?? $"row {row++}", StringComparer.Ordinal))
        {
            LabelledSentence[] rows = [.. document];
            Add(rows, NameFinder.Find(tagger, rows));
        }
    }

    /// <summary>Counts a document.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="found">The names found in each of them.</param>
    private void Add(IReadOnlyList<LabelledSentence> sentences, IReadOnlyList<IReadOnlySet<(int Start, int End, NameType Type)>> found)
    {
        Found.AddRange(found);
        var labelledNames = new HashSet<(string, NameType?)>();
        var foundNames = new HashSet<(string, NameType?)>();
        foreach (var (sentence, names) in sentences.Zip(found))
        {
            var labelled = sentence.Names.Select(name => (name.Start, name.End, name.Type)).ToHashSet();
            var all = names.Select(name => (name.Start, name.End, Type: (NameType?)name.Type)).ToHashSet();
            Typed.Add(labelled, all);
            Untyped.Add(labelled.Select(name => (name.Start, name.End)).ToHashSet(), all.Select(name => (name.Start, name.End)).ToHashSet());
            foreach (var type in Enum.GetValues<NameType>())
            {
                if (!ByType.TryGetValue($"{type}", out var score))
                {
                    ByType[$"{type}"] = score = new NameScore();
                }

                score.Add(labelled.Where(name => name.Type == type).ToHashSet(), all.Where(name => name.Type == type).ToHashSet());
            }

            labelledNames.UnionWith(labelled.Select(name => (Surface(sentence, name.Start, name.End), name.Type)));
            foundNames.UnionWith(all.Select(name => (Surface(sentence, name.Start, name.End), name.Type)));
        }

        PerDocument.Add(labelledNames, foundNames);
    }

    private static string Surface(LabelledSentence sentence, int start, int end) =>
        string.Join(' ', sentence.Tokens.Skip(start).Take(end - start)).ToLowerInvariant();
}
