using System.Net;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Knowledge.Imports.Ocds;

/// <summary>Makes an opportunity of a release of any of the three shapes, and says where the notice contradicts itself.</summary>
internal sealed partial class OpportunityTranslator
{
    private const int LongestDescription = 8000;

    // From this day on, what begins is under the Procurement Act 2023 (SI 2024/959).
    private static readonly DateOnly NewLaw = new(2025, 2, 24);

    /// <param name="release">A release whose ocid, date and title were found to be there.</param>
    /// <param name="published">Its date.</param>
    /// <param name="licence">The licence that its package names.</param>
    public static Opportunity Translate(RawRelease release, string title, DateTimeOffset published, string dataSet, string licence)
    {
        var tender = release.Tender;
        var description = Description(tender?.Description);
        var deadline = UkClock.Read(tender?.Deadline) ?? UkClock.Read(tender?.InterestDeadline);
        var notice = release.Documents.LastOrDefault(d => d.NoticeType is not null) ?? release.Documents.FirstOrDefault(d => d.Type is "tenderNotice" or "awardNotice" or "plannedProcurementNotice");
        var reserved = tender?.Lots.SelectMany(l => l.Reserved).Distinct().ToList() ?? [];
        var buyer = release.Parties.FirstOrDefault(p => p.Roles.Contains("buyer"));
        return new Opportunity
        {
            Ocid = release.Ocid!,
            Title = title,
            Description = description,
            Stage = StageOf(release),
            Published = published,
            Buyer = Plain(release.BuyerName ?? buyer?.Name),
            BuyerId = ImportedText.Visible(release.BuyerId ?? buyer?.Id),
            BuyerPlace = buyer is null ? null : Place(buyer.Place),
            Deadline = deadline,
            QuestionsUntil = UkClock.Read(tender?.QuestionsUntil),
            Value = Value(tender?.Value, tender?.Least, IsFindATender(release)) ?? LotValue(tender, release),
            Classes = Classes([.. tender?.Classes ?? [], .. release.Awards.SelectMany(a => a.Classes)]),
            Places = [.. (tender?.Places ?? []).Concat(release.Awards.SelectMany(a => a.Places)).Select(Place).OfType<DeliveryPlace>().Distinct()],
            SuitableForSmall = Any(tender?.Sme, tender?.Lots.Select(l => l.Sme)),
            SuitableForVcse = Any(tender?.Vcse, tender?.Lots.Select(l => l.Vcse)),
            ReservedFor = reserved,
            ReservedArea = tender?.Lots.SelectMany(l => l.ReservedArea).Distinct().ToList() is { Count: > 0 } area ? Plain(string.Join(", ", area)) : null,
            Regime = RegimeOf(release, published, notice),
            LightTouch = tender is null || tender.SpecialRegime.Count == 0 ? null : tender.SpecialRegime.Contains("lightTouch"),
            AboveThreshold = tender?.AboveThreshold ?? release.Awards.Select(a => a.AboveThreshold).FirstOrDefault(a => a is not null),
            Procedure = Plain(tender?.MethodDetails),
            WhereToBid = WhereToBid(tender, release),
            NoticeUrl = ImportedText.Website(notice?.Url),
            NoticeType = ImportedText.Visible(notice?.NoticeType),
            Lots = [.. tender?.Lots.Select(l => Plain(l.Title)).OfType<string>().Take(50) ?? []],
            Awards = [.. release.Awards.Select(a => Award(a, release))],
            Warnings = [.. Warnings(tender, description, deadline, published)],
            DataSet = dataSet,
            Licence = licence,
        };
    }

    /// <summary>Visible text without entities, tags and people's contacts.</summary>
    public static string? Plain(string? text) =>
        text is null ? null : ImportedText.WithoutContacts(Tag().Replace(WebUtility.HtmlDecode(text), " "));

    public static decimal? Pounds(RawValue? value) => value is { Currency: null or "GBP" } ? value.Amount ?? value.Gross : null;

    private static string? Description(string? text) => Plain(text) is { } plain ? plain[..Math.Min(plain.Length, LongestDescription)] : null;

    private static bool IsFindATender(RawRelease release) => release.Ocid!.StartsWith("ocds-h6vhtk-", StringComparison.Ordinal);

    private static bool IsContractsFinder(RawRelease release) => release.Ocid!.StartsWith("ocds-b5fd17", StringComparison.Ordinal);

    private static OpportunityStage StageOf(RawRelease release)
    {
        bool Tagged(params string[] tags) => release.Tags.Any(tags.Contains);
        if (Tagged("tenderCancellation", "awardCancellation", "contractTermination") && !Tagged("award", "contract") || release.Tender?.Status is "cancelled" or "unsuccessful" or "withdrawn") return OpportunityStage.Cancelled;
        if (release.Awards.Count > 0 || Tagged("award", "awardUpdate", "contract", "contractUpdate", "contractAmendment", "implementation") || release.Tender?.Status == "complete") return OpportunityStage.Awarded;
        if (Tagged("planning", "planningUpdate") && !Tagged("tender") || release.Tender?.Status is "planning" or "planned") return OpportunityStage.Planned;
        return OpportunityStage.Advertised;
    }

    // On Find a Tender a notice without its type is one of the old law; Contracts Finder carries on with what began under it.
    private static Regime RegimeOf(RawRelease release, DateTimeOffset published, RawDocument? notice) => release.Tender?.Law switch
    {
        "2023/54" => Regime.ProcurementAct2023,
        "2023/1348" => Regime.HealthCare,
        _ when notice?.NoticeType is not null => Regime.ProcurementAct2023,
        _ when IsFindATender(release) || IsContractsFinder(release) || DateOnly.FromDateTime(published.UtcDateTime) < NewLaw && release.Tender?.Law is not null => Regime.Old,
        _ => Regime.NotStated,
    };

    // Nought is what forms write where nothing was filled in.
    private static ContractValue? Value(RawValue? value, RawValue? least, bool saysVat)
    {
        var (amount, gross, from) = (NotNought(value?.Amount), NotNought(value?.Gross), NotNought(least?.Amount));
        if (amount is null && gross is null && from is null) return null;
        var currency = value?.Currency ?? least?.Currency ?? "GBP";
        return saysVat ? new ContractValue(amount, gross, null, from, currency) : new ContractValue(null, gross, amount, from, currency);
    }

    private static ContractValue? LotValue(RawTender? tender, RawRelease release) =>
        tender?.Lots is [{ Value: { } only }] ? Value(only, null, IsFindATender(release)) : null;

    private static decimal? NotNought(decimal? amount) => amount is 0 ? null : amount;

    private static List<CpvClass> Classes(IEnumerable<RawClass> classes) =>
    [
        .. classes.Where(c => c.Scheme is "CPV" && c.Id is { Length: >= 8 } id && id[..8].All(char.IsAsciiDigit)).Select(c => new CpvClass(c.Id![..8], Plain(c.Description) ?? "")).DistinctBy(c => c.Code),
    ];

    private static DeliveryPlace? Place(RawPlace place)
    {
        var (region, locality, postcode) = (Plain(place.Region), Plain(place.Locality), Places.Postcode.Read(place.Postcode)?.ToString());
        return region is null && locality is null && postcode is null ? null : new DeliveryPlace(region, locality, postcode);
    }

    // One lot that is suitable makes the whole worth a look; null is not no.
    private static bool? Any(bool? whole, IEnumerable<bool?>? lots) =>
        whole ?? (lots?.Where(l => l is not null).ToList() is { Count: > 0 } stated ? stated.Contains(true) : null);

    private static string? WhereToBid(RawTender? tender, RawRelease release)
    {
        if (tender?.WhereToBid is { } text) return ImportedText.Website(text) ?? Plain(text);
        // Contracts Finder puts the portal among the documents.
        return release.Documents.Select(d => ImportedText.Website(d.Url)).OfType<string>()
            .FirstOrDefault(u => !u.Contains("contractsfinder.service.gov.uk", StringComparison.Ordinal) && !u.Contains("find-tender.service.gov.uk", StringComparison.Ordinal));
    }

    private static ContractAward Award(RawAward award, RawRelease release) => new(
        UkClock.Read(award.Date) is { } moment ? DateOnly.FromDateTime(UkClock.At(moment).DateTime) : null,
        Value(award.Value, null, IsFindATender(release)),
        [.. award.Suppliers.Select(s => Plain(s.Name)).OfType<string>()],
        [.. award.Suppliers.Select(s => ImportedText.Visible(s.Id)).OfType<string>().Where(i => i.StartsWith("GB-", StringComparison.Ordinal))],
        award.AboveThreshold);

    private static IEnumerable<string> Warnings(RawTender? tender, string? description, DateTimeOffset? deadline, DateTimeOffset published)
    {
        if (tender is null) yield break;
        if (tender.Deadline is not null && UkClock.Read(tender.Deadline) is null) yield return $"Its deadline \"{ImportedText.Shortened(tender.Deadline)}\" cannot be read: look at the notice.";
        if (deadline is { } end)
        {
            var said = DeadlineInText.In(tender.Description is null ? null : WebUtility.HtmlDecode(tender.Description), DateOnly.FromDateTime(UkClock.At(published).DateTime));
            var field = DateOnly.FromDateTime(UkClock.At(end).DateTime);
            if (said.Count > 0 && !said.Contains(field))
            {
                yield return $"Its text says {DeadlineInText.Say(said)}, its own field says {UkClock.Say(end)}. Keep to the earlier day and ask the buyer.";
            }
            if (UkClock.At(end).TimeOfDay == TimeSpan.Zero) yield return "The time given is midnight at the start of that day: hand in the day before, or ask the buyer.";
            if (UkClock.Read(tender.Deadline) is null) yield return "The date is for saying that you are interested; when bids are due is not stated.";
        }
        var currency = tender.Value?.Currency;
        foreach (var other in tender.Lots.Select(l => l.Value?.Currency).OfType<string>().Where(c => currency is not null && c != currency).Distinct())
        {
            yield return $"A lot's value is given in {ImportedText.Shortened(other)}, the whole in {ImportedText.Shortened(currency!)}: most likely a slip. Ask the buyer.";
        }
        if (tender.Method == "open" && tender.MethodDetails?.Contains("flexible", StringComparison.OrdinalIgnoreCase) == true)
        {
            var stages = description is not null && Stages().IsMatch(description);
            yield return "It is labelled open, but the procedure is a competitive flexible one" + (stages ? " in stages" : "") + ": everybody may start, and the buyer may take only some to the end.";
        }
        if (tender.Method == "direct") yield return "The buyer chose the supplier without a competition.";
    }

    [GeneratedRegex("<[^<>]{1,300}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\b(two|three|2|3)[- ]stage|\bstage (1|2|one|two)\b|\bfirst stage\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stages();
}
