using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Text.Parsing.Elements.Quotations;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements.Quotations;

public sealed class QuotationProperties
{
    private static readonly string[] Pieces =
    [
        "“", "”", "‘", "’", "\"", "'", "«", "»", "„", "‹", "›", "「", "」", "『", "』", " ", " ", ", ", ". ", "? ", ": ", "; ", "—", "\n\n", "\n\n", "Jane Doe", "Doe", "the minister",
        "said", "she", "according to", "told", "we go home now", "a", "of", "’s", "😀", "\uD83D", "总统", "sagte", "selon", "1990", "“We will not move,” said Jane Doe.",
    ];

    [Property(MaxTest = 2000)]
    public Property Read_AnyMix_GivesSpansInsideInOrderAndApart() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), Gen.Elements(Languages).ToArbitrary(), (source, language) =>
        {
            var (text, blocks) = QuotationText.Join(source);
            blocks = [.. blocks.Where(block => block.Span.Length > 0)];

            var quotations = QuotationReader.Read(text, blocks, language, TestContext.Current.CancellationToken);

            var end = 0;
            foreach (var quotation in quotations)
            {
                Assert.True(quotation.Span.Length > 0 && quotation.Span.Start >= end && quotation.Span.End <= text.Length);
                Assert.Contains(blocks, block => block.Span.Start <= quotation.Span.Start && quotation.Span.End <= block.Span.End);
                end = quotation.Span.End;
                if (quotation.Speaker is { } speaker)
                {
                    Assert.True(speaker.Start >= 0 && speaker.Length > 0 && speaker.End <= text.Length);
                    Assert.DoesNotContain('\n', text.Substring(speaker.Start, speaker.Length));
                }
            }
        });

    private static readonly string?[] Languages = [null, "en", "de", "fr", "ru", "zh"];
}
