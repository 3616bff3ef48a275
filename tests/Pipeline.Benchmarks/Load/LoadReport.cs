using Pipeline.Benchmarks.Reporting;
using static Pipeline.Benchmarks.Reporting.ReportTable;

namespace Pipeline.Benchmarks.Load;

/// <summary>Prints what a load run came to.</summary>
internal static class LoadReport
{
    public static void Write(LoadResult result)
    {
        var (articles, runs) = (result.Configuration.Articles, result.Runs);
        var figures = new ReportTable($"articles: {articles}, runs: {runs.Count}", "median", "least", "most");
        foreach (var figure in LoadFigure.All.Where(figure => figure != LoadFigure.Counted || result.Configuration.IsCounted))
        {
            double[] values = [.. runs.Select(figure.Of).Order()];
            figures.Add(figure.Name, figure.Write(figure.Median(runs)), figure.Write(values[0]), figure.Write(values[^1]));
        }

        figures.Write(markdownFile: null);

        var all = (double)articles * runs.Count;
        var requests = new ReportTable("service", "method", "status", "requests an article, mean");
        foreach (var kind in runs.SelectMany(run => run.Requests).GroupBy(request => (request.Service, request.Method, request.Status)).OrderByDescending(kind => kind.Sum(request => request.Count)))
        {
            requests.Add(kind.Key.Service, kind.Key.Method, $"{kind.Key.Status}", Number(kind.Sum(request => request.Count) / all, "0.0"));
        }

        requests.Add("all", "", "", Number(runs.SelectMany(run => run.Requests).Sum(request => request.Count) / all, "0.0"));
        requests.Add("the operations alone", "", "", Number(runs.Average(run => run.StorageOperationsPerArticle), "0.0"));
        requests.Write(markdownFile: null);
        Console.WriteLine("Processor, memory and requests are those of this process: the pipeline, and who makes, uploads and asks for the articles; not the storage emulator.");
    }
}
