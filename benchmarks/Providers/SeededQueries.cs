using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Benchmarks.Providers;

/// <summary>Searches as commissioners put them: services, people, places, near, words, names, numbers, and filters by size and policy. The same seed gives the same ones.</summary>
internal sealed class SeededQueries(IReadOnlyList<Provider> sample, int seed)
{
    private static readonly string[] Services = ["befriending", "debt advice", "counselling", "a youth club", "food bank", "lunch clubs", "refuge from domestic abuse", "mentoring", "community transport", "housing advice", "sports", "English classes", "respite", "help with drugs and alcohol", "arts", "help into work", "bereavement support", "advocacy", "mental health support", "village hall"];
    private static readonly string[] People = ["older people", "young people", "carers", "refugees", "disabled people", "women", "families", "children", "veterans", "homeless people", "people with dementia", "people with learning disabilities", "prisoners"];
    private static readonly string[] Words = ["riding", "helpline", "scholarships", "nature reserve", "part-time workers", "concerts at christmas", "grants to individuals", "hire of rooms", "minibus", "parish", "day centre social workers", "garden volunteers"];
    private static readonly string[] Places = [.. PlaceList.Authored.Places.Where(p => p is { Kind: PlaceKind.Council or PlaceKind.County, IsFormer: false }).OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => p.Name)];

    private readonly Random random = new(seed);

    public IEnumerable<(string Kind, string Text)> Take(int count)
    {
        for (var i = 0; i < count; i++) yield return Next();
    }

    private (string, string) Next() => random.Next(22) switch
    {
        < 5 => ("service, place", $"{Any(Services)} in {Any(Places)}"),
        < 8 => ("service, people, place", $"{Any(Services)} for {Any(People)} in {Any(Places)}"),
        < 10 => ("service, people", $"{Any(Services)} for {Any(People)}"),
        < 12 => ("people, near", $"who helps {Any(People)} near {Any(Places)}"),
        < 14 => ("words", Any(Words)),
        14 => ("words, place", $"{Any(Words)} in {Any(Places)}"),
        15 => ("place", $"groups in {Any(Places)}"),
        16 => ("misspelt", $"{Slip(Any(Services))} in {Any(Places)}"),
        20 => ("filters, place", $"small charities doing {Any(Services)} in {Any(Places)} with a safeguarding policy"),
        21 => ("filters", $"{Any(Services)} by charities under £100,000 with a safeguarding policy"),
        < 19 => ("name", $"tell me about {sample[random.Next(sample.Count)].Name.ToLowerInvariant()}"),
        _ => ("number", $"charity {sample[random.Next(sample.Count)].Id["GB-CHC-".Length..]}"),
    };

    // Two letters change places, as in typing.
    private string Slip(string text)
    {
        var at = random.Next(1, text.Length - 1);
        return text[..at] + text[at + 1 < text.Length ? at + 1 : at] + text[at] + (at + 2 < text.Length ? text[(at + 2)..] : "");
    }

    private string Any(string[] texts) => texts[random.Next(texts.Length)];
}
