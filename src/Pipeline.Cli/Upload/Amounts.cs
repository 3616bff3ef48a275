using System.Globalization;

namespace Pipeline.Cli.Upload;

/// <summary>Numbers of files in words.</summary>
internal static class Amounts
{
    /// <summary>Returns "1 file" or "2 files".</summary>
    public static string Files(int count) =>
        count == 1 ? "1 file" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} files");

    /// <summary>Returns a line such as "Uploaded 3 files (12 KB), 2 unchanged, 1 failed."</summary>
    public static string Describe(IReadOnlyCollection<UploadResult> results)
    {
        var uploaded = results.Where(result => result.State == UploadState.Uploaded).ToList();
        var unchanged = results.Count(result => result.State == UploadState.Unchanged);
        var failed = results.Count(result => result.State == UploadState.Failed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Uploaded {Files(uploaded.Count)} ({Bytes(uploaded.Sum(result => result.File.File.Length))})" +
            $"{(unchanged > 0 ? $", {unchanged:N0} unchanged" : "")}{(failed > 0 ? $", {failed:N0} failed" : "")}.");
    }

    private static string Bytes(long count) => count switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{count} bytes"),
        < 1000 * 1000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e3:0.#} KB"),
        < 1000L * 1000 * 1000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1e9:0.#} GB"),
    };
}
