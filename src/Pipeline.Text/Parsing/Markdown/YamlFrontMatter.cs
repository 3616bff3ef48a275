using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>Reads YAML as JSON, event by event: no type is ever made of a tag, an alias stands for nothing, depth and number of values are bounded.</summary>
internal static class YamlFrontMatter
{
    private const int MaxDepth = 8;
    private const int MaxEvents = 2_000;

    /// <summary>Returns the mapping, or null where it is none, or broken.</summary>
    public static JsonDocument? Parse(string text)
    {
        using var stream = new MemoryStream();
        try
        {
            using (var writer = new Utf8JsonWriter(stream))
            {
                if (!Write(new Parser(new StringReader(text)), writer))
                {
                    return null;
                }
            }

            return JsonDocument.Parse(stream.ToArray());
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or JsonException)
        {
            // The library throws more than its own exception on bad text; the writer where a key is missing.
            return null;
        }
    }

    /// <summary>Writes the first document, and tells whether it was a mapping within the bounds.</summary>
    private static bool Write(Parser parser, Utf8JsonWriter writer)
    {
        // In a mapping every other event at its level is a key.
        var open = new Stack<(bool IsMapping, bool AwaitsKey)>();
        for (var events = 0; events < MaxEvents && parser.MoveNext(); events++)
        {
            switch (parser.Current)
            {
                case Scalar scalar when open.Count > 0:
                    WriteScalar(scalar, writer, open);
                    break;
                case AnchorAlias when open.Count > 0:
                    WriteAlias(writer, open);
                    break;
                case MappingStart or SequenceStart when open.Count < MaxDepth && !(open.TryPeek(out var parent) && parent.AwaitsKey):
                    if (open.Count == 0 && parser.Current is not MappingStart)
                    {
                        return false;
                    }

                    Toggle(open);
                    Start(parser.Current is MappingStart, writer, open);
                    break;
                case MappingEnd:
                    writer.WriteEndObject();
                    _ = open.Pop();
                    break;
                case SequenceEnd:
                    writer.WriteEndArray();
                    _ = open.Pop();
                    break;
                case StreamStart or DocumentStart or Comment:
                    break;
                case DocumentEnd:
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    private static void Start(bool isMapping, Utf8JsonWriter writer, Stack<(bool, bool)> open)
    {
        open.Push((isMapping, isMapping));
        if (isMapping)
        {
            writer.WriteStartObject();
        }
        else
        {
            writer.WriteStartArray();
        }
    }

    private static void WriteScalar(Scalar scalar, Utf8JsonWriter writer, Stack<(bool IsMapping, bool AwaitsKey)> open)
    {
        if (open.Peek().AwaitsKey)
        {
            writer.WritePropertyName(scalar.Value);
        }
        else if (scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "true" or "false")
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStringValue(scalar.Value);
        }

        Toggle(open);
    }

    private static void WriteAlias(Utf8JsonWriter writer, Stack<(bool IsMapping, bool AwaitsKey)> open)
    {
        if (open.Peek().AwaitsKey)
        {
            writer.WritePropertyName("*");
        }
        else
        {
            writer.WriteNullValue();
        }

        Toggle(open);
    }

    private static void Toggle(Stack<(bool IsMapping, bool AwaitsKey)> open)
    {
        if (open.TryPop(out var top))
        {
            open.Push((top.IsMapping, top.IsMapping && !top.AwaitsKey));
        }
    }
}
