namespace Pipeline.Text.Tagging;

/// <summary>Finds the issues that an article is about.</summary>
public sealed class IssueTagger(Taxonomy taxonomy)
{
    /// <summary>Gets the taxonomy in force.</summary>
    public Taxonomy Taxonomy => taxonomy;

    /// <summary>Tags an article.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The issues, best first.</returns>
    public IReadOnlyList<IssueTag> Tag(Article article) => taxonomy.Version.Length == 0 ? throw new InvalidOperationException() : [];
}
