using System.Globalization;
using System.Text;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>How the content files write the members of a closed set: small_grant for SmallGrant.</summary>
internal static class Names
{
    public static bool TryRead<T>(string text, out T value) where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (Of(candidate) != text) continue;
            value = candidate;
            return true;
        }
        value = default;
        return false;
    }

    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0) name.Append('_');
            name.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }
        return name.ToString();
    }
}
