namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>Something that is known of a provider, whether it was asked or not.</summary>
/// <param name="What">Of what kind, such as "legal form".</param>
/// <param name="Source">The data set that says it.</param>
/// <param name="Date">The end of the year it is of, or the day on which it was seen.</param>
public sealed record StatedFact(string What, string Text, string Source, DateOnly Date);

/// <summary>Tells what is known of a provider besides its work. What is not known is left out, not called no.</summary>
internal static class TellFacts
{
    public static IReadOnlyList<StatedFact> Of(Provider provider, ProviderOutline outline, IReadOnlyList<SourceFacts> facts)
    {
        var told = new List<StatedFact>();
        if (StatedIncome.Of(outline, facts) is { } income) told.Add(new StatedFact("income", income.Text["income ".Length..], income.Source, income.Date));
        else if (provider.IncomeBand is { } band) told.Add(new StatedFact("income", band, provider.DataSet, provider.LastSeen));
        if (provider.LegalForm is { } form) told.Add(new StatedFact("legal form", form, provider.DataSet, provider.LastSeen));
        foreach (var source in facts)
        {
            if (source.Registered is { } day) told.Add(new StatedFact("registered since", FilterLabels.Day(day), source.DataSet, source.LastSeen));
            Add(told, source, "its standing on the register", source.Standing);
            Add(told, source, "policies it says it has, which nobody has checked", source.Policies);
            Add(told, source, "quality marks it names, which nobody has checked", source.QualityMarks);
            Add(told, source, "led by", source.LedBy);
            if (source.RegisterLink is { } link) told.Add(new StatedFact("register", link, source.DataSet, source.LastSeen));
        }
        return told;
    }

    private static void Add(List<StatedFact> told, SourceFacts source, string what, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0) told.Add(new StatedFact(what, string.Join(", ", texts), source.DataSet, source.LastSeen));
    }
}
