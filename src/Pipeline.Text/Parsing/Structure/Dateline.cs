namespace Pipeline.Text.Parsing.Structure;

/// <summary>The opening of a report that says where, when and by which agency it was filed.</summary>
/// <param name="Length">How many characters belong to it, its dash and the space after it included.</param>
/// <param name="Source">The agency, or null.</param>
/// <param name="Published">The date, or null where there is none or it has no year.</param>
internal sealed record Dateline(int Length, string? Source, PublicationDate? Published);
