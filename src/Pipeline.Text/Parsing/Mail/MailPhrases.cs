using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>What mails say in the main languages that is none of their text.</summary>
internal static class MailPhrases
{
    private const int MaxAttributionLength = 300;
    private const int MaxFurnitureLength = 400;

    // Above the text: links to the same on the web.
    private static readonly string[] ViewOnline =
    [
        "view in browser", "view in your browser", "view it in your browser", "view this email in", "view this newsletter in", "view online", "view web version", "view the web version", "read online", "read it online", "open in browser", "open in your browser", "email not displaying", "trouble viewing this", "trouble reading this", "problems viewing this", "web version", "see this email in your browser",
        "im browser ansehen", "im browser anzeigen", "im browser öffnen", "online-version", "onlineversion", "webansicht", "nicht korrekt angezeigt", "nicht richtig angezeigt",
        "voir dans le navigateur", "voir dans votre navigateur", "version en ligne", "afficher dans le navigateur", "ver en el navegador", "ver en navegador", "ver en su navegador", "versión web", "ver no navegador", "ver no seu navegador", "visualizza nel browser", "visualizza online", "versione online", "bekijk in browser", "bekijk in je browser", "bekijk online", "webversie", "visa i webbläsaren", "vis i nettleser",
    ];

    // Below the text: from such a line on, a newsletter has nothing of its own to say.
    private static readonly string[] FooterOpenings =
    [
        "you are receiving this", "you're receiving this", "you’re receiving this", "you received this", "you have received this", "this email was sent", "this e-mail was sent", "this message was sent to", "this newsletter was sent", "sent to you because", "you are subscribed", "you're subscribed", "you’re subscribed", "to unsubscribe", "unsubscribe", "if you no longer wish", "if you no longer want", "don't want to receive", "don’t want to receive", "no longer want to receive", "want to change how you receive", "manage your preferences", "manage preferences", "manage your subscription", "manage subscription", "manage your email", "update your preferences", "update preferences", "update your email preferences", "change your preferences", "our mailing address", "add us to your address book", "forward this email", "forward to a friend", "was this email forwarded", "was this newsletter forwarded", "did someone forward", "privacy policy", "terms of service", "terms of use", "sign up here to get", "thanks for reading", "thank you for reading", "thanks for spending", "need help? ", "to stop receiving", "to change your alert settings",
        "sie erhalten diese", "sie haben diese", "diese e-mail wurde", "dieser newsletter wurde", "wenn sie keine weiteren", "wenn sie diesen newsletter", "newsletter abbestellen", "abmelden", "abbestellen", "impressum", "datenschutz",
        "vous recevez cet", "vous recevez ce", "cet e-mail a été envoyé", "ce message a été envoyé", "se désabonner", "se désinscrire", "pour vous désabonner", "pour vous désinscrire", "désinscription", "si vous ne souhaitez plus",
        "recibe este", "recibes este", "ha recibido este", "este correo", "darse de baja", "darte de baja", "cancelar suscripción", "si no desea recibir", "ricevi questa", "hai ricevuto questa", "annulla iscrizione", "annulla l'iscrizione", "disiscriviti", "cancellati", "recebeu este", "você recebeu", "está a receber", "cancelar inscrição", "cancelar subscrição", "descadastrar", "u ontvangt deze", "je ontvangt deze", "uitschrijven", "afmelden", "du får detta", "avregistrera", "avsluta prenumeration", "avmeld",
    ];

    private static readonly string[] Buttons =
    [
        "share", "tweet", "share on facebook", "share on twitter", "share on linkedin", "share on x", "facebook", "twitter", "instagram", "linkedin", "youtube", "tiktok", "threads", "bluesky", "mastodon", "whatsapp", "website", "email", "forward", "follow us", "subscribe", "sign up", "donate", "read more", "continue reading", "read the full story", "read the full article", "learn more", "comment", "like", "restack", "advertisement", "sponsored", "anzeige", "publicité", "publicidad", "weiterlesen", "mehr lesen", "lire la suite", "leer más", "leggi di più", "leia mais", "lees meer", "läs mer", "download the app", "get the app", "view image", "upgrade to paid", "open in app", "read in app", "listen to post", "paid", "flag as irrelevant", "see more results", "edit this alert", "see all results",
    ];

    private static readonly string[] HeadNotices =
        ["forwarded this email?", "forwarded this newsletter?", "was this email forwarded", "was this forwarded", "did someone forward", "presented by ", "sponsored by ", "in partnership with ", "brought to you by ", "with help from ", "subscribe here", "sign up here", "sign up for ", "weitergeleitet bekommen?", "präsentiert von ", "présenté par ", "presentado por "];

    private static readonly string[] Appeals =
        ["is a reader-supported publication", "consider becoming a free or paid subscriber", "consider becoming a paid subscriber", "to receive new posts and support my work", "to receive new posts and support our work"];

    private static readonly string[] AdvertiserOpenings = ["a message from ", "a note from our sponsor ", "a word from our sponsor ", "message from our sponsor ", "paid content from ", "eine nachricht von ", "anzeige von ", "un message de "];

    private static readonly string[] AttributionEndings =
        [" wrote:", " writes:", " schrieb:", " schrieb", " a écrit :", " a écrit:", " escribió:", " escreveu:", " ha scritto:", " scrisse:", " schreef:", " skrev:", " napisał:", " napisał(a):", " написал:", " пишет:"];

    private static readonly string[] AttributionOpenings = ["on ", "am ", "le ", "el ", "em ", "il ", "op ", "den ", "w dniu ", "dnia "];

    private static readonly string[] ForwardLines =
        ["forwarded message", "begin forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten", "message transféré", "début du message", "mensaje reenviado", "mensagem encaminhada", "messaggio inoltrato", "doorgestuurd bericht", "vidarebefordrat meddelande"];

    // Programs write these above what is forwarded and above what is answered.
    private static readonly string[] OriginalLines =
        ["original message", "ursprüngliche nachricht", "message d'origine", "message d’origine", "mensaje original", "mensagem original", "messaggio originale", "oorspronkelijk bericht", "ursprungligt meddelande"];

    /// <summary>Tells a line that links to the same text on the web.</summary>
    public static bool IsViewOnline(string text) =>
        text.Length <= 200
        && (Array.Exists(ViewOnline, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith("view ", StringComparison.OrdinalIgnoreCase) && text.TrimEnd(' ', '.', '>').EndsWith(" browser", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Tells a line that opens the foot of a newsletter.</summary>
    public static bool IsFooter(string text) =>
        text.Length <= MaxFurnitureLength && (Array.Exists(FooterOpenings, phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            || text.Contains("unsubscribe", StringComparison.OrdinalIgnoreCase) || text.Contains("désabonner", StringComparison.OrdinalIgnoreCase) || text.Contains("darse de baja", StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells a line that is nothing but the labels of buttons and links.</summary>
    public static bool IsButtons(string text)
    {
        if (text.Length > 120)
        {
            return false;
        }

        var parts = text.Split(['|', '•', '·', '∙', '⋅', '/', '→', '»', '›', '>', '<'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && Array.TrueForAll(parts, part => AreButtons(part.AsSpan().TrimEnd(".:!…")));
    }

    /// <summary>Tells a line above the text of a newsletter that is about the newsletter: to whom else it went, who paid for it.</summary>
    public static bool IsHeadNotice(string text) =>
        text.Length <= 120 && Array.Exists(HeadNotices, phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>Tells a line that asks to pay or to follow, wherever it stands.</summary>
    public static bool IsAppeal(string text) =>
        text.Length <= MaxFurnitureLength && (Array.Exists(Appeals, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            || (text.StartsWith("follow us on ", StringComparison.OrdinalIgnoreCase) && !SentenceShape.IsProse(text)));

    /// <summary>Returns who speaks in the advertisement that a line opens, <c>A message from Harbour Bank:</c>; null for any other line.</summary>
    public static string? Advertiser(string text)
    {
        var line = text.AsSpan().Trim("*_ ");
        foreach (var opening in AdvertiserOpenings)
        {
            if (line.Length <= 80 && line.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && line[opening.Length..].Trim(" :.*_") is { IsEmpty: false } name && char.IsUpper(name[0]) && !SentenceShape.IsProse(text))
            {
                return name.ToString();
            }
        }

        return null;
    }

    /// <summary>Tells a text of nothing but labels, with spaces between them or nothing at all.</summary>
    private static bool AreButtons(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var length = 0;
            foreach (var button in Buttons)
            {
                length = button.Length > length && text.StartsWith(button, StringComparison.OrdinalIgnoreCase) ? button.Length : length;
            }

            if (length == 0)
            {
                return false;
            }

            text = text[length..].TrimStart();
        }

        return true;
    }

    /// <summary>Tells the line above a quoted message: <c>On Fri, Nov 17, 2023 at 10:32 AM Jane Doe wrote:</c></summary>
    public static bool IsAttribution(string text)
    {
        text = text.TrimEnd();
        return text.Length <= MaxAttributionLength && Array.Exists(AttributionEndings, ending => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && (text.AsSpan().ContainsAnyInRange('0', '9') || text.Contains('@', StringComparison.Ordinal)) && (text.Contains('@', StringComparison.Ordinal) || Array.Exists(AttributionOpenings, opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Tells the line above a forwarded message: <c>---------- Forwarded message ---------</c></summary>
    public static bool IsForwardLine(string text) => Announces(text, ForwardLines);

    /// <summary>Tells the line above a message that is forwarded or answered: <c>-----Original Message-----</c></summary>
    public static bool IsOriginalLine(string text) => Announces(text, OriginalLines);

    private static bool Announces(string text, string[] phrases)
    {
        var inside = text.AsSpan().Trim("-_ :*");
        foreach (var phrase in phrases)
        {
            if (inside.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && inside.Length <= phrase.Length + 30)
            {
                return text[0] is '-' or '_' || text.TrimEnd().EndsWith(':');
            }
        }

        return false;
    }
}
