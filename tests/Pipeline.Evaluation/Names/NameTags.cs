using System.Collections.Frozen;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Reads the tags of labelled data: <c>B-PER</c>, <c>I-PER</c>, <c>O</c> and their like.</summary>
internal static class NameTags
{
    private static readonly FrozenDictionary<string, NameType> TypesByTag = new Dictionary<string, NameType>(StringComparer.OrdinalIgnoreCase)
    {
        ["PER"] = NameType.Person,
        ["person"] = NameType.Person,
        ["ORG"] = NameType.Organization,
        ["Organisation"] = NameType.Organization,
        ["corporation"] = NameType.Organization,
        ["group"] = NameType.Organization,
        ["LOC"] = NameType.Location,
        ["Location"] = NameType.Location,
        ["geo"] = NameType.Location,
        ["gpe"] = NameType.Location,
        ["MISC"] = NameType.Miscellaneous,
        ["creative-work"] = NameType.Miscellaneous,
        ["product"] = NameType.Miscellaneous,
        ["Nationality"] = NameType.Miscellaneous,
        ["art"] = NameType.Miscellaneous,
        ["eve"] = NameType.Miscellaneous,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the type that a tag names; null where it is none of ours.</summary>
    /// <param name="tag">The tag, without its prefix.</param>
    public static NameType? TypeOf(string tag) => TypesByTag.TryGetValue(tag, out var type) ? type : null;

    /// <summary>Returns the tag of a type, as CoNLL-2003 has it.</summary>
    /// <param name="type">The type.</param>
    public static string Of(NameType type) => type switch
    {
        NameType.Person => "PER",
        NameType.Organization => "ORG",
        NameType.Location => "LOC",
        _ => "MISC",
    };

    /// <summary>Reads the names that tags give, as conlleval does: an inside tag after another type, or none, begins a name.</summary>
    /// <param name="tags">The tags, one a token.</param>
    public static IReadOnlyList<(int Start, int End, string Tag)> Read(IReadOnlyList<string> tags)
    {
        var names = new List<(int, int, string)>();
        var start = -1;
        var open = string.Empty;
        for (var i = 0; i <= tags.Count; i++)
        {
            var tag = i < tags.Count ? tags[i] : "O";
            var type = tag.Length > 2 ? tag[2..] : string.Empty;
            if (start >= 0 && (tag[0] is 'O' or 'B' or 'S' || type != open))
            {
                names.Add((start, i, open));
                start = -1;
            }

            if (tag[0] is 'B' or 'S' || (start < 0 && tag[0] is 'I' or 'E'))
            {
                (start, open) = (i, type);
            }
        }

        return names;
    }
}
