namespace Pipeline.Text.Parsing.Elements;

/// <summary>Knows how lines open that lead a reader elsewhere, in the languages of much news: <c>Click here</c>, <c>Leia também</c>, <c>Читайте также</c>.</summary>
internal static class ReaderCalls
{
    private static readonly string[] Openings =
    [
        "click here", "read more:", "read also:", "also read:", "read next:", "see also:", "don't miss:", "don’t miss:", "you may also like:", "recommended:", "our standards:",
        "clique aqui", "leia também", "leia mais", "veja também", "saiba mais:", "haga clic aquí", "haz clic aquí", "pulse aquí", "lea también", "leer también", "lea más:", "lee también", "te puede interesar:",
        "cliquez ici", "lire aussi", "à lire aussi", "lire la suite", "klicken sie hier", "hier klicken", "lesen sie auch", "lesen sie hier", "mehr zum thema", "clicca qui", "leggi anche",
        "klik hier", "lees ook", "lees meer:", "klik her", "læs også", "les også", "klicka här", "läs också", "läs även", "kliknij tutaj", "zobacz także", "czytaj też", "czytaj także",
        "нажмите здесь", "читайте также", "читати також", "читайте також", "点击这里", "点击此处", "相关阅读", "関連記事", "続きはこちら", "انقر هنا", "اضغط هنا", "اقرأ أيضا", "اقرأ أيضًا",
    ];

    /// <summary>Returns the length of such an opening; 0 where a text opens otherwise.</summary>
    /// <param name="text">A line or a sentence.</param>
    public static int OpeningLength(ReadOnlySpan<char> text)
    {
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return opening.Length;
            }
        }

        return 0;
    }
}
