using System.Globalization;
using Pipeline.Storage.Keys;

namespace Pipeline.Testing.Schedules;

/// <summary>The files of a history: one of one article, and one of up to three that come, go, change and stay as they were.</summary>
/// <param name="random">Chooses.</param>
internal sealed class ScheduleFiles(Random random)
{
    private const string Single = "a.txt";
    private const string Several = "b.jsonl";
    private const int Items = 3;

    private readonly string?[] _lines = new string?[Items];
    private int _version;

    /// <summary>Gets the names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } = [Single, Several];

    /// <summary>Returns the next version of a file.</summary>
    public string Next(string name)
    {
        _version++;
        if (name == Single)
        {
            return $"Version {_version} of trade\n\n2024-05-02\n\nMinisters spoke about tariffs for the {_version}th time.";
        }

        var held = Enumerable.Range(0, Items).Where(_ => random.Next(3) > 0).DefaultIfEmpty(0).ToList();
        foreach (var item in held.Where(item => _lines[item] is null || random.Next(2) == 0))
        {
            _lines[item] = $$"""{"id":"{{item}}","title":"Version {{_version}} of item {{item}}","published":"2024-05-02","text":"Ministers spoke about tariffs for the {{_version}}th time."}""";
        }

        return string.Join('\n', held.Select(item => _lines[item]));
    }

    /// <summary>Returns the ids of the articles that a version of a file holds; none where there is no file.</summary>
    public static IEnumerable<string> IdsOf(string name, string? text) => text is null ? []
        : name == Single ? [ArticleIds.ForFile(name)]
        : Enumerable.Range(0, Items).Where(item => text.Contains($"\"id\":\"{item}\"", StringComparison.Ordinal)).Select(ItemId);

    /// <summary>Returns the id of any article of the file of several.</summary>
    public string AnyItem() => ItemId(random.Next(Items));

    private static string ItemId(int item) => ArticleIds.ForItem(ArticleIds.ForFile(Several), item.ToString(CultureInfo.InvariantCulture));
}
