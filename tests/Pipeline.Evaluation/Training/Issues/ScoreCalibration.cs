using Pipeline.Text.Tagging.Scoring;

namespace Pipeline.Evaluation.Training.Issues;

/// <summary>
/// Makes scores mean probabilities: all weights are multiplied by one number and the bias is shifted by another, so that the
/// scores fit articles all of whose issues are known (Platt, "Probabilistic Outputs for Support Vector Machines", 1999, without
/// its smoothing). The order of the issues stays as it is.
/// </summary>
internal static class ScoreCalibration
{
    private const int MaxSteps = 100;
    private const double Converged = 1e-9;

    // Keeps the step finite where all examples lie on one side.
    private const double Ridge = 1e-6;

    /// <summary>Fits the scores, by Newton's method.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="examples">The features of pairs of article and issue, and whether the article is about the issue.</param>
    public static double[] Fit(double[] weights, IReadOnlyList<(IssueFeatures Features, bool IsRight)> examples)
    {
        (double Margin, bool IsRight)[] margins = [.. examples.Select(example => (WeightTraining.Sum(example.Features, weights), example.IsRight))];
        var (scale, shift) = (1.0, 0.0);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (toScale, toShift, scaleScale, scaleShift, shiftShift) = (0.0, 0.0, Ridge, 0.0, Ridge);
            foreach (var (margin, isRight) in margins)
            {
                var score = 1 / (1 + Math.Exp(-((scale * margin) + shift)));
                var error = score - (isRight ? 1 : 0);
                var curvature = score * (1 - score);
                (toScale, toShift) = (toScale + (error * margin), toShift + error);
                (scaleScale, scaleShift, shiftShift) = (scaleScale + (curvature * margin * margin), scaleShift + (curvature * margin), shiftShift + curvature);
            }

            if (Math.Abs(toScale) + Math.Abs(toShift) < Converged)
            {
                break;
            }

            // A whole step may go too far: then half of it, and so on.
            var determinant = (scaleScale * shiftShift) - (scaleShift * scaleShift);
            var stepOfScale = ((shiftShift * toScale) - (scaleShift * toShift)) / determinant;
            var stepOfShift = ((scaleScale * toShift) - (scaleShift * toScale)) / determinant;
            var loss = Loss(margins, scale, shift);
            for (var part = 1.0; part > Converged; part /= 2)
            {
                if (Loss(margins, scale - (part * stepOfScale), shift - (part * stepOfShift)) <= loss)
                {
                    (scale, shift) = (scale - (part * stepOfScale), shift - (part * stepOfShift));
                    break;
                }
            }
        }

        double[] fitted = [.. weights.Select(weight => scale * weight)];
        fitted[(int)IssueFeature.Bias] += shift;
        return fitted;
    }

    // -ln p, without overflow where the margin is far on the wrong side.
    private static double Loss((double Margin, bool IsRight)[] margins, double scale, double shift) => margins.Sum(item =>
    {
        var odds = (item.IsRight ? 1 : -1) * ((scale * item.Margin) + shift);
        return Math.Max(0, -odds) + Math.Log(1 + Math.Exp(-Math.Abs(odds)));
    });
}
