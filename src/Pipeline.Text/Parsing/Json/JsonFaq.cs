using System.Text.Json;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Reads questions with their answers: a list of objects with both, or schema.org's <c>FAQPage</c>.</summary>
internal static class JsonFaq
{
    private const int MaxPairs = 200;

    private static readonly string[] Lists = ["mainEntity", "questions", "items", "faqs"];
    private static readonly string[] Questions = ["question", "q", "name", "title"];
    private static readonly string[] Answers = ["answer", "a", "acceptedAnswer", "text", "content"];

    /// <summary>Returns the pairs in order; what is no pair is left out.</summary>
    /// <param name="value">The value of the field.</param>
    public static IReadOnlyList<QuestionAnswer> Read(JsonElement value)
    {
        var list = value.ValueKind == JsonValueKind.Object ? Member(value, Lists) ?? value : value;
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Take(MaxPairs).Select(Pair).OfType<QuestionAnswer>()] : [];
    }

    private static QuestionAnswer? Pair(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || Member(entry, Questions) is not { } question || Member(entry, Answers) is not { } answer
            || OneLine.OfMarkup(JsonText.Within(question)) is not { } line || JsonText.Within(answer) is not { } text)
        {
            return null;
        }

        var passages = FieldBody.Read(text, title: null);
        return passages.Count > 0 ? new QuestionAnswer(line, string.Join("\n\n", passages.Select(passage => passage.Text))) : null;
    }

    private static JsonElement? Member(JsonElement value, string[] names)
    {
        foreach (var name in names)
        {
            if (value.TryGetMember(name, out var member))
            {
                return member;
            }
        }

        return null;
    }
}
