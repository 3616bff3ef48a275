using MimeKit;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>How mails are taken apart.</summary>
internal static class MailLimits
{
    /// <summary>How deep parts may stand within parts. A forwarded, signed newsletter with pictures has six.</summary>
    public const int MaxDepth = 24;

    /// <summary>How many parts a message may have.</summary>
    public const int MaxParts = 2_000;

    /// <summary>The longest header of a message, in bytes. Chosen: lists of a thousand addressees have some 50,000.</summary>
    public const int MaxHeaderBytes = 1024 * 1024;

    /// <summary>How many characters of text one part gives. A long newsletter has 200,000 with its markup.</summary>
    public const int MaxTextBytes = 8 * 1024 * 1024;

    /// <summary>Returns the parser's options: it takes what is nested deeper for plain bytes.</summary>
    public static ParserOptions ParserOptions()
    {
        var options = MimeKit.ParserOptions.Default.Clone();
        options.MaxMimeDepth = MaxDepth;
        options.MaxAddressGroupDepth = 3;
        return options;
    }
}
