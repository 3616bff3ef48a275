namespace Pipeline.Testing.Browsing;

/// <summary>There is no browser on this machine; the message says what to install.</summary>
public sealed class BrowserMissingException() : Exception(
    "No browser was found. Install Chromium (on Debian: apt-get install chromium), Google Chrome or Microsoft Edge, "
    + $"or set the environment variable {ChromiumExecutable.Variable} to the path of one.");
