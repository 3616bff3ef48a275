namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows the lines with which a page stops readers who do not pay: <c>Subscribe to continue reading.</c></summary>
internal static class SubscriberNotice
{
    // Longer ones are text that speaks of such things. Chosen.
    private const int MaxLength = 200;

    private static readonly string[] Phrases =
    [
        "for subscribers only", "subscribers only", "exclusive to subscribers", "already a subscriber", "already a member?", "already have an account", "not a subscriber?",
        "subscribe to continue", "subscribe to read", "subscribe to keep reading", "subscribe to unlock", "subscribe now to ", "to continue reading", "to keep reading", "to read the full ", "to read the rest of ", "to unlock this ",
        "log in to continue", "log in to read", "sign in to continue", "sign in to read", "register to continue", "register to read", "sign up to continue", "create a free account",
        "nur für abonnenten", "nur mit abo", "um weiterzulesen", "jetzt weiterlesen", "réservé aux abonnés", "réservée aux abonnés", "de cet article à lire", "pour lire la suite", "déjà abonné",
        "exclusivo para suscriptores", "solo para suscriptores", "para seguir leyendo", "para continuar leyendo", "exclusivo para assinantes", "para continuar lendo", "riservato agli abbonati", "per continuare a leggere", "alleen voor abonnees", "om verder te lezen",
    ];

    /// <summary>Tells whether a passage is such a line.</summary>
    public static bool IsMatch(string text) =>
        text.Length <= MaxLength && Array.Exists(Phrases, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
