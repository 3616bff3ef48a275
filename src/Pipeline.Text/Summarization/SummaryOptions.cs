using System.ComponentModel.DataAnnotations;

namespace Pipeline.Text.Summarization;

/// <summary>The lengths of summaries.</summary>
public sealed class SummaryOptions
{
    /// <summary>The section of the configuration that holds these options.</summary>
    public const string SectionName = "Summary";

    /// <summary>Gets or sets the length of a summary where the reader asks for none, in sentences.</summary>
    /// <value>The default is 3. From 1 to 20.</value>
    [Range(1, 20)]
    public int MaxSentences { get; set; } = 3;

    /// <summary>Gets or sets how many sentences are kept with an article: the longest summary that can be asked for.</summary>
    /// <value>The default is 10. From 1 to 20.</value>
    [Range(1, 20)]
    public int MaxCandidates { get; set; } = 10;
}
