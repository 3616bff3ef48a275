namespace Pipeline.Benchmarks.Load;

/// <summary>What a load run does.</summary>
/// <param name="Articles">How many articles each run drops.</param>
/// <param name="Size">The length of each article, in bytes.</param>
/// <param name="Clients">How many uploads, or bare operations, go on at once.</param>
/// <param name="WarmUp">How many articles are served before the first run.</param>
/// <param name="Runs">How many runs there are.</param>
/// <param name="IsCounted">Whether listings are counted after each run, which takes longer than serving where dates are spread; else they are not counted at all.</param>
internal sealed record LoadOptions(int Articles, int Size, int Clients, int WarmUp, int Runs, bool IsCounted = false);
