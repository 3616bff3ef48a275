using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Actors;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors;

public sealed class TypeVoteTests
{
    [Theory]
    [InlineData(2, ActorType.Organization)]
    [InlineData(1, ActorType.Place)]
    public void TypeOf_SingleOtherReading_FollowsAClearMajority(int organizations, ActorType expected)
    {
        var odd = Mention(ActorType.Place);
        var vote = new TypeVote([odd, .. Enumerable.Repeat(Mention(ActorType.Organization), organizations)]);

        Assert.Equal(expected, vote.TypeOf(odd));
    }

    private static Mention Mention(ActorType type) =>
        new(new ArticlePart(ArticlePartKind.Body, 0), new TextSpan(0, 9), "Quillcorp", type, null, null, null, MentionCues.None);
}
