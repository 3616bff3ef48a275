namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows captions of pictures by their credit: they name people and dates, but are neither title nor byline.</summary>
internal static class PhotoCredit
{
    private static readonly string[] Marks =
        ["Getty Images", "AP Photo", "Reuters photo", "/Reuters)", "/AP)", "/AFP)", "/EPA)", "/Bloomberg)", "Image copyright", "Image caption", "Media caption", "Photo:", "Photo by ", "Photograph by ", "Photograph:", "Picture:", "File photo", "Shutterstock", "(Reuters:"];

    /// <summary>Tells whether a line is, or holds, a picture's credit.</summary>
    public static bool IsIn(string line) =>
        Array.Exists(Marks, mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
