using System.Globalization;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>
/// Makes lines as wire services write them around sport and datelines, with names from the lists that ship with the product:
/// labelled data are prose, in which a club is seldom its city alone.
/// </summary>
internal sealed class ResultTables(NamePools pools)
{
    // Written from how results are published. P a person, F a family name, C a country, A its adjective, T a town, K a club, k a town that stands for its club,
    // N a number, G a news agency.
    private static readonly string[] Forms =
    [
        "K N K N", "k N k N", "K N k N", "k N K N", "C N C N", "K N K N ( halftime N-N )", "K N N N N N N N", "k N N N N N N N", "C N N N N N N N", "k N N .N N", "k N N .N -",
        "N. P ( C ) N.N", "N. P ( C ) N:N.N", "N. P ( C ) K N", "N. P C N:N", "P ( C ) N.N", "N P ( C ) N N N N", "N. C N points", "N. K N", "N. P , C , K N:N.N",
        "P ( C ) beat P ( C ) N-N N-N", "N - P ( C ) beat P ( C ) N-N N-N N-N", "P , C , beat P , C , N-N N-N", "P and P ( C ) beat P and P ( C ) N-N N-N", "P ( C ) vs. P ( C )",
        "K beat K N-N", "k beat k N-N ( N-N )", "K v K", "k v k", "C v C", "k at k", "K at K", "K vs K", "K - F , F , F", "Scorers : F ( Nth minute ) , F ( Nth )", "C - P ( Nth ) , F ( Nth )",
        "C : N - F ; N - F ; N - F , F", "F c F b F N", "F lbw b F N", "F not out N", "F run out N", "F b F N", "Bowling : F N-N-N-N , F N-N-N-N", "Fall of wickets : N-N N-N N-N", "P ( K ) N", "P ( k ) N", "P , K , N",
        "K - P N , P N", "Leading goalscorers : N - P ( K )", "Standings ( played , won , drawn , lost , goals for , against , points ) :", "Results of A first division matches on Monday :", "Result of a A league match on Friday :",
        "A first division results :", "Result of a qualifying match between C and C :", "EASTERN DIVISION", "CENTRAL DIVISION", "W L PCT GB", "Attendance : N,N", "Halftime N-N", "Men 's singles , final :", "Women 's Nm hurdles :",
        "T N-N-N", "T , C N-N-N", "T , Aug N ( G )", "T , C ( G ) -", "T ( G ) -", "( G )", "By P", "-- P , T newsroom", "-- T newsroom +N N N N", "T , May N", "SOCCER - A CLUB WIN", "SOCCER - K BEAT K IN CUP FINAL", "SOCCER - A RESULTS", "TENNIS - F REACHES SEMIFINAL", "BASEBALL - K WIN AGAIN",
        "CRICKET - C v C scoreboard", "RUGBY LEAGUE - A RESULTS AND STANDINGS", "GOLF - F LEADS IN C", "ATHLETICS - F WINS IN T", "BASKETBALL - K BEAT K", "C TO PLAY C IN T", "F SAYS C WILL NOT SIGN DEAL", "C PM F TO VISIT C", "A SHARES FALL IN T", "K SIGN A STRIKER F",
    ];

    private static readonly string[] Agencies = ["Reuters", "AP", "AFP", "Associated Press", "Xinhua", "dpa", "Interfax", "UPI"];

    /// <summary>Makes lines.</summary>
    /// <param name="count">How many.</param>
    public IEnumerable<LabelledSentence> Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Make(Forms[pools.Next(Forms.Length)]);
        }
    }

    private LabelledSentence Make(string form)
    {
        var tokens = new List<string>();
        var names = new List<LabelledName>();
        foreach (var item in form.Split(' '))
        {
            var (text, type) = Fill(item);
            if (type is { } named)
            {
                names.Add(new LabelledName(tokens.Count, tokens.Count + text.Length, named));
            }

            tokens.AddRange(text);
        }

        var sentence = new LabelledSentence(null, tokens, names, MayMiss: false);
        return form.Any(char.IsLower) && pools.Next(6) > 0 ? sentence : CaseVariants.Shout(sentence);
    }

    private (string[] Text, NameType? Type) Fill(string item) => item switch
    {
        "P" => (pools.Person(), NameType.Person),
        "F" => ([pools.FamilyName()], NameType.Person),
        "C" => (pools.Country(), NameType.Location),
        "A" => (pools.Adjective(), NameType.Miscellaneous),
        "T" => (pools.City(), NameType.Location),
        "K" => (pools.Club(), NameType.Organization),
        "k" => (pools.City(), NameType.Organization),
        "G" => (Agencies[pools.Next(Agencies.Length)].Split(' '), NameType.Organization),
        _ when item.Length > 2 && item.All(char.IsLetter) => ([item], null),
        _ => ([string.Concat(item.Select(c => c == 'N' ? pools.Next(pools.Next(2) == 0 ? 10 : 100).ToString(CultureInfo.InvariantCulture) : $"{c}"))], null),
    };
}
