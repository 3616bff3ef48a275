using Pipeline.Text.Sentences;
using Xunit;

namespace Pipeline.Text.Tests.Sentences;

/// <summary>Sentences of news prose, written for these tests; a bar stands where one ends.</summary>
public sealed class NewsProseTests
{
    [Theory]
    [InlineData("Sen. Ada Orr, D-Conn., met Rep. Lev Poe of Ohio.|They talked for an hour.")]
    [InlineData("Gov. Ida Lund said Lt. Gov. Per Holm would step in.|Mr. Holm agreed.")]
    [InlineData("The Rev. Amos Bell and Dr. Una Frey, Ph.D., led the march.|Hundreds followed.")]
    [InlineData("Maj. Gen. Otto Lind and Adm. Eva Strand testified.|The panel thanked both.")]
    [InlineData("Police Chief Sgt. Nils Berg Jr. said so.|The mayor did not.")]
    [InlineData("Then-Gov. Ida Lund and then-Sen. Per Holm signed.|Nobody else did.")]
    [InlineData("Prof. Ana Ruiz of St. Louis spoke at Ft. Worth.|Students cheered.")]
    [InlineData("Mt. Hale erupted on Feb. 3.|Villages emptied.")]
    [InlineData("The case, Orr v. Poe, goes back to 2014.|A ruling is due in Sept. or Oct. this year.")]
    [InlineData("Sens. Orr and Poe voted yes.|Reps. Lund and Holm voted no.")]
    [InlineData("Asst. Atty. Gen. Kim Roe and Det. Sgt. Lou Vane took the stand.|Neither wavered.")]
    [InlineData("Pfc. Dan Moe, Spc. Al Roe and Cpl. Jo Lee were honored.|Their families came.")]
    public void Split_Titles_GoOn(string sentences) => AssertSplit(sentences);

    [Theory]
    [InlineData("Brandt Corp. said profit fell 3.2 percent.|Shares of Lund Inc. and Holm Ltd. rose.")]
    [InlineData("The buyer is Brandt Inc.|The price was not disclosed.")]
    [InlineData("He ran Lund Bros. Hardware for years.|Then it closed.")]
    [InlineData("Brandt Co. Chairman Ida Lund quit.|Nobody replaced her.")]
    [InlineData("It sold Lund Ltd.|In May it bought it back.")]
    [InlineData("Yahoo! shares and Jeopardy! reruns did well.|Others did not.")]
    [InlineData("Amazon.com Inc. and Booking.com N.V. settled.|The court agreed.")]
    [InlineData("The firm, based in Newark, N.J., hired 40 people.|Most live nearby.")]
    public void Split_Companies_EndOnlyBeforeAStarter(string sentences) => AssertSplit(sentences);

    [Theory]
    [InlineData("He grew up in Flint, Mich., and moved to Tulsa, Okla., in 1990.|He stayed.")]
    [InlineData("She lives in Washington, D.C.|Her brother lives in Md. as well.")]
    [InlineData("U.S. President Ida Lund met U.N. Secretary-General Per Holm.|Both left early.")]
    [InlineData("Troops will stay in the U.S.|The rest come home.")]
    [InlineData("Exports to the E.U. Commission officials say are down.")]
    [InlineData("It happened on Fifth Ave. near St. Mark's Church.|A bus had stopped.")]
    [InlineData("The U.S. Army and the U.K. government signed.|The U.N. did not.")]
    [InlineData("He returned to the U.S. on Monday.|She stayed in the U.K. until June.")]
    [InlineData("The house at 12 Elm St. burned.|The one at 14 Oak Rd. did not.")]
    [InlineData("The law bans it in the U.S.|But Canada allows it.")]
    [InlineData("They flew to Washington, D.C.|Protesters waited there.")]
    [InlineData("Newark, N.J. Mayor Ida Lund spoke in Trenton, N.J., on Monday.|Few came.")]
    public void Split_PlacesAndAcronyms_EndOnlyBeforeAStarter(string sentences) => AssertSplit(sentences);

    [Theory]
    [InlineData("Polls close at 8 p.m. Tuesday in most counties.|Results follow.")]
    [InlineData("The blast came at 6:15 a.m. Monday, police said.|Nobody was hurt.")]
    [InlineData("It starts at 10 a.m.|The doors open earlier than that.")]
    [InlineData("It ran from 9 a.m. to 5 p.m. EST on Nov. 3 and Dec. 1.|Few came.")]
    [InlineData("The fire broke out about 2 a.m.|Crews needed hours.")]
    [InlineData("The No. 1 seed lost to No. 16.|It was the first time.")]
    [InlineData("Inflation hit 9.1 percent in June, vs. 8.6 percent in May.|Rates rose .25 points.")]
    [InlineData("It cost $1.5 million.|That is 3.5 times as much.")]
    [InlineData("Jan. 6 hearings resume on Oct. 13.|A report comes in Dec. at the latest.")]
    [InlineData("The bill, H.R. 1234, passed.|S. 567 did not.")]
    [InlineData("He was born in 1950.|2020 was his last year.")]
    [InlineData("It was 35 degrees at 7 a.m. in St. Paul, Minn.|Snow fell by noon.")]
    public void Split_NumbersAndTimes_GoOn(string sentences) => AssertSplit(sentences);

    [Theory]
    [InlineData("“It is over,” she said.|“We lost.”")]
    [InlineData("“Why now?” he asked.|Nobody answered.")]
    [InlineData("“Stop!” the officer shouted.|He ran on.")]
    [InlineData("“Will it hold?” Ida Lund asked.|It did.")]
    [InlineData("“He said ‘never again.’|We believed him,” she said.")]
    [InlineData("\"It's done.\"|\"Is it?\" he asked.|\"Yes.\"")]
    [InlineData("“We can't wait!”|The crowd roared.")]
    [InlineData("She called it “a disgrace.”|He called it “art.”")]
    [InlineData("'It was quiet,' he said.|'Then came the noise.'")]
    [InlineData("The play “Who's Afraid?” opens in May.|Tickets are gone.")]
    [InlineData("“I was ... afraid,” he said.|“So was she….”|They left.")]
    [InlineData("“We waited. . . and nothing came,” he said.|It rained.")]
    [InlineData("He wondered: “What if it's true?”|It was.")]
    [InlineData("“No comment,” said Ida Lund.|(Her lawyer declined as well.)|The trial opens in May.")]
    [InlineData("“It is ‘over,’” she said.|“Truly.”")]
    [InlineData("“Is this justice?” wrote Per Holm, a lawyer.|The court said yes.")]
    [InlineData("“Is it safe?” the mayor of Aland wanted to know.|It was not.")]
    [InlineData("“Never!”|Lund, 41, was born here.")]
    [InlineData("“We did it!” Lund, 41, told reporters.|She wept.")]
    public void Split_Quotations_EndWithTheirSentence(string sentences) => AssertSplit(sentences);

    [Theory]
    [InlineData("WASHINGTON (AP) — The Senate passed the bill.|The House did not.")]
    [InlineData("NEWARK, N.J. (Reuters) - A judge ruled on Monday.|An appeal is likely.")]
    [InlineData("ST. PAUL, Minn. — Voters approved it.|Turnout was low.")]
    [InlineData("(CNN) -- A storm hit Aland.|Roads closed.")]
    [InlineData("It fell (see p. 4).|It rose again (by 2 percent in Jan. alone).|It fell.")]
    [InlineData("He quit (and who could blame him?) in May.|She stayed.")]
    [InlineData("The plan — called “Fix It!” — failed.|Nobody mourned it.")]
    [InlineData("J.P. Lund and A.J. Holm met F. W. Roe.|They signed.")]
    [InlineData("George H.W. Lund and Ida B. Holm won.|John F. Roe lost.")]
    [InlineData("Vitamin C.|Was it enough?")]
    [InlineData("They sell apples, pears, etc. at the market.|Prices vary.")]
    [InlineData("It works, i.e. it runs.|Others, e.g. the old one, do not.")]
    [InlineData("The e-book sold 1,000,000 copies!|Really.")]
    [InlineData("Mr. and Mrs. Holm, et al. sued.|The city paid.")]
    [InlineData("Visit www.example.org for more.|It is free.")]
    [InlineData("Then came the vote … and the silence.|It passed.")]
    [InlineData("It ended there …|But not for long.")]
    [InlineData("Will.i.am sang.|Dr. Dre did not.")]
    [InlineData("The score was 3-2.|Holm scored twice.")]
    [InlineData("The U.S.-led force left.|The U.S.'s allies stayed.")]
    [InlineData("He has a B.A. from Yale and a J.D. from Duke.|She has an M.B.A.")]
    [InlineData("The album by M.I.A. sold out.|Fans of R.E.M. were pleased.")]
    [InlineData("The G.O.P. leader spoke.|The F.B.I. declined to comment.")]
    public void Split_DatelinesBracketsAndInitials_GoOn(string sentences) => AssertSplit(sentences);

    private static void AssertSplit(string sentences)
    {
        var text = sentences.Replace('|', ' ');

        Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text).Select(span => text[span.Start..span.End])));
    }
}
