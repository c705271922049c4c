using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>Reads a little ahead on another thread, so that what is read is worked on at the same time.</summary>
internal static class Ahead
{
    private const int BatchSize = 256;
    private const int MostBatches = 16;

    /// <summary>The same rows in the same order; an error of reading comes where it came.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> rows)
    {
        using var ready = new BlockingCollection<List<T>>(MostBatches);
        using var stop = new CancellationTokenSource();
        ExceptionDispatchInfo? problem = null;
        var reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var batch in ready.GetConsumingEnumerable())
                foreach (var row in batch) yield return row;
        }
        finally
        {
            stop.Cancel();
            reading.Wait();
        }
        problem?.Throw();

        void Read()
        {
            try
            {
                var batch = new List<T>(BatchSize);
                foreach (var row in rows)
                {
                    batch.Add(row);
                    if (batch.Count < BatchSize) continue;
                    ready.Add(batch, stop.Token);
                    batch = new List<T>(BatchSize);
                }
                ready.Add(batch, stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Whoever asked for the rows wants no more of them.
            }
            catch (Exception e)
            {
                problem = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                ready.CompleteAdding();
            }
        }
    }
}
