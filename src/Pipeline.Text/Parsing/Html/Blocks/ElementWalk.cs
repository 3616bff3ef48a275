using AngleSharp.Dom;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>Walks trees in document order, without recursion and in linear time: a node does not know its place among its siblings.</summary>
internal static class ElementWalk
{
    /// <summary>Returns the elements and texts below a node.</summary>
    public static IEnumerable<INode> Descendants(INode root)
    {
        var path = new Stack<(INodeList Nodes, int Next)>();
        path.Push((root.ChildNodes, 0));
        while (path.TryPop(out var level))
        {
            if (level.Next >= level.Nodes.Length)
            {
                continue;
            }

            path.Push((level.Nodes, level.Next + 1));
            var node = level.Nodes[level.Next];
            if (node is IElement)
            {
                yield return node;
                path.Push((node.ChildNodes, 0));
            }
            else if (node is IText)
            {
                yield return node;
            }
        }
    }
}
