namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>More was expanded than the limits allow. It ends a read inside a decompressor, and is caught where that began.</summary>
internal sealed class ExpansionException(Rejection rejection) : IOException(rejection.Detail)
{
    /// <summary>Gets why the file, or the entry, is rejected.</summary>
    public Rejection Rejection { get; } = rejection;
}
