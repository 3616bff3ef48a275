using System.ComponentModel.DataAnnotations;

namespace Pipeline.Text.Parsing;

/// <summary>The limits of parsing.</summary>
public sealed class ParsingOptions
{
    /// <summary>The section of the configuration that holds these options.</summary>
    public const string SectionName = "Parsing";

    /// <summary>Gets or sets the longest file that is read, in bytes. A longer one is rejected as <c>too-large</c>.</summary>
    /// <value>The default is 16 MiB. From 1 byte to 1 GiB.</value>
    [Range(1, 1 << 30)]
    public int MaxFileBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Gets or sets how many bytes a compressed file may expand to, all its entries and theirs together. Past that the rest is rejected as <c>expands-too-far</c>.</summary>
    /// <value>The default is 512 MiB. From 1 byte to 16 GiB.</value>
    [Range(1L, 1L << 34)]
    public long MaxExpandedBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>
    /// Gets or sets by what factor an entry of more than a mebibyte may expand. One that goes beyond is rejected as <c>expands-too-far</c>.
    /// </summary>
    /// <value>The default is 200: text shrinks to a third or a tenth, markup of many like rows to a hundredth; the formats themselves allow 1,000. From 2 to 100,000.</value>
    [Range(2, 100_000)]
    public int MaxExpansionRatio { get; set; } = 200;

    /// <summary>Gets or sets how many articles and entries a file may hold, those of files within it included. One with more is rejected as <c>too-many</c>.</summary>
    /// <value>The default is 20,000. From 1 to 70,000, which is what one file's row can name.</value>
    [Range(1, 70_000)]
    public int MaxItems { get; set; } = 20_000;

    /// <summary>Gets or sets how deep files may stand within files: a page in a ZIP in a mail has depth 2. What is deeper is rejected as <c>too-deep</c>.</summary>
    /// <value>The default is 4. From 0 to 16.</value>
    [Range(0, 16)]
    public int MaxFileDepth { get; set; } = 4;

    /// <summary>Gets or sets how deep elements may stand within elements in HTML, XML and JSON. What is deeper is rejected as <c>too-deep</c>.</summary>
    /// <value>The default is 512, which browsers keep to in HTML. From 16 to 2,000.</value>
    [Range(16, 2_000)]
    public int MaxElementDepth { get; set; } = 512;

    /// <summary>Gets or sets how many pages a document may have. One with more is rejected as <c>too-many</c>.</summary>
    /// <value>The default is 500. From 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxPages { get; set; } = 500;

    /// <summary>Gets or sets how long the reading of one file may take, its entries included. One that takes longer is rejected as <c>too-slow</c>.</summary>
    /// <value>The default is one minute; the host ends a function after five. From 1 second to 4 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:04:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromMinutes(1);
}
