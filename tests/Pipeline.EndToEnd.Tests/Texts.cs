namespace Pipeline.EndToEnd.Tests;

/// <summary>Articles to drop.</summary>
internal static class Texts
{
    /// <summary>A date line before the first paragraph, no title, many issues in passing, and an FAQ.</summary>
    public const string Summit =
        """
         date 2024-05-02 The president of the United States wants to reopen a military hotline with China, the White House said on Thursday, so that accidents at sea do not turn into a crisis. The leaders of both countries are to meet at the Asia-Pacific Economic Cooperation summit in San Francisco.

        Defense officials of both sides will first speak about rules for encounters of ships and aircraft. U.S.-China military talks had been frozen for more than a year.

        The agenda also names the war between Israel and Hamas, Russia’s invasion of Ukraine, Taiwan, human rights, fentanyl and artificial intelligence.

        FAQs

        What is a military hotline?

        A military hotline is a line over which commanders of two countries can speak at any time.

        Why was it closed?

        It was closed after a suspected spy balloon had been shot down.
        """;

    public const string Storm =
        """
        Hurricane reaches the coast
        By the weather desk
        June 3, 2024

        A hurricane reached the Gulf coast on Monday with heavy rain. Emergency crews moved thousands of people to shelters before the storm came in.

        Power was out in three counties. The National Weather Service warned of floods until Wednesday.
        """;

    public const string Budget =
        """
        Parliament passes the budget
        June 4, 2024

        Parliament passed the budget on Tuesday after a long debate about taxes. The finance ministry expects lower inflation next year.

        The opposition voted against the income tax changes. Unions called the budget a missed chance for better wages.
        """;

    /// <summary>An article on a day of its own.</summary>
    public static string Dated(DateOnly day, int number) =>
        $"""
        Vaccination campaign, day {number}
        {day:yyyy-MM-dd}

        Health officials vaccinated thousands of children against measles on this day of the campaign. The vaccine is free of charge, the ministry of health said.

        The World Health Organization praised the campaign. More vaccines arrive next week, officials said.
        """;
}
