namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Keeps every other process from writing a database file, for as long as it is held.</summary>
public static class FileLock
{
    /// <exception cref="IOException">Another process holds it; the message says what to do.</exception>
    public static FileStream Take(string database)
    {
        try
        {
            return new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"Another process is using {database}. Wait for it or stop it, or use another data folder (COMMISSIONINGBOT_DATA).", e);
        }
    }
}
