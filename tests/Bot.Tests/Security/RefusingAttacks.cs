namespace CommissioningBot.Bot.Tests.Security;

/// <summary>What strangers try, each against the real host. Adding an attack is adding a row.</summary>
public sealed class RefusingAttacks(RefusingAttacks.Fixture fixture) : IClassFixture<RefusingAttacks.Fixture>
{
    private static readonly Dictionary<string, Attack> All =
        new[] { OnTokens.Rows, OnSites.Rows, OnActivities.Rows, OnFiles.Rows, OnWords.Rows, OnSharing.Rows, OnSharing.ListingRows, OnSharing.ElsewhereRows, OnDevices.Rows, OnRoles.Rows, OnPartners.Rows, OnProviderLists.Rows }.SelectMany(rows => rows).ToDictionary(a => a.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_attack_fails(string attack) => All[attack].Try(fixture.Host);

    [Fact]
    public void The_table_has_at_least_sixty_rows() => Assert.InRange(All.Count, 60, int.MaxValue);

    public sealed class Fixture : IAsyncLifetime
    {
        public RunningHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await RunningHost.Start([$"--Teams:AllowedTenants:0={Unproved.Tenant}", $"--Teams:Advisers:0={Unproved.Adviser}"]);

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }
}
