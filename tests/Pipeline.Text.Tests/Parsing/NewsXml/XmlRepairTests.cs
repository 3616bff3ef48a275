using Pipeline.Text.Parsing.NewsXml;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.NewsXml;

public sealed class XmlRepairTests
{
    [Theory]
    [InlineData("<a>x &amp; y &lt; &#233;</a>", "<a>x &amp; y &lt; é</a>")]
    [InlineData("<a>x&nbsp;y &eacute;</a>", "<a>x\u00A0y é</a>")]
    [InlineData("<a>Q & A; R&D &</a>", "<a>Q &amp; A; R&amp;D &amp;</a>")]
    [InlineData("<a>&lol9;</a>", "<a>&amp;lol9;</a>")]
    [InlineData("<a>b\u0001c\u001F</a>", "<a>bc</a>")]
    [InlineData("<a>&#38;&#60;</a>", "<a>&#38;&#60;</a>")]
    [InlineData("<a><![CDATA[x & y &nbsp;\u0002]]></a>", "<a><![CDATA[x & y &nbsp;]]></a>")]
    [InlineData("<a><![CDATA[x & y</a>", "<a><![CDATA[x &amp; y</a>")]
    [InlineData("<a>😀</a>", "<a>😀</a>")]
    public void Repair_WhatFeedsGetWrong_MakesXmlOfIt(string text, string expected) =>
        Assert.Equal(expected, XmlRepair.Repair(text));
}
