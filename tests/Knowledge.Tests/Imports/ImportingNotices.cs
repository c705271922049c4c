using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Ocds;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

/// <summary>Release packages in their three shapes, with the slips that real notices have.</summary>
public sealed class ImportingNotices : IDisposable
{
    private const string Act =
        """
        {"license": "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "releases": [
          {"ocid": "ocds-h6vhtk-aaaaaa", "id": "000001-2026", "date": "2026-10-06T17:59:32+01:00", "tag": ["tender"],
           "parties": [{"id": "GB-PPON-PAAA-1111-AAAA", "name": "Fernshire Homes Association", "roles": ["buyer"], "address": {"streetAddress": "1 Secret Street", "locality": "Bolton", "postalCode": "BL3 5JH", "region": "UKD36"},
             "contactPoint": {"name": "Jo Bloggs", "email": "jo.bloggs@example.org", "telephone": "01204 123456"}}],
           "buyer": {"id": "GB-PPON-PAAA-1111-AAAA", "name": "Fernshire Homes Association"},
           "tender": {"legalBasis": {"id": "2023/54", "scheme": "UKPGA"}, "title": "Supported living &amp; outreach", "description": "A two-stage procedure.\nDeadline for clarification questions: Monday 26 October 2026.\nDeadline for submission of completed questionnaire responses: Monday 2 November 2026 at 12:00 noon. Ask jo@example.org",
             "status": "active", "items": [{"additionalClassifications": [{"scheme": "CPV", "id": "85311000", "description": "Social work services with accommodation"}], "deliveryAddresses": [{"region": "UKD74", "country": "GB"}]}],
             "value": {"amountGross": 3326400, "amount": 2772000, "currency": "GBP"}, "procurementMethod": "open", "procurementMethodDetails": "Competitive flexible procedure", "specialRegime": ["lightTouch"], "aboveThreshold": true,
             "submissionMethodDetails": "https://bids.example.org/home", "tenderPeriod": {"endDate": "2026-11-05T12:00:00+00:00"}, "enquiryPeriod": {"endDate": "2026-10-26T17:00:00+00:00"},
             "lots": [{"id": "1", "value": {"amount": 2772000, "currency": "AED"}, "suitability": {"sme": true, "vcse": null}, "otherRequirements": {"reservedParticipation": ["smeVcse"], "reservedParticipationLocation": ["Merseyside"]}}],
             "documents": [{"documentType": "tenderNotice", "noticeType": "UK4", "url": "https://www.find-tender.service.gov.uk/Notice/000001-2026"}]}},
          {"ocid": "ocds-h6vhtk-bbbbbb", "id": "000002-2026", "date": "2026-10-06T17:47:27+01:00", "tag": ["award", "contract"],
           "parties": [{"id": "GB-COH-08500001", "name": "SWITCH ON C.I.C.", "identifier": {"scheme": "GB-COH", "id": "08500001"}, "additionalIdentifiers": [{"scheme": "GB-PPON", "id": "PNXT-0000-XCTQ"}], "roles": ["supplier"],
              "address": {"locality": "Nottingham", "postalCode": "NG3 1AX"}, "contactPoint": {"email": "sam@example.org"}, "details": {"url": "https://switchon.example.org/", "scale": "large", "vcse": true}},
             {"id": "GB-PPON-PBBB-2222-BBBB", "name": "Big Software Ltd", "roles": ["supplier"], "details": {"scale": "large", "vcse": false}}],
           "buyer": {"id": "x", "name": "A Police Commissioner"},
           "tender": {"legalBasis": {"id": "2023/54"}, "title": "Mentoring in schools", "description": "Mentoring", "status": "complete", "procurementMethod": "selective", "specialRegime": ["lightTouch"], "lots": [{"id": "1", "description": null}]},
           "awards": [{"id": "1", "date": "2026-10-06T00:00:00+01:00", "value": {"amountGross": 253478, "amount": 211232, "currency": "GBP"}, "aboveThreshold": false,
             "suppliers": [{"id": "GB-COH-08500001", "name": "SWITCH ON C.I.C."}, {"id": "GB-PPON-PBBB-2222-BBBB", "name": "Big Software Ltd"}],
             "items": [{"additionalClassifications": [{"scheme": "CPV", "id": "85300000", "description": "Social work and related services"}], "deliveryAddresses": [{"region": "UKF14"}]}],
             "documents": [{"documentType": "awardNotice", "noticeType": "UK6", "url": "https://www.find-tender.service.gov.uk/Notice/000002-2026"}]}]},
          {"ocid": "ocds-h6vhtk-cccccc", "date": "2026-10-07T09:00:00Z", "tag": ["tender"], "tender": {"legalBasis": {"id": "2023/1348"}, "title": "Sexual health service", "tenderPeriod": {"endDate": "2027-03-28T09:00:00"}}},
          {"ocid": "ocds-h6vhtk-dddddd", "date": "soon", "tender": {"title": "No date"}},
          {"id": "no ocid", "date": "2026-10-07T09:00:00Z", "tender": {"title": "No ocid"}},
          {"ocid": "ocds-h6vhtk-eeeeee", "date": "2026-10-07T09:00:00Z", "tender": {"description": "No title"}},
          7
        ], "links": {"next": "https://www.find-tender.service.gov.uk/api?cursor=x"}}
        """;

    private const string ContractsFinder2025 =
        """
        {"releases": [{"ocid": "ocds-b5fd17-1111", "id": "r", "date": "2025-01-23T17:45:06Z", "tag": ["tender"], "tender": {"title": "Grazing study", "status": "active",
          "classification": {"scheme": "CPV", "id": "90700000", "description": "Environmental services"}, "items": [{"id": "1", "deliveryAddresses": [{"region": "Yorkshire and the Humber"}]}],
          "minValue": {"amount": 5000, "currency": "GBP"}, "value": {"amount": 22000, "currency": "GBP"}, "procurementMethodDetails": "Open procedure (below threshold)", "tenderPeriod": {"endDate": "2025-02-14T17:00:00Z"},
          "suitability": {"sme": true, "vcse": false}, "documents": [{"documentType": "tenderNotice", "url": "https://www.contractsfinder.service.gov.uk/Notice/1"}, {"documentType": "tenderNotice", "url": "https://www.portal.example.org/bid"}]},
          "parties": [{"id": "GB-CFS-1", "name": "A National Park Authority", "address": {"locality": "Helmsley", "postalCode": "YO62 5BP"}, "roles": ["buyer"]}], "buyer": {"id": "GB-CFS-1", "name": "A National Park Authority"}}]}
        """;

    private const string ContractsFinder2019 =
        """
        {"license": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/", "releases": [{"ocid": "ocds-b5fd17raw-2222", "id": "r", "date": "2019-12-12T00:00:00Z", "tag": ["tender"],
          "parties": [{"id": "10b8", "roles": ["buyer"], "name": "Harbour House &amp; Co", "address": {"locality": "LONDON", "postalCode": "EC3N 4DH"}},
            {"id": "1", "roles": ["supplier", "tenderer"], "identifier": {"scheme": "", "id": ""}, "sme": true, "vco": true, "name": "Kite &amp; Sons Trust", "address": {"streetAddress": "Old Mill\n Blyth\n NE24 1LZ", "locality": ""}, "contactPoint": {"name": "", "email": ""}},
            {"id": "2", "roles": ["supplier"], "sme": false, "vco": false, "name": "Panels Ltd", "address": {"streetAddress": "Exeter"}}],
          "tender": {"title": "Solar &lt;b&gt;panels&lt;/b&gt;", "description": "See text", "status": "complete", "items": [{"id": 1, "classification": {"scheme": "CPV", "id": "09331200", "description": "Solar photovoltaic modules"}}],
            "minValue": {"amount": 650000, "currency": "GBP"}, "value": {"amount": 0, "currency": "GBP"}, "procurementMethod": null, "tenderPeriod": {"endDate": "2020-01-16T00:00:00Z"}, "xClassifications": {"isSuitableForSme": true, "isSuitableForVco": false}},
          "buyer": {"id": "10b8", "name": "Harbour House &amp; Co"}, "awards": [{"id": "a", "title": "", "date": "2020-01-16T00:00:00Z", "value": {"amount": 650000, "currency": "GBP"}, "suppliers": [{"id": "1", "name": "Kite &amp; Sons Trust"}, {"id": "2", "name": "Panels Ltd"}]}]}]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingNotices() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportResult Import(string text, bool dryRun = false) => new ImportOcds(store).Run(folder.Write("package.json", text), new ImportOptions(Now, dryRun));

    private Opportunity Find(string ocid) => store.Opportunities().Single(o => o.Ocid == ocid);

    [Fact]
    public void A_notice_under_the_Act_says_law_value_place_deadline_and_where_to_bid()
    {
        Import(Act);
        var notice = Find("ocds-h6vhtk-aaaaaa");
        Assert.Equal(("Supported living & outreach", OpportunityStage.Advertised, Regime.ProcurementAct2023, "UK4"), (notice.Title, notice.Stage, notice.Regime, notice.NoticeType));
        Assert.Equal(new ContractValue(2772000, 3326400, null, null, "GBP"), notice.Value);
        Assert.Equal((new DateTimeOffset(2026, 11, 5, 12, 0, 0, TimeSpan.Zero), "https://bids.example.org/home"), (notice.Deadline, notice.WhereToBid));
        Assert.Equal(("UKD74", "85311000", true), (Assert.Single(notice.Places).Region, Assert.Single(notice.Classes).Code, notice.LightTouch));
        Assert.Equal(("Find a Tender", "Open Government Licence v3.0"), (notice.DataSet, notice.Licence));
        Assert.Equal(["smeVcse"], notice.ReservedFor);
        Assert.Equal("Merseyside", notice.ReservedArea);
    }

    [Fact]
    public void What_is_null_is_not_stated_and_never_no()
    {
        Import(Act);
        Assert.Equal((true, null), (Find("ocds-h6vhtk-aaaaaa").SuitableForSmall, Find("ocds-h6vhtk-aaaaaa").SuitableForVcse));
        Assert.Equal((null, null, null), (Find("ocds-h6vhtk-cccccc").SuitableForSmall, Find("ocds-h6vhtk-cccccc").Value, Find("ocds-h6vhtk-cccccc").LightTouch));
        Assert.Equal(Regime.HealthCare, Find("ocds-h6vhtk-cccccc").Regime);
    }

    [Fact]
    public void A_text_that_gives_another_day_than_the_field_is_told_with_both()
    {
        Import(Act);
        Assert.Contains("Its text says 2 November 2026, its own field says 5 November 2026, 12:00. Keep to the earlier day and ask the buyer.", Find("ocds-h6vhtk-aaaaaa").Warnings);
        Assert.Empty(Find("ocds-h6vhtk-cccccc").Warnings);
    }

    [Fact]
    public void A_lots_foreign_currency_and_a_two_stage_procedure_called_open_are_told()
    {
        Import(Act);
        Assert.Contains(Find("ocds-h6vhtk-aaaaaa").Warnings, w => w.Contains("AED, the whole in GBP", StringComparison.Ordinal));
        Assert.Contains(Find("ocds-h6vhtk-aaaaaa").Warnings, w => w.Contains("labelled open, but the procedure is a competitive flexible one in stages", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_without_a_zone_is_the_clocks_here_on_the_day_that_the_clocks_change()
    {
        Import(Act);
        Assert.Equal(new DateTimeOffset(2027, 3, 28, 8, 0, 0, TimeSpan.Zero), Find("ocds-h6vhtk-cccccc").Deadline);
    }

    [Fact]
    public void An_award_below_the_light_touch_line_is_no_contradiction_and_an_interest_company_may_be_large()
    {
        Import(Act);
        var award = Find("ocds-h6vhtk-bbbbbb");
        Assert.Equal((OpportunityStage.Awarded, false), (award.Stage, Assert.Single(award.Awards).AboveThreshold));
        Assert.Empty(award.Warnings);
        var supplier = Assert.Single(store.Providers());
        Assert.Equal(("GB-COH-08500001", "contract from A Police Commissioner", 211232m), (supplier.Id, supplier.Texts[0].Source, supplier.Texts[0].Amount));
        Assert.Equal(["called a VCSE organisation by a contract notice", "called large by a contract notice"], Assert.Single(store.SourcesOf("GB-PPON-PNXT-0000-XCTQ")).Facts!.Standing);
    }

    [Fact]
    public void People_are_dropped_on_the_way_in()
    {
        Import(Act);
        var all = string.Join(' ', Directory.GetFiles(Path.GetDirectoryName(folder.File("x"))!, "knowledge.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllText));
        foreach (var personal in new[] { "Bloggs", "jo@example", "sam@example", "01204 123456", "Secret Street" }) Assert.DoesNotContain(personal, all, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Supported living", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Notices_without_ocid_date_or_title_are_listed_and_the_rest_is_kept()
    {
        var dry = Import(Act, dryRun: true);
        Assert.Equal(0, store.DataVersion);
        var result = Import(Act);
        Assert.Equal(["release 4 (ocds-h6vhtk-dddddd)", "release 5", "release 6 (ocds-h6vhtk-eeeeee)", "release 7"], result.Refusals.Select(r => r.Place));
        Assert.Equal((ImportOutcome.DoneWithRefusals, 3, 3), (result.Outcome, result.Opportunities, dry.Opportunities));
        Assert.True(Import(Act).Unchanged);
    }

    [Fact]
    public void Contracts_Finder_of_2025_has_one_sum_and_does_not_say_whether_with_VAT()
    {
        Import(ContractsFinder2025);
        var notice = Find("ocds-b5fd17-1111");
        Assert.Equal(new ContractValue(null, null, 22000, 5000, "GBP"), notice.Value);
        Assert.Equal((true, false, Regime.Old, "https://www.portal.example.org/bid"), (notice.SuitableForSmall, notice.SuitableForVcse, notice.Regime, notice.WhereToBid));
        Assert.Equal(("Contracts Finder", "not stated", "Yorkshire and the Humber"), (notice.DataSet, notice.Licence, Assert.Single(notice.Places).Region));
    }

    [Fact]
    public void Contracts_Finder_of_2019_has_entities_nought_for_nothing_and_suppliers_without_numbers()
    {
        Import(ContractsFinder2019);
        var notice = Find("ocds-b5fd17raw-2222");
        Assert.Equal(("Solar panels", "Harbour House & Co", OpportunityStage.Awarded, Regime.Old), (notice.Title, notice.Buyer, notice.Stage, notice.Regime));
        Assert.Equal((650000m, null), (notice.Value!.Least, notice.Value.VatNotStated));
        Assert.Equal((true, false, "Open Government Licence v2.0"), (notice.SuitableForSmall, notice.SuitableForVcse, notice.Licence));
        Assert.Contains(notice.Warnings, w => w.Contains("midnight", StringComparison.Ordinal));
        var supplier = Assert.Single(store.Providers());
        Assert.Equal(("Kite & Sons Trust", "NE24 1LZ"), (supplier.Name, supplier.Postcode));
        Assert.StartsWith("own-", supplier.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"releases\": [{\"ocid\": \"ocds-1\", \"date\"", "cut off")]
    [InlineData("{\"grants\": []}", "not a package of notices")]
    [InlineData("[]", "not a package of notices")]
    [InlineData("Name,Town", "not valid JSON")]
    public void Something_else_or_cut_off_changes_nothing(string text, string reason)
    {
        var result = Import(text);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal((ImportOutcome.NotDone, 0L), (result.Outcome, store.DataVersion));
    }

    [Fact]
    public void Deeply_nested_and_endless_texts_are_refused_in_words()
    {
        Assert.Contains("not valid JSON", Import("{\"releases\": [" + new string('[', 200) + new string(']', 200) + "]}").Reason, StringComparison.Ordinal);
        Assert.Contains("larger than 16 MB", Import("{\"releases\": [{\"ocid\": \"" + new string('a', 17 * 1024 * 1024) + "\"}]}").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_no_known_encoding_refuse_the_notice_and_keep_the_others()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Act.Replace("Mentoring in schools", "Mentoring # schools", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xE9;
        var result = new ImportOcds(store).Run(folder.Write("latin.json", bytes), new ImportOptions(Now));
        Assert.Contains(result.Refusals, r => r.Place == "release 2" && r.Reason.Contains("not UTF-8", StringComparison.Ordinal));
        Assert.Equal(2, result.Opportunities);
    }

    [SkippableFact]
    public void The_real_packages_import_and_a_second_time_change_nothing()
    {
        var act = ReferenceData.Require("data/ocds/find-a-tender-2026/release-package-limit-4.json");
        var result = new ImportOcds(store).Run(act, new ImportOptions(Now));
        Assert.Equal((ImportOutcome.Done, 4), (result.Outcome, result.Opportunities));
        var living = Find("ocds-h6vhtk-078219");
        Assert.Equal(3, living.Warnings.Count);
        Assert.Equal("https://supplier.in-tend.co.uk/centralbedfordshire/home", living.WhereToBid);
        Assert.Equal(["GB-COH-08522643"], store.Providers().Select(p => p.Id));
        Assert.True(new ImportOcds(store).Run(act, new ImportOptions(Now)).Unchanged);

        var older = Path.GetDirectoryName(ReferenceData.Require("data/ocds/contracts-finder-2019-2020/ocds-b5fd17raw-0054a4e6-0715-42c6-9109-e219fe9d3289.json"))!;
        Assert.Equal((ImportOutcome.Done, 50), (new ImportOcds(store).Run(older, new ImportOptions(Now)) is var r ? (r.Outcome, r.Opportunities) : default));
        Assert.Equal(ImportOutcome.Done, new ImportOcds(store).Run(ReferenceData.Require("data/ocds/contracts-finder-2025/release-levisham.json"), new ImportOptions(Now)).Outcome);
        var fictional = Path.GetDirectoryName(ReferenceData.Require("data/ocds/ocds-1.1-fictional-example/ocds-213czf-000-00001.json"))!;
        var sample = new ImportOcds(store).Run(fictional, new ImportOptions(Now));
        Assert.Equal((1, OpportunityStage.Awarded), (sample.Opportunities, Find("ocds-213czf-000-00001").Stage));
    }

    public void Dispose() => folder.Dispose();
}
