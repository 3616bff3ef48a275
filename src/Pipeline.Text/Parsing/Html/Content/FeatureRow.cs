namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>Writes the features of one block, one after the other.</summary>
/// <param name="values">Where they go.</param>
internal ref struct FeatureRow(Span<float> values)
{
    private readonly Span<float> _values = values;

    /// <summary>Gets how many were written.</summary>
    public int Count { get; private set; }

    /// <summary>Writes one.</summary>
    public void Add(float value) => _values[Count++] = value;

    /// <summary>Writes one that is either so or not.</summary>
    public void Add(bool value) => Add(value ? 1f : 0f);

    /// <summary>Writes a part of a whole; 0 of nothing.</summary>
    public void AddShare(float part, float whole) => Add(whole <= 0 ? 0 : part / whole);
}
