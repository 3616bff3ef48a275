using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace Pipeline.LocalHost.Triggers.Timers;

/// <summary>
/// When a timer function is due, in UTC: an NCRONTAB expression of six fields, seconds first (or five, without), or a
/// period such as <c>00:00:30</c>.
/// </summary>
internal sealed partial class TimerSchedule
{
    private readonly CronExpression? _cron;
    private readonly TimeSpan _period;

    private TimerSchedule(CronExpression? cron, TimeSpan period)
    {
        _cron = cron;
        _period = period;
    }

    /// <exception cref="FunctionHostException">The text is neither.</exception>
    public static TimerSchedule Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var period) && period > TimeSpan.Zero
                ? new TimerSchedule(cron: null, period)
                : throw Malformed(text);
        }

        // Cronos knows more than NCRONTAB: L, W, #, ? and names such as @daily would fail on the platform.
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6) || !fields.All(field => NcrontabField().IsMatch(field)))
        {
            throw Malformed(text);
        }

        try
        {
            var format = fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
            return new TimerSchedule(CronExpression.Parse(text, format), default);
        }
        catch (CronFormatException exception)
        {
            throw new FunctionHostException($"the schedule \"{text}\" is malformed: {exception.Message}", exception);
        }
    }

    /// <summary>Gives the next time after another.</summary>
    /// <returns>The time; null where there is none, as for 30 February.</returns>
    public DateTimeOffset? NextAfter(DateTimeOffset time) =>
        _cron is null ? time + _period : _cron.GetNextOccurrence(time, TimeZoneInfo.Utc);

    private static FunctionHostException Malformed(string text) =>
        new($"the schedule \"{text}\" is neither an NCRONTAB expression (\"0 */5 * * * *\") nor a period (\"00:00:30\")");

    [GeneratedRegex(@"\A([0-9*,/-]|[A-Za-z]{3})+\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NcrontabField();
}
