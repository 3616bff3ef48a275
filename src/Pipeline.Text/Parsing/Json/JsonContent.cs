using System.Text.Json;

namespace Pipeline.Text.Parsing.Json;

/// <summary>Parses JSON tolerantly (comments, a comma too many) but within the limit of depth.</summary>
internal static class JsonContent
{
    /// <summary>The deepest nesting that is looked into to tell JSON from prose.</summary>
    public const int MaxReaderDepth = 64;

    /// <summary>Returns how a reader is to read.</summary>
    public static JsonReaderOptions ReaderOptions(int maxDepth) =>
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = maxDepth };

    /// <summary>Parses one value.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="maxDepth">The deepest nesting.</param>
    /// <param name="firstLine">The number of the first line in its file, from 1; for people.</param>
    /// <param name="rejection">Why there is no value.</param>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, int maxDepth, int firstLine, out Rejection? rejection)
    {
        try
        {
            rejection = null;
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = maxDepth });
        }
        catch (JsonException exception)
        {
            var line = firstLine + (exception.LineNumber ?? 0);
            rejection = ExceedsDepth(utf8.Span, maxDepth)
                ? new Rejection(RejectionReason.TooDeep, $"Line {line} of the JSON is nested deeper than {maxDepth}.")
                : new Rejection(RejectionReason.Malformed, $"Line {line} is not JSON, at byte {exception.BytePositionInLine ?? 0} of it.");
            return null;
        }
    }

    /// <summary>Tells whether brackets outside strings stand deeper than the limit.</summary>
    private static bool ExceedsDepth(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var (depth, inString) = (0, false);
        for (var i = 0; i < utf8.Length && depth <= maxDepth; i++)
        {
            switch (utf8[i])
            {
                case (byte)'\\' when inString:
                    i++;
                    break;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'{' or (byte)'[' when !inString:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !inString:
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return depth > maxDepth;
    }
}
