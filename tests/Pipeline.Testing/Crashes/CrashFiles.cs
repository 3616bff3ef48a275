using System.Globalization;

namespace Pipeline.Testing.Crashes;

/// <summary>The files of a crash run: every third holds several articles, of which some come and go with each version.</summary>
internal static class CrashFiles
{
    private const int MaxItems = 6;
    private const int SeveralOf = 3;

    /// <summary>Tells whether a file holds several articles.</summary>
    public static bool HoldsSeveral(int number) => number % SeveralOf == SeveralOf - 1;

    /// <summary>Returns the name of a file's blob.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"crash/{number}.{(HoldsSeveral(number) ? "jsonl" : "txt")}");

    /// <summary>Returns a version of a file.</summary>
    public static string Write(int number, Random random)
    {
        var version = random.Next(1_000);
        if (!HoldsSeveral(number))
        {
            return string.Create(CultureInfo.InvariantCulture, $"Report {number}, version {version}\n\n{DayOf(number)}\n\n{Text(number, version)}");
        }

        var items = Enumerable.Range(0, MaxItems).Where(_ => random.Next(2) == 0).DefaultIfEmpty(random.Next(MaxItems));
        return string.Join('\n', items.Select(item => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"id":"{{item}}","title":"Report {{number}}.{{item}}, version {{version}}","published":"{{DayOf(number + item)}}","text":"{{Text(number + (100 * item), version)}}"}""")));
    }

    /// <summary>Returns the number of any file of several articles; null while there is none.</summary>
    /// <param name="dropped">How many files there are.</param>
    /// <param name="random">Chooses.</param>
    public static int? AnySeveral(int dropped, Random random) => dropped < SeveralOf ? null : (random.Next(dropped / SeveralOf) * SeveralOf) + SeveralOf - 1;

    private static string DayOf(int number) => string.Create(CultureInfo.InvariantCulture, $"2024-0{(number % 9) + 1}-{(number % 28) + 1:D2}");

    private static string Text(int number, int version) => string.Create(
        CultureInfo.InvariantCulture,
        $"The ministers of district {number} spoke for the {version}th time about tariffs on steel, interest rates and the price of grain number {number * 7}. A storm closed harbour {number % 31} meanwhile, and vaccines for {version} people could not be shipped.");
}
