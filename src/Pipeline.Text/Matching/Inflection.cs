namespace Pipeline.Text.Matching;

/// <summary>Which other forms of a word stand for it. A possessive ending never matters.</summary>
public enum Inflection
{
    /// <summary>The word as it is.</summary>
    None,

    /// <summary>The plural too.</summary>
    Noun,

    /// <summary>The plural, the third person, the past and the -ing form too.</summary>
    Verb,
}
