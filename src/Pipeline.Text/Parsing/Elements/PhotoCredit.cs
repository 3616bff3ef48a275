namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows captions of pictures by their credit: they name people and dates, but are neither title nor byline.</summary>
internal static class PhotoCredit
{
    private static readonly string[] Marks =
        ["Getty Images", "AP Photo", "Reuters photo", "/Reuters)", "/AP)", "/AFP)", "/EPA)", "/Bloomberg)", "Image copyright", "Image caption", "Media caption", "Photo:", "Photo by ", "Photograph by ", "Photograph:", "Picture:", "File photo", "Shutterstock", "(Reuters:"];

    // Longer ones are captions, which only a picture beside them tells from text. Chosen.
    private const int MaxCreditLength = 80;

    private static readonly string[] Openings = ["Photo:", "Photos:", "Photo by ", "Photograph:", "Photograph by ", "Photo credit:", "Photo courtesy", "Picture:", "Pictures:", "Image:", "Image credit:", "Image courtesy", "Foto:", "Crédit photo", "Bild:"];

    // How agencies open the caption of a picture that is not of the day.
    private static readonly string[] FileOpenings = ["FILE PHOTO:", "FILE PHOTO -", "FILE PHOTO –", "FILE - In this ", "FILE – In this ", "FILE — In this ", "File photo:", "FILE PICTURE:"];

    /// <summary>Tells whether a line is nothing but a picture's credit, <c>Photo: AFP</c>, or an agency's caption, <c>FILE PHOTO: …</c></summary>
    public static bool IsAll(string line) =>
        Array.Exists(FileOpenings, opening => line.StartsWith(opening, StringComparison.Ordinal))
        || line.Length <= MaxCreditLength && !SentenceShape.EndsSentence(line) && Array.Exists(Openings, opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells whether a line is, or holds, a picture's credit.</summary>
    public static bool IsIn(ReadOnlySpan<char> line)
    {
        foreach (var mark in Marks)
        {
            if (line.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
