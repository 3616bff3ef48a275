using System.ComponentModel.DataAnnotations;

namespace Pipeline.Storage.Index;

/// <summary>The settings of the index.</summary>
public sealed class IndexOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Index";

    /// <summary>The most shards of a listing's month.</summary>
    public const int MaxShards = 64;

    /// <summary>Gets the shards of listings; without a rule a listing has one.</summary>
    public IList<ShardRule> Shards { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from rule in Shards
        where rule.Count is < 1 or > MaxShards || rule.From.Day != 1
        select new ValidationResult($"A rule of {SectionName}:Shards needs a Count from 1 to {MaxShards} and a From that is the first of a month.");
}

/// <summary>A number of shards from a month on.</summary>
public sealed class ShardRule
{
    /// <summary>Gets or sets the kind of listing.</summary>
    public IndexKind Kind { get; set; }

    /// <summary>Gets or sets the listing of that kind; null for all of them.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the day from which on rows are spread, the first of a month that has not begun when the rule is added.</summary>
    public DateOnly From { get; set; }

    /// <summary>Gets or sets the number of shards, from 1 to <see cref="IndexOptions.MaxShards"/>.</summary>
    public int Count { get; set; } = 1;
}
