using System.Text;
using System.Text.Json;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Knows JSON by its first tokens, so that prose that opens with a bracket stays prose.</summary>
internal static class JsonSignature
{
    private const int LinesLookedAt = 20;

    private static readonly string[] LineExtensions = [".jsonl", ".ndjson", ".jl"];

    /// <summary>Tells whether a file starts as an object with a property does, or as a list of objects.</summary>
    public static bool IsJson(ReadOnlySpan<byte> content)
    {
        return TextPrefix.ReadFew(content) is "" or ['{' or '[', ..]
            && TextPrefix.Read(content) is ['{' or '[', ..] and var start && StartsAsJson(start);
    }

    /// <summary>Tells whether a file holds an object on each of several lines, or, where its name says so, on one.</summary>
    public static bool IsJsonLines(SourceFile file, int maxDepth)
    {
        if (TextPrefix.ReadFew(file.Content.Span) is not ("" or ['{', ..])
            || TextPrefix.Read(file.Content.Span) is not ['{', ..] || Utf8Content.Read(file.Content) is not { Rejection: null } content)
        {
            return false;
        }

        int objects = 0, others = 0;
        foreach (var line in JsonLine.Split(content.Bytes).Take(LinesLookedAt))
        {
            var isObject = line.Bytes.Span is [(byte)'{', ..] && IsWhole(line.Bytes.Span, maxDepth);
            objects += isObject ? 1 : 0;
            others += isObject ? 0 : 1;
        }

        var named = Array.Exists(LineExtensions, extension => file.Name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
        return objects >= (named ? 1 : 2) && objects >= others;
    }

    private static bool StartsAsJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, new JsonReaderState(JsonContent.ReaderOptions(JsonContent.MaxReaderDepth)));
        try
        {
            var lists = 0;
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        return true;
                    case JsonTokenType.StartArray when ++lists < 3:
                    case JsonTokenType.StartObject:
                        break;
                    default:
                        return false;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<byte> line, int maxDepth)
    {
        var reader = new Utf8JsonReader(line, JsonContent.ReaderOptions(maxDepth));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
