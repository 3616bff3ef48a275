using System.ClientModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Rewriting;

namespace Pipeline.Processing.Rewriting;

/// <summary>
/// Has a language model rewrite a summary, where one is configured. It is given the picked sentences alone, and its answer
/// counts only where <see cref="CitationCheck"/> finds nothing wrong: no failure of the model or of its endpoint fails an article.
/// </summary>
/// <param name="client">The model; null where none is configured.</param>
/// <param name="options">The limits of a call.</param>
/// <param name="lengths">The length of the summary that is rewritten: the one that readers get who ask for none.</param>
/// <param name="logger">Logs what is refused.</param>
public sealed partial class SummaryRewriter(IChatClient? client, RewritingOptions options, SummaryOptions lengths, ILogger<SummaryRewriter> logger)
{
    /// <summary>Rewrites a summary.</summary>
    /// <param name="summary">The extractive summary.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What became of it; null where there is no model, or nothing to rewrite.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<SummaryRewrite?> RewriteAsync(Summary summary, CancellationToken cancellationToken)
    {
        string[] sentences = [.. summary.Take(lengths.MaxSentences).Select(sentence => sentence.Text)];
        if (client is null || sentences.Length == 0)
        {
            return null;
        }

        var (answer, refusal) = await AskAsync(client, sentences, cancellationToken);
        var rewritten = answer is null ? null : RewriteAnswer.Read(answer);
        refusal ??= rewritten is null ? new RewriteRefusal(RewriteRefusal.WrongShape, "The answer is not the JSON that was asked for.") : CitationCheck.Check(sentences, rewritten);
        if (refusal is not null)
        {
            Log.Refused(logger, refusal.Reason); // What the detail quotes is for the head alone.
            return new SummaryRewrite { Sentences = [], Refused = refusal.Reason, Detail = refusal.Detail };
        }

        return new SummaryRewrite { Sentences = rewritten!, Of = sentences.Length, Model = options.Model };
    }

    private async Task<(string? Answer, RewriteRefusal? Refusal)> AskAsync(IChatClient model, IReadOnlyList<string> sentences, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            ChatMessage[] messages = [new(ChatRole.System, RewritePrompt.Instructions), new(ChatRole.User, RewritePrompt.Write(sentences))];
            var response = await model.GetResponseAsync(messages, new ChatOptions { Temperature = 0, Seed = 0, MaxOutputTokens = options.MaxOutputTokens, ResponseFormat = ChatResponseFormat.Json }, limit.Token);
            return (response.Text, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, new RewriteRefusal(RewriteRefusal.TimedOut, $"There was no answer within {options.TimeoutSeconds} s."));
        }
        catch (ClientResultException exception)
        {
            return (null, new RewriteRefusal(RewriteRefusal.Unavailable, exception.Status == 0 ? "The endpoint cannot be reached." : $"The endpoint answered with {exception.Status}."));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or AggregateException or Azure.RequestFailedException or Azure.Identity.AuthenticationFailedException)
        {
            return (null, new RewriteRefusal(RewriteRefusal.Unavailable, $"The endpoint cannot be used: {exception.GetType().Name}."));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The client's library throws whatever comes on an answer that is not of the interface.
            return (null, new RewriteRefusal(RewriteRefusal.WrongShape, "The answer is not of OpenAI's interface."));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A rewritten summary is refused: {Reason}.")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
