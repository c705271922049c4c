using CommissioningBot.Knowledge.Imports.Json;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>Streams the grants out of a 360Giving JSON package, one at a time, so that a file of any size takes little memory.</summary>
internal sealed class GrantReader(Stream file)
{
    private readonly JsonList list = new(file, ["grants"], "This is not a 360Giving JSON file: it should be an object with a list called \"grants\".");

    /// <exception cref="UnreadableFileException">It is no JSON, has no grants, or ends too early.</exception>
    public IEnumerable<RawGrant> Read() => list.Read().Select(RawGrant.From);
}
