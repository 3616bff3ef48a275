using System.ComponentModel.DataAnnotations;

namespace Pipeline.Processing.Reconciliation;

/// <summary>How much reconciling does at a time, and for how long things are kept.</summary>
public sealed class ReconcileOptions
{
    /// <summary>The section of the configuration that holds these options.</summary>
    public const string SectionName = "Reconcile";

    /// <summary>Gets or sets how many blobs and rows one run looks at. The run ends after the page with which it gets there.</summary>
    /// <value>The default is 2,000. From 1 to 1,000,000.</value>
    [Range(1, 1_000_000)]
    public int MaxItems { get; set; } = 2_000;

    /// <summary>Gets or sets how long one run may take. It ends after the page with which it gets there.</summary>
    /// <value>The default is 1 minute; the host ends a function after five. From 1 second to 4 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:04:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets for how long what looks left over is taken for work under way. Must be longer than a function may take.</summary>
    /// <value>The default is 10 minutes: twice the <c>functionTimeout</c> of 5. From 1 second to 1 day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets for how many days an article is kept after what it says was first tagged; then it is deleted, and its file with the last of its articles.</summary>
    /// <value>The default is 0: for ever. From 0 to 36,500.</value>
    [Range(0, 36_500)]
    public int ArticleDays { get; set; }

    /// <summary>Gets or sets for how many days the tombstone of a deleted article is kept. It answers readers with 410, and keeps messages that are late from bringing the article back.</summary>
    /// <value>The default is 30. From 1 to 36,500.</value>
    [Range(1, 36_500)]
    public int TombstoneDays { get; set; } = 30;
}
