namespace Pipeline.Text.Tests.Summarization;

/// <summary>An article that is summarised.</summary>
internal static class Northfield
{
    public const string Story =
        "The city council of Northfield voted on Monday to close the old harbor bridge for two years. " +
        "Engineers had found deep cracks in the bridge during an inspection in the spring. " +
        "It was a hard choice. " +
        "Will the ferries cope? " +
        "The council will spend 40 million dollars on the repair of the bridge. " +
        "Ferries are to carry 9,000 commuters a day while the bridge is closed. " +
        "Click here to read more about it. " +
        "The council of Northfield voted on Monday to close the old harbor bridge for two years. " +
        "Shop owners near the harbor fear for their trade, and asked the council for help. " +
        "The bridge was built in 1931.";
}
