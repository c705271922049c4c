using System.Buffers.Text;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Tests.Operating;

public sealed class ChangingKeys : IDisposable
{
    private readonly DataFolder folder = new(Directory.CreateTempSubdirectory("keys-").FullName);
    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public void What_older_keys_signed_holds_until_it_expires_also_after_a_restart()
    {
        var keys = Keys();
        var cookie = Sign(keys, TimeSpan.FromDays(90));
        time.Advance(TimeSpan.FromDays(80));
        keys.Rotate(revoke: false);
        time.Advance(TimeSpan.FromDays(9));
        Keys().Rotate(revoke: false);

        Assert.NotNull(Read(Keys(), cookie));
        Assert.NotEqual(KeyIdOf(cookie), KeyIdOf(Sign(Keys(), TimeSpan.FromDays(1))));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Null(Read(Keys(), cookie));
    }

    [Fact]
    public void A_key_goes_when_nothing_that_it_signed_can_still_hold()
    {
        var keys = Keys();
        keys.Rotate(revoke: false);
        time.Advance(TimeSpan.FromDays(90));
        keys.Rotate(revoke: false);
        Assert.Equal(3, keys.All.Count);
        time.Advance(TimeSpan.FromDays(1));
        keys.Rotate(revoke: false);
        Assert.Equal(3, Keys().All.Count);
    }

    [Fact]
    public void Keys_change_by_themselves_when_their_days_are_over()
    {
        var keys = Keys();
        var first = keys.Newest.Id;
        time.Advance(TimeSpan.FromDays(89));
        keys.RotateIfDue();
        Assert.Equal(first, keys.Newest.Id);
        time.Advance(TimeSpan.FromDays(1));
        keys.RotateIfDue();
        Assert.NotEqual(first, keys.Newest.Id);
    }

    [Fact]
    public void Revoking_ends_at_once_what_older_keys_signed()
    {
        var keys = Keys();
        var cookie = Sign(keys, TimeSpan.FromDays(90));
        keys.Rotate(revoke: true);
        Assert.Null(Read(keys, cookie));
        Assert.Null(Read(Keys(), cookie));
        Assert.Single(Directory.GetFiles(folder.Keys, "signing-*"));
    }

    [Fact]
    public void What_recognises_resume_codes_outlives_every_rotation()
    {
        var before = new SignedTokens(Keys(), time).Fingerprint("resume-code", "four words like these");
        Keys().Rotate(revoke: true);
        Assert.Equal(before, new SignedTokens(Keys(), time).Fingerprint("resume-code", "four words like these"));
    }

    [Fact]
    public void A_key_that_another_process_made_is_found()
    {
        var server = Keys();
        var verb = Keys();
        verb.Rotate(revoke: false);
        Assert.NotNull(Read(server, Sign(verb, TimeSpan.FromDays(1))));
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT","kid":"{kid}"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT","kid":"../fingerprint0"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT","kid":"0123456789abcdef"}""")]
    [InlineData("""{"typ":"JWT","alg":"HS256","kid":"{kid}"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""")]
    [InlineData("")]
    public void A_header_that_we_do_not_write_opens_nothing(string header)
    {
        var keys = Keys();
        var payload = Sign(keys, TimeSpan.FromDays(1)).Split('.')[1];
        Assert.Null(Read(keys, Signed(keys.Newest.Key, header.Replace("{kid}", keys.Newest.Id, StringComparison.Ordinal), payload)));
    }

    [Fact]
    public void The_key_of_the_first_version_is_taken_over_for_tokens_and_for_codes()
    {
        var old = new byte[64];
        old[5] = 7;
        File.WriteAllText(folder.FirstSigningKey, Convert.ToBase64String(old));
        var payload = Base64Url.EncodeToString("""{"use":"visitor","user":"dl_1","conv":"c","role":"Group","exp":1900000000}"""u8);
        var cookie = Signed(old, """{"alg":"HS256","typ":"JWT"}""", payload);

        Assert.Equal("dl_1", Read(Keys(), cookie)!.User);
        Assert.Equal(old, Keys().Fingerprint);
        Assert.False(File.Exists(folder.FirstSigningKey));

        Keys().Rotate(revoke: false);
        Assert.Equal("dl_1", Read(Keys(), cookie)!.User);
        Assert.Equal(old, Keys().Fingerprint);
    }

    [Fact]
    public void A_take_over_that_broke_off_is_finished()
    {
        var old = Convert.ToBase64String(new byte[64]);
        File.WriteAllText(folder.FirstSigningKey, old);
        var taken = Keys();
        // As if the process had died before its last step.
        File.WriteAllText(folder.FirstSigningKey, old);
        Assert.Equal(taken.Fingerprint, Keys().Fingerprint);
        Assert.Equal(SigningKeys.First, Assert.Single(Keys().All).Id);
    }

    [Fact]
    public void A_key_half_written_by_a_process_that_died_is_no_key()
    {
        var id = Keys().Newest.Id;
        File.WriteAllText(Path.Combine(folder.Keys, "signing-0123456789abcdef.key.4711.new"), "{\"id\":");
        Assert.Equal(id, Assert.Single(Keys().All).Id);
    }

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public void Keys_are_for_the_owner_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        Keys();
        Assert.All(Directory.GetFiles(folder.Keys), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    public void Dispose() => Directory.Delete(folder.Path, recursive: true);

    private SigningKeys Keys() => new(folder, HostSettings.ForDevelopment, DirectLineSites.None, time);

    private string Sign(SigningKeys keys, TimeSpan valid) => new SignedTokens(keys, time).Sign(SignedTokens.Visitor, "dl_1", "c", Role.Group, valid);

    private TokenClaims? Read(SigningKeys keys, string token) => new SignedTokens(keys, time).Read(token, SignedTokens.Visitor);

    /// <summary>A token under a header that need not be ours, with the signature that the key gives it.</summary>
    private static string Signed(byte[] key, string header, string payload)
    {
        var body = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(header))}.{payload}";
        return $"{body}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(body)))}";
    }

    private static string KeyIdOf(string token) => token.Split('.')[0];
}
