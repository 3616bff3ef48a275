namespace Pipeline.Testing.Browsing;

/// <summary>Finds a browser of this machine that is built on Chromium.</summary>
public static class ChromiumExecutable
{
    /// <summary>The environment variable that names the browser; it goes before all that is found.</summary>
    public const string Variable = "PIPELINE_CHROMIUM";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] MacApplications =
        ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"];

    private static readonly string[] WindowsPrograms =
        ["Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

    /// <summary>Finds it.</summary>
    /// <returns>The path; null where there is none.</returns>
    /// <exception cref="FileNotFoundException">There is none at the path of <see cref="Variable"/>.</exception>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"The environment variable {Variable} names {named}, which is not there.", named);
        }

        return Candidates().FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> Candidates()
    {
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var onPath = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + extension)));
        return onPath.Concat(UsualPlaces());
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            return MacApplications.Select(application => Path.Combine("/Applications", application));
        }

        Environment.SpecialFolder[] folders = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        return OperatingSystem.IsWindows()
            ? WindowsPrograms.SelectMany(program => folders.Select(folder => Path.Combine(Environment.GetFolderPath(folder), program)))
            : [];
    }
}
