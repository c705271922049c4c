namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>Authored content that is half made. It names the file and the field, and nothing of the library is loaded.</summary>
public sealed class ContentException : Exception
{
    public ContentException(string file, string what, Exception? cause = null) : base($"{file}: {what}", cause)
    {
    }

    public ContentException() : this("content", "unknown")
    {
    }

    public ContentException(string message) : base(message)
    {
    }

    public ContentException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
