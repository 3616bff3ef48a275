namespace Pipeline.Text.Tagging.Actors.Recognition;

/// <summary>What the recogniser tells names apart by: the four types of the CoNLL-2003 shared task.</summary>
internal enum NameType : byte
{
    Person,
    Organization,
    Location,

    /// <summary>Any other name: nationalities, events, works, products, laws.</summary>
    Miscellaneous,
}
