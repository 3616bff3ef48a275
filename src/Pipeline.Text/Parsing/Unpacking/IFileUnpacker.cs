namespace Pipeline.Text.Parsing.Unpacking;

/// <summary>Finds the files within files of one format. Pure, and never throws on bad content: it returns a rejected entry.</summary>
internal interface IFileUnpacker
{
    /// <summary>Gets the format's name, lower case: <c>zip</c>.</summary>
    string Format { get; }

    /// <summary>
    /// Gets a value indicating whether the file is an article besides what it holds, as a mail with attachments is. Then the
    /// readers read it first, and their items keep the file's own id; where it has no words of its own, only what it holds
    /// counts. Of that, what turns out to be no article is left out, and what is broken is rejected. An archive is nothing
    /// but what it holds.
    /// </summary>
    bool HoldsText => false;

    /// <summary>Tells whether the file is of this format, by its content.</summary>
    /// <param name="file">The file; never empty.</param>
    bool CanUnpack(SourceFile file);

    /// <summary>
    /// Returns the files within a file, one after the other: the content of one need not outlive the step to the next,
    /// so that only one is in memory.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="budget">What may still be expanded; shared by all files within the one that was dropped.</param>
    /// <param name="cancellationToken">Ends the unpacking early.</param>
    /// <returns>At least one entry, unless <see cref="HoldsText"/> or the budget is overrun.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken);
}
