namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows the lines with which a page stops readers who do not pay: <c>Subscribe to continue reading.</c> News about such things reports, and so does not open like that.</summary>
internal static class SubscriberNotice
{
    private const int MaxLength = 200;

    private static readonly string[] Openings =
    [
        "subscribe to continue", "subscribe to read", "subscribe to keep reading", "subscribe to unlock", "subscribe now to ", "to continue reading", "to keep reading", "to read the full story", "to read the full article", "to read the rest of ", "to unlock this ",
        "already a subscriber", "already a member?", "already have an account?", "not a subscriber?", "log in to continue", "log in to read", "sign in to continue", "sign in to read", "register to continue", "register for free to ", "create a free account to ", "sign up to continue", "you have reached your ", "you’ve reached your ", "you've reached your ",
        "this article is for subscribers", "this story is for subscribers", "this content is for subscribers", "this article is exclusive to subscribers", "this story is exclusive to subscribers", "this article is only available to ", "for subscribers only", "subscribers only",
        "dieser artikel ist nur ", "jetzt weiterlesen", "weiterlesen mit ", "um weiterzulesen", "nur für abonnenten", "cet article est réservé aux abonnés", "article réservé aux abonnés", "réservé aux abonnés", "il vous reste ", "la suite est réservée", "pour lire la suite", "déjà abonné",
        "contenido exclusivo para suscriptores", "este contenido es exclusivo", "suscríbete para ", "para seguir leyendo", "para continuar leyendo", "conteúdo exclusivo para assinantes", "assine para ", "para continuar lendo", "contenuto riservato agli abbonati", "articolo riservato agli abbonati", "abbonati per ", "per continuare a leggere",
        "dit artikel is alleen ", "alleen voor abonnees", "om verder te lezen", "この記事は会員限定", "有料会員になると", "有料会員限定",
    ];

    // What a report of somebody's words has, and a notice has not.
    private static readonly string[] Reports = [" said", " says", "“", "\"", "«", "„"];

    /// <summary>Tells whether a passage is such a line.</summary>
    public static bool IsMatch(string text) =>
        text.Length <= MaxLength
        && Array.Exists(Openings, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
        && !Array.Exists(Reports, report => text.Contains(report, StringComparison.Ordinal));
}
