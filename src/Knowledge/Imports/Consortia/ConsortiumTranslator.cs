using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Consortia;

/// <summary>Makes one provider of the lines of a consortium.</summary>
/// <param name="recorded">The consortium of that identifier as an earlier import of the list left it.</param>
internal sealed class ConsortiumTranslator(ImportSource source, DateOnly today, Func<string, Consortium?> recorded)
{
    public IEnumerable<ImportedRow> Translate(string name, IReadOnlyList<CsvLine<ConsortiumColumn>> lines)
    {
        // What is said of the consortium itself need stand in one line only.
        string? Of(ConsortiumColumn column) => lines.Select(l => l[column]).FirstOrDefault(c => c is not null);
        var problems = new List<Refusal>();
        var id = OrganisationNumber.Charity(Of(ConsortiumColumn.CharityNumber)) ?? OrganisationNumber.Company(Of(ConsortiumColumn.CompanyNumber)) ?? Provider.OwnId(source.DataSet, name);
        var postcode = Postcode.Read(Of(ConsortiumColumn.Postcode));
        var seen = ImportedText.Date(Of(ConsortiumColumn.LastChecked));
        if (postcode is null && Of(ConsortiumColumn.Postcode) is { } unread) problems.Add(LeftOut(lines[0], $"The postcode \"{ImportedText.Shortened(unread)}\" cannot be read; {name} was kept without it."));
        var consortium = new MembersReader(recorded(id), problems).Read(Day(lines, ConsortiumColumn.ProcuredOn, problems), ImportedText.WithoutContacts(Of(ConsortiumColumn.ProcuredFor)), lines);
        if (consortium.Members.Any(m => m.IsNow))
        {
            var company = OrganisationNumber.Company(Of(ConsortiumColumn.CompanyNumber));
            var provider = new Provider
            {
                Id = id,
                Name = name,
                Locality = ImportedText.WithoutContacts(Of(ConsortiumColumn.Town)),
                Outward = postcode?.Outward,
                Postcode = postcode?.ToString(),
                Website = ImportedText.Website(Of(ConsortiumColumn.Website)),
                LegalForm = "Consortium",
                DataSet = source.DataSet,
                Licence = source.Licence,
                LastSeen = seen ?? today,
                Texts = [.. Said(Of(ConsortiumColumn.WhatItDoes), "what they do", seen), .. Said(Of(ConsortiumColumn.WhoFor), "who for", seen), consortium.AsText(source.DataSet, seen)],
            };
            yield return new ImportedRow(provider, null, new ProviderFacts { Consortium = consortium, Identifiers = company is not null && company != id ? [company] : [] });
        }
        foreach (var problem in problems) yield return new ImportedRow(null, problem);
    }

    internal static DateOnly? Day(IEnumerable<CsvLine<ConsortiumColumn>> lines, ConsortiumColumn column, List<Refusal> problems)
    {
        if (lines.FirstOrDefault(l => l[column] is not null) is not { } line) return null;
        var day = ImportedText.Date(line[column]);
        if (day is null) problems.Add(LeftOut(line, $"\"{ImportedText.Shortened(line[column]!)}\" is not a date; it was left out."));
        return day;
    }

    internal static Refusal LeftOut(CsvLine<ConsortiumColumn> line, string reason) => new(line.Place, reason, WholeRow: false);

    private IEnumerable<ProviderText> Said(string? cell, string label, DateOnly? seen)
    {
        if (ImportedText.WithoutContacts(cell) is { } text) yield return new ProviderText($"{source.DataSet}: {label}", text, $"{label}, {source.DataSet}", seen, null);
    }
}
