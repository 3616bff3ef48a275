using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Dates;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Dates;

public sealed class DateLanguageTests
{
    private static readonly DateOnly Expected = new(2023, 11, 17);

    [Theory]
    [InlineData("ar", "17 نوفمبر 2023")]
    [InlineData("ar", "الجمعة، 17 نوفمبر 2023")]
    [InlineData("ar", "١٧ نوفمبر ٢٠٢٣")]
    [InlineData("ar", "17 تشرين الثاني 2023")]
    [InlineData("ar", "17 نوفمبر / تشرين الثاني 2023")]
    [InlineData("bn", "১৭ নভেম্বর ২০২৩")]
    [InlineData("cs", "pátek 17. listopadu 2023")]
    [InlineData("da", "fredag den 17. november 2023")]
    [InlineData("de", "Freitag, 17. November 2023")]
    [InlineData("el", "Παρασκευή 17 Νοεμβρίου 2023")]
    [InlineData("el", "17 ΝΟΕΜΒΡΙΟΥ 2023")]
    [InlineData("en", "Friday, November 17th, 2023")]
    [InlineData("es", "viernes, 17 de noviembre del 2023")]
    [InlineData("fa", "۱۷ نوامبر ۲۰۲۳")]
    [InlineData("fi", "perjantaina 17. marraskuuta 2023")]
    [InlineData("fr", "Le vendredi 17 novembre 2023")]
    [InlineData("he", "יום שישי, 17 בנובמבר 2023")]
    [InlineData("hi", "शुक्रवार, 17 नवंबर 2023")]
    [InlineData("hi", "१७ नवंबर २०२३")]
    [InlineData("hu", "2023. november 17.")]
    [InlineData("id", "Jumat, 17 November 2023")]
    [InlineData("it", "venerdì 17 novembre 2023")]
    [InlineData("ja", "2023年11月17日(金)")]
    [InlineData("ja", "2023 年 11 月 17 日")]
    [InlineData("ja", "令和5年11月17日")]
    [InlineData("ko", "2023년 11월 17일 금요일")]
    [InlineData("ko", "2023. 11. 17.")]
    [InlineData("nb", "fredag 17. november 2023")]
    [InlineData("nl", "vrijdag 17 november 2023")]
    [InlineData("pl", "piątek, 17 listopada 2023")]
    [InlineData("pt", "sexta-feira, 17 de novembro de 2023")]
    [InlineData("ro", "vineri, 17 noiembrie 2023")]
    [InlineData("ru", "Пятница, 17 ноября 2023")]
    [InlineData("sv", "fredag 17 november 2023")]
    [InlineData("th", "17 พฤศจิกายน 2566")]
    [InlineData("th", "17 พ.ย. 2566")]
    [InlineData("th", "17 พฤศจิกายน พ.ศ. 2566")]
    [InlineData("tr", "17 Kasım 2023 Cuma")]
    [InlineData("uk", "17 листопада 2023")]
    [InlineData("ur", "17 نومبر 2023")]
    [InlineData("vi", "Thứ Sáu, ngày 17 tháng 11 năm 2023")]
    [InlineData("vi", "17 tháng mười một, 2023")]
    [InlineData("zh", "2023年11月17日 星期五")]
    [InlineData("zh", "民國112年11月17日")]
    public void TryParse_DateInLanguage_ReturnsDay(string language, string text)
    {
        var parsed = PublicationDateParser.TryParse(text, out var date);

        Assert.True(parsed, language);
        Assert.Equal(Expected, date.Day);
    }

    [Theory]
    [InlineData("2023年11月17日 10:32", 10)]
    [InlineData("2023년 11월 17일 10:32", 10)]
    [InlineData("17 novembre 2023 à 10h32", 10)]
    [InlineData("17. November 2023 um 10:32", 10)]
    [InlineData("17 noviembre 2023 a las 10:32", 10)]
    [InlineData("17. marraskuuta 2023 klo 10.32 GMT", 10)]
    [InlineData("17 ноября 2023 в 10:32", 10)]
    public void TryParse_TimeInLanguage_ReturnsTime(string text, int hour)
    {
        var parsed = PublicationDateParser.TryParse(text, out var date);

        Assert.True(parsed);
        Assert.Equal(Expected, date.Day);
        Assert.Equal(new TimeOnly(hour, 32), date.Time);
    }

    [Theory]
    [InlineData("17 محرم 1445")] // Hijri
    [InlineData("۲۶ آبان ۱۴۰۲")] // Solar Hijri
    [InlineData("令和5年11月")]
    [InlineData("平成35年11月17日")] // the era ended in its 31st year
    [InlineData("昭和1年1月1日")] // before the era began
    [InlineData("vor 2 Stunden")]
    [InlineData("gestern")]
    [InlineData("ayer")]
    [InlineData("il y a 3 jours")]
    [InlineData("вчера")]
    [InlineData("2時間前")]
    [InlineData("17 พฤศจิกายน 66")]
    [InlineData("31 czerwca 2023")]
    [InlineData("Noviembre de 2023")]
    public void TryParse_OtherCalendarPartOrRelative_ReturnsFalse(string text) =>
        Assert.False(PublicationDateParser.TryParse(text, out _));

    [Fact]
    public void Rows_EveryIdentifiedLanguageWithNamesForMonths_HasTwelveThatMeanOneMonthEach()
    {
        // Chinese, Japanese and Korean number their months.
        var expected = LanguageIdentifier.Codes.Except(["ja", "ko", "zh"]);

        Assert.Equal(expected, MonthTable.Rows.Select(row => row.Language).Order(StringComparer.Ordinal));
        foreach (var (language, row) in MonthTable.Rows)
        {
            var months = row.Split('|');
            Assert.Equal(12, months.Length);
            for (var i = 0; i < 12; i++)
            {
                Assert.All(months[i].Split(','), name => Assert.True(MonthNames.Month(name) == i + 1, $"{language}: {name}"));
            }
        }
    }
}
