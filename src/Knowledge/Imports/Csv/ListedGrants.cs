using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>
/// Reads the cell of a list of providers that tells which grants a group had: "funder | sum | day | what for", several parted by a semicolon. Whatever
/// is left out is not stated.
/// </summary>
internal static class ListedGrants
{
    public static IEnumerable<ProviderText> Of(string? cell, string dataSet)
    {
        if (cell is null) yield break;
        var number = 0;
        foreach (var grant in cell.Split(';'))
        {
            var parts = grant.Split('|').Select(ImportedText.WithoutContacts).ToList();
            if (parts[0] is not { } funder) continue;
            string? Part(int i) => i < parts.Count ? parts[i] : null;
            yield return new ProviderText(
                FormattableString.Invariant($"{dataSet}: grant {++number}"), Part(3) ?? "Purpose not stated", $"grant from {funder}, {dataSet}", ImportedText.Date(Part(2)), ImportedAmount.Pounds(Part(1)));
        }
    }
}
