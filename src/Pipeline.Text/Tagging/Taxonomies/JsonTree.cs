using System.Text.Json;

namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>A JSON value that knows its line, so that what is wrong with it can be found.</summary>
internal sealed class JsonTree
{
    // System.Text.Json ends its messages with the place, counted from zero.
    private const string PlaceOf = " LineNumber:";

    /// <summary>How the files are read: comments and trailing commas are allowed.</summary>
    public static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private JsonTree(int line, JsonTokenType type)
    {
        Line = line;
        Type = type;
    }

    /// <summary>Gets the line where the value starts, from 1.</summary>
    public int Line { get; }

    /// <summary>Gets what the value is, by the token that starts it.</summary>
    public JsonTokenType Type { get; }

    /// <summary>Gets the string, or null for other values.</summary>
    public string? String { get; private init; }

    /// <summary>Gets the number, or null for other values.</summary>
    public double? Number { get; private init; }

    /// <summary>Gets the properties of an object, in order; empty for other values.</summary>
    public IReadOnlyList<(string Name, JsonTree Value)> Properties { get; private init; } = [];

    /// <summary>Gets the items of an array; empty for other values.</summary>
    public IReadOnlyList<JsonTree> Items { get; private init; } = [];

    /// <summary>Parses JSON; comments and trailing commas are allowed.</summary>
    /// <param name="json">The text, as UTF-8, without byte order mark.</param>
    /// <exception cref="TaxonomyException">It is not JSON.</exception>
    public static JsonTree Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        var lines = new LineCounter(json);
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, ref lines);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            throw new TaxonomyException([new TaxonomyProblem((int)(exception.LineNumber ?? 0) + 1, $"not JSON: {exception.Message.Split(PlaceOf)[0]}")]);
        }
    }

    private static JsonTree ReadValue(ref Utf8JsonReader reader, ref LineCounter lines)
    {
        var line = lines.At(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var properties = new List<(string Name, JsonTree Value)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = Text(ref reader, line);
                    reader.Read();
                    properties.Add((name, ReadValue(ref reader, ref lines)));
                }

                return new JsonTree(line, JsonTokenType.StartObject) { Properties = properties };

            case JsonTokenType.StartArray:
                var items = new List<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadValue(ref reader, ref lines));
                }

                return new JsonTree(line, JsonTokenType.StartArray) { Items = items };

            case JsonTokenType.String:
                return new JsonTree(line, JsonTokenType.String) { String = Text(ref reader, line) };

            case JsonTokenType.Number:
                return new JsonTree(line, JsonTokenType.Number) { Number = reader.GetDouble() };

            default:
                return new JsonTree(line, reader.TokenType);
        }
    }

    private static string Text(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // Bytes that are not UTF-8, or half a surrogate pair.
            throw new TaxonomyException([new TaxonomyProblem(line, $"a string is not valid Unicode: {exception.Message}")]);
        }
    }

    /// <summary>Counts line ends up to ever later positions.</summary>
    private ref struct LineCounter(ReadOnlySpan<byte> json)
    {
        private readonly ReadOnlySpan<byte> _json = json;
        private int _position;
        private int _line = 1;

        public int At(long position)
        {
            _line += _json[_position..(int)position].Count((byte)'\n');
            _position = (int)position;
            return _line;
        }
    }
}
