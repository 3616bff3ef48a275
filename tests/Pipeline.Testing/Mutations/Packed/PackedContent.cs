namespace Pipeline.Testing.Mutations.Packed;

/// <summary>
/// Changes what stands inside a file that packs or encodes it, and packs it again with right lengths, tables and checksums:
/// else hardly a change would come further than those.
/// </summary>
internal static class PackedContent
{
    /// <summary>Returns the file with a change inside, or of itself: by chance, or since there is nothing inside.</summary>
    /// <param name="file">A good file.</param>
    /// <param name="random">Decides where the change is.</param>
    /// <param name="change">The change.</param>
    public static byte[] Change(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        if (random.Next(3) == 0)
        {
            return change(file);
        }

        // What is inside may be packed too: a web archive in gzip, a mail in a ZIP.
        byte[] Inside(byte[] inner) => Change(inner, random, change);
        var changed = file switch
        {
            [0x1F, 0x8B, ..] => PackedGzip.Change(file, random, Inside),
            [(byte)'P', (byte)'K', 3, 4, ..] => PackedZip.Change(file, random, Inside),
            [(byte)'W', (byte)'A', (byte)'R', (byte)'C', (byte)'/', ..] => PackedWarc.Change(file, random, Inside),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => PackedPdf.Change(file, random, change),
            _ => PackedMail.Change(file, random, Inside),
        };
        return changed ?? change(file);
    }
}
