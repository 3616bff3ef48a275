namespace Pipeline.Text.Summarization;

/// <summary>
/// What is known of a sentence before it is chosen for a summary. All are 0 or more and mostly at most 1; what each is
/// worth is learned from articles with summaries, in <c>Model/README.md</c>.
/// </summary>
public enum SentenceFeature
{
    /// <summary>How early it stands: 1 for the first sentence, falling by a factor of e every six sentences.</summary>
    Early,

    /// <summary>The same, falling by a factor of e with every sentence: what the very first ones have besides.</summary>
    Opening,

    /// <summary>1 where it opens a paragraph.</summary>
    ParagraphStart,

    /// <summary>How central it is among the sentences that share its words, against the most central one.</summary>
    Centrality,

    /// <summary>How often the article uses its words, against the word used most: a mean of logarithms.</summary>
    Frequency,

    /// <summary>How much it has in common with the article's first sentence: the cosine; 0 for the first itself.</summary>
    LeadOverlap,

    /// <summary>How much it has in common with the title: the cosine. 0 where the title was derived from the text.</summary>
    TitleOverlap,

    /// <summary>How much evidence of the article's issues it holds, saturating to 1.</summary>
    Issues,

    /// <summary>How salient the actors are that it names, saturating to 1.</summary>
    Actors,

    /// <summary>Its length against that of a usual sentence of news (22 words), at most 4.</summary>
    Length,

    /// <summary>What it lacks of 12 words, from 0 to 1.</summary>
    Shortness,

    /// <summary>1 where it opens with a quotation.</summary>
    Quotation,

    /// <summary>How much somebody speaks of himself or to the reader ("I", "we", "you"), saturating to 1.</summary>
    FirstPerson,

    /// <summary>1 where it has a number.</summary>
    Number,

    /// <summary>Words that tell of an event or a finding ("announced", "killed", "approved"), saturating to 1.</summary>
    EventCue,

    /// <summary>Words that tell of an aside ("also", "for example", "previously"), saturating to 1.</summary>
    AsideCue,

    /// <summary>1 for an item of a list.</summary>
    ListItem,

    /// <summary>1 where it does not stand alone ("He also said…", "As I wrote…"), .5 where it names something as known ("The suspect…"); 0 where its pronoun is resolved.</summary>
    Leaning,
}
