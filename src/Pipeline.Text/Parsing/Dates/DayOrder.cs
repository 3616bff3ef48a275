namespace Pipeline.Text.Parsing.Dates;

/// <summary>Which comes first where day and month are both numbers, and the year comes last.</summary>
internal enum DayOrder
{
    /// <summary>Not known: <c>03/04/2023</c> is no date.</summary>
    Unknown,

    /// <summary>The day, as most of the world has it.</summary>
    DayFirst,

    /// <summary>The month, as in the United States.</summary>
    MonthFirst,
}
