using Lingua;
using static Lingua.Language;

namespace Pipeline.Text.Parsing;

/// <summary>
/// Tells the language of a text with Lingua's models of letter triples. It knows the languages of most of the world's
/// news (see <see cref="Codes"/>); a text in another one comes out as none or as a relative. Safe for use by several threads.
/// </summary>
/// <remarks>The models load with the first text of a script: about half a second and 30 MB of memory for the Latin ones. Later texts cost some milliseconds.</remarks>
public sealed class LanguageIdentifier
{
    // Beyond this more text changes no answer; the cost grows with the length. Chosen.
    private const int SampleLength = 600;

    // Every third word decides where it leaves no doubt, at a third of the cost, as for most texts. Not the opening: it may
    // quote another language. Chosen.
    private const int WordStep = 3;
    private const int MinThinnedLength = 300;
    private const double NoDoubt = 0.9995;

    // Below this names decide more than words do. A character of Chinese, Japanese, Korean or Thai says more than a letter. Chosen.
    private const int MinLetters = 30;
    private const int MinDenseLetters = 8;

    private const double MinConfidence = 0.6;

    // A character of these scripts stands for a syllable or a word: for two letters and more.
    private const int LettersPerCharacter = 2;

    // Japanese prose is half kana; Chinese has none but in names of firms. Chosen.
    private const double MinKanaShare = 0.1;

    /// <summary>
    /// The languages that models tell apart. Chinese, Japanese and Korean are told by their scripts: the package has no
    /// models of their letter triples, and fails where it is made to look for them.
    /// </summary>
    private static readonly Language[] Languages =
    [
        Arabic, Bengali, Bokmal, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hebrew, Hindi, Hungarian, Indonesian,
        Italian, Persian, Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Thai, Turkish, Ukrainian, Urdu, Vietnamese,
    ];

    private readonly Lazy<LanguageDetector> _detector;

    /// <summary>Initializes a new instance of the <see cref="LanguageIdentifier"/> class that tells all languages apart.</summary>
    public LanguageIdentifier()
        : this(Languages)
    {
    }

    private LanguageIdentifier(Language[] languages) => _detector = new Lazy<LanguageDetector>(() =>
        LanguageDetectorBuilder.FromLanguages(languages)
            .WithLowAccuracyMode()
            .WithLanguageModelsDirectory(Path.Combine(AppContext.BaseDirectory, "LanguageModels"))
            .Build());

    /// <summary>Gets the ISO 639-1 codes of the languages that are told apart, in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Languages.Concat([Chinese, Japanese, Korean]).Select(Code).Order(StringComparer.Ordinal)];

    /// <summary>Returns one that tells two languages apart, at a fraction of the cost: for runs of many texts whose language does not matter.</summary>
    internal static LanguageIdentifier OfTwo() => new([English, German]);

    /// <summary>Tells the language of a text.</summary>
    /// <param name="text">The text; its first few hundred letters decide.</param>
    /// <returns>The language, or null where the text is too short or too mixed to tell.</returns>
    public IdentifiedLanguage? Identify(string text)
    {
        var sample = text[..SampleEnd(text)];
        int letters = 0, dense = 0, han = 0, kana = 0, hangul = 0;
        foreach (var c in sample)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            han += c is >= '\u3400' and <= '\u9FFF' ? 1 : 0;
            kana += c is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
            dense += Elements.SentenceShape.IsUnspaced(c) || c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
        }

        if (letters < MinLetters && dense < MinDenseLetters)
        {
            return null;
        }

        var characters = han + kana + hangul;
        if (characters * LettersPerCharacter > letters - characters)
        {
            var script = hangul * 2 > characters ? Korean : kana > MinKanaShare * characters ? Japanese : Chinese;
            var share = (double)(characters * LettersPerCharacter) / (letters - characters + (characters * LettersPerCharacter));
            return share >= MinConfidence ? new IdentifiedLanguage(Code(script), Math.Round(share, 3)) : null;
        }

        var thinned = sample.Length < MinThinnedLength ? sample : string.Join(' ', sample.Split(' ').Where((_, index) => index % WordStep == 0));
        var (language, confidence) = Likeliest(thinned);
        if (confidence < NoDoubt && thinned.Length < sample.Length)
        {
            (language, confidence) = Likeliest(sample);
        }

        return confidence >= MinConfidence ? new IdentifiedLanguage(Code(language), Math.Round(confidence, 3)) : null;
    }

    private KeyValuePair<Language, double> Likeliest(string sample) => _detector.Value.ComputeLanguageConfidenceValues(sample).FirstOrDefault();

    /// <summary>Ends a sample at a space where there is one, and never inside a character.</summary>
    private static int SampleEnd(string text)
    {
        if (text.Length <= SampleLength)
        {
            return text.Length;
        }

        var space = text.LastIndexOf(' ', SampleLength);
        return space > SampleLength / 2 ? space : char.IsLowSurrogate(text[SampleLength]) ? SampleLength - 1 : SampleLength;
    }

    private static string Code(Language language) =>
        LanguageInfo.IsoCode6391(language).ToString().ToLowerInvariant();
}

/// <summary>A language that was told from a text.</summary>
/// <param name="Code">Its ISO 639-1 code, lower case.</param>
/// <param name="Confidence">How sure it is, from 0 to 1, rounded to thousandths.</param>
public readonly record struct IdentifiedLanguage(string Code, double Confidence);
