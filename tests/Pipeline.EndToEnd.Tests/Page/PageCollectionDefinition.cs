using Xunit;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>The tests of the page, which share one <see cref="PageFixture"/> and run one after another.</summary>
[CollectionDefinition]
public sealed class PageCollectionDefinition : ICollectionFixture<PageFixture>;
