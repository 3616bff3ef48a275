namespace Pipeline.Text;

/// <summary>When an article was published: the day in its own zone and, where the file says it, the moment.</summary>
/// <param name="Day">The day, in the article's own time zone.</param>
/// <param name="Time">The time of that day in the same zone, or null where only the day is known.</param>
/// <param name="Offset">The zone's offset from UTC, or null where the file does not name it.</param>
public readonly record struct PublicationDate(DateOnly Day, TimeOnly? Time = null, TimeSpan? Offset = null);
