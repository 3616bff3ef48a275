namespace Pipeline.Evaluation.Summaries;

/// <summary>Something to learn weights from. Safe to use from several threads.</summary>
internal interface ITrainingTask
{
    /// <summary>Returns how good what the weights choose is: the mean of the three ROUGE F scores.</summary>
    double Score(double[] weights);
}
