using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Channels.DirectLine.Uploads;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.HealthCheck.Forms;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Market;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Opportunities;
using CommissioningBot.Bot.Partners;
using CommissioningBot.Bot.Privacy;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Providers.SavedSearches;
using CommissioningBot.Bot.Providers.Shortlists;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Bot.Reports;
using CommissioningBot.Bot.Reports.PrintOuts;
using CommissioningBot.Bot.Reports.ProviderLists;
using CommissioningBot.Bot.Sources;
using CommissioningBot.Bot.Welcome;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Hosting;

/// <summary>The one place that says what the product is made of, the same for the host, the verbs and the tests.</summary>
public static class Composition
{
    /// <param name="folder">Where the imported knowledge and the keys are.</param>
    /// <param name="conversations">Where people's words are kept; verbs that talk to themselves give a folder of their own.</param>
    public static IServiceCollection AddCommissioningBot(this IServiceCollection services, DataFolder folder, string conversations, HostSettings host)
    {
        services.AddSingleton(host);
        services.AddSingleton(folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConversationStore>(s => new SqliteConversationStore(conversations, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SignedTokens>();

        services.AddSingleton<IKnowledgeStore>(_ => new SqliteKnowledgeStore(folder.Create().Knowledge));
        services.AddSingleton<CurrentProviders>();
        services.AddSingleton<CurrentOpportunities>();

        services.AddSingleton<Meters>();
        services.AddSingleton<TurnEngine>();
        services.AddSingleton<ConversationSignals>();
        services.AddSingleton<Routes>();
        services.AddSingleton<WelcomeJourney>();
        // Free text is offered to them in this order; questions take what is left.
        services.AddSingleton<IJourney>(s => s.GetRequiredService<WelcomeJourney>());
        services.AddSingleton<IJourney, PrivacyJourney>();
        // "Are we ready to tender?" is three questions, "are we ready?" the whole check.
        services.AddSingleton<IJourney, TenderTestJourney>();
        services.AddSingleton<IJourney>(s => s.GetRequiredService<HealthCheckJourney>());
        services.AddSingleton<IJourney, LeaveAndResumeJourney>();
        services.AddSingleton<IJourney, PlanJourney>();
        services.AddSingleton<IJourney, FormJourney>();
        services.AddSingleton<IJourney, FeedbackJourney>();
        services.AddSingleton<IJourney, GapsJourney>();
        services.AddSingleton<IJourney, RegisterJourney>();
        services.AddSingleton<IJourney, ChangeAnswerJourney>();
        services.AddSingleton<IJourney, ShareJourney>();
        services.AddSingleton<IJourney, ViewJourney>();
        services.AddSingleton<IJourney, AreaReportJourney>();
        services.AddSingleton<IJourney>(s => s.GetRequiredService<ListingJourney>());
        services.AddSingleton<IJourney, ListingRequestsJourney>();
        services.AddSingleton<IJourney, PartnersJourney>();
        // "Who is out there for youth work?" is about all of them, "who does youth work?" a search.
        services.AddSingleton<IJourney, MarketJourney>();
        services.AddSingleton<IJourney, OpportunitiesJourney>();
        services.AddSingleton<IJourney, ShortlistJourney>();
        services.AddSingleton<IJourney, SavedSearchesJourney>();
        services.AddSingleton<IJourney, SearchRecordJourney>();
        services.AddSingleton<IJourney, ExportJourney>();
        services.AddSingleton<IJourney>(s => s.GetRequiredService<ProvidersJourney>());
        services.AddSingleton<IJourney, QuestionsJourney>();

        services.AddSingleton(_ => Catalogue.Load());
        services.AddSingleton(_ => Form.LoadAll());
        services.AddSingleton<HealthCheckJourney>();
        services.AddSingleton<IHoldsPersonalData>(s => s.GetRequiredService<HealthCheckJourney>());
        services.AddSingleton<KeptChecks>();
        services.AddSingleton<ResumeCodes>();
        services.AddSingleton<CheckResult>();
        services.AddSingleton<CheckLinks>();
        services.AddSingleton<OpenCheck>();
        services.AddSingleton<GroupPrintOuts>();
        services.AddSingleton<ViewingCodes>();
        services.AddSingleton<SharedLinks>();
        services.AddSingleton<KeptAreaReports>();
        services.AddSingleton<AreaReportWording>();
        services.AddSingleton<IHoldsPersonalData, SharingData>();
        services.AddSingleton<ListingJourney>();
        services.AddSingleton<IHoldsPersonalData>(s => s.GetRequiredService<ListingJourney>());
        services.AddSingleton<ListedGroups>();

        services.AddSingleton<MarketLinks>();
        services.AddSingleton(s => new MarketAnswers(
            s.GetRequiredService<CurrentProviders>(), s.GetRequiredService<ContentLibrary>(), () => DataSources.Of(s.GetRequiredService<IKnowledgeStore>())));
        services.AddSingleton<ProvidersJourney>();
        services.AddSingleton<SearchRecords>();
        services.AddSingleton<ExportLinks>();
        services.AddSingleton<MakeListFile>();
        services.AddSingleton<IHoldsPersonalData, KeptByOfficers>();

        services.AddSingleton(_ => ContentLibrary.Load());
        services.AddSingleton<CurrentDocuments>();
        services.AddSingleton(s => new AnswerQuestion(s.GetRequiredService<ContentLibrary>(), () => s.GetRequiredService<CurrentDocuments>().Index));
        services.AddSingleton<BrowseEntries>();
        services.AddSingleton<SourceLinks>();
        services.AddSingleton<ToldThenChanged>();
        services.AddSingleton<KnownWords>();
        services.AddSingleton<KeptFeedback>();
        services.AddSingleton<KeptGaps>();
        services.AddSingleton(new ExplainAnswers(false));

        services.AddSingleton(DirectLineSites.None);
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<Tidying>();
        services.AddSingleton<OnOffSwitch>();
        services.AddSingleton<OperatorWork>();

        services.AddSingleton<WebConversations>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<ReturnTokens>();
        services.AddSingleton<UploadedFiles>();
        services.AddSingleton<IHoldsPersonalData>(s => s.GetRequiredService<UploadedFiles>());
        services.AddSingleton<DirectLineAccess>();
        services.AddSingleton<Visitors>();
        return services;
    }
}
