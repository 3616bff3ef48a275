namespace Pipeline.Text.Tagging.Actors;

/// <summary>The parts of an article in which names are looked for, in reading order.</summary>
internal enum ArticlePartKind
{
    Title,
    Body,
    Question,
    Answer,
}

/// <summary>A part of an article; questions and answers carry the index of their pair.</summary>
internal readonly record struct ArticlePart(ArticlePartKind Kind, int Index);
