using System.Text.Json;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Reads authors: a name or a byline in one string, lists of them, and objects with a name or its parts.</summary>
internal static class JsonAuthors
{
    private const int MaxListed = 100;

    private static readonly string[] NameMembers = ["name", "fullName", "full_name", "displayName", "display_name", "by"];
    private static readonly string[] FirstNames = ["first_name", "firstname", "firstName", "givenName"];
    private static readonly string[] LastNames = ["last_name", "lastname", "lastName", "familyName"];

    /// <summary>Returns the authors that a field's value names.</summary>
    /// <param name="value">The value.</param>
    /// <param name="graph">The objects that it may refer to.</param>
    public static AuthorList Read(JsonElement value, JsonGraph graph)
    {
        var names = new AuthorList();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in value.EnumerateArray().Take(MaxListed))
            {
                Add(graph.Resolve(entry), names);
            }
        }
        else
        {
            Add(graph.Resolve(value), names);
        }

        return names;
    }

    private static void Add(JsonElement value, AuthorList names)
    {
        // A number is the key of an author's record elsewhere, and a date what an extractor took for a name.
        if (Name(value) is { } name && MachineDate.Parse(name) is null)
        {
            names.Add(WithoutLink(name));
        }
    }

    private static string? Name(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return JsonText.Within(value);
        }

        return Member(value, NameMembers)
            ?? (Member(value, LastNames) is { } last ? $"{Member(value, FirstNames)} {last}".Trim() : null)
            ?? JsonText.Within(value);
    }

    /// <summary>Takes the brackets off a link as notes in Markdown write it: <c>[[Jane Doe]]</c>, <c>[[people/jane|Jane Doe]]</c>.</summary>
    private static string WithoutLink(string name)
    {
        var text = name.AsSpan().Trim();
        return text.StartsWith("[[") && text.EndsWith("]]") ? text[(Math.Max(1, text.LastIndexOfAny('|', '/')) + 1)..^2].Trim().ToString() : name;
    }

    private static string? Member(JsonElement value, string[] names)
    {
        foreach (var name in names)
        {
            if (value.TryGetMember(name, out var member) && JsonText.Of(member) is { } text)
            {
                return text;
            }
        }

        return null;
    }
}
