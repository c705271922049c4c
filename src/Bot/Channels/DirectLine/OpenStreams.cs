using System.Collections.Concurrent;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// The streams that are open, one for each session. When a session opens a second, as a client does that has lost its network without
/// noticing, the elder one is closed. Sessions of one conversation do not disturb each other.
/// </summary>
public sealed class OpenStreams
{
    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);

    public int Count => places.Count;

    /// <summary>Takes the session's place; whoever had it finds <see cref="Place.Replaced"/> cancelled. Dispose it to leave.</summary>
    public Place Enter(string session)
    {
        var place = new Place(this, session);
        Place? elder = null;
        places.AddOrUpdate(session, place, (_, before) =>
        {
            elder = before;
            return place;
        });
        elder?.Leave();
        return place;
    }

    public sealed class Place(OpenStreams streams, string session) : IDisposable
    {
        private readonly CancellationTokenSource replaced = new();

        public CancellationToken Replaced => replaced.Token;

        public void Dispose() => streams.places.TryRemove(new(session, this));

        // Never disposed of: a place that is being left may still be told that it was replaced, and it holds nothing but memory.
        internal void Leave() => replaced.Cancel();
    }
}
