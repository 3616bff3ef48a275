namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>The runs of three words of a text: tells how much of another text stands in it.</summary>
internal sealed class ShingleSet
{
    private readonly HashSet<ulong> _shingles = [];

    /// <summary>Reads a text; case and marks do not matter.</summary>
    public ShingleSet(string text)
    {
        foreach (var shingle in new ShingleReader(text))
        {
            _shingles.Add(shingle);
        }
    }

    /// <summary>Gets a value indicating whether the text had no words.</summary>
    public bool IsEmpty => _shingles.Count == 0;

    /// <summary>Returns which part of a text's runs stands here, from 0 to 1.</summary>
    public float Share(string text)
    {
        int found = 0, all = 0;
        foreach (var shingle in new ShingleReader(text))
        {
            all++;
            found += _shingles.Contains(shingle) ? 1 : 0;
        }

        return all == 0 ? 0 : (float)found / all;
    }
}
