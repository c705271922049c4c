using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Operating;

/// <summary>
/// Does what operators ask for: in the server if one runs, else in the verb's own process. Whatever changes the store writes its audit
/// entry in the same transaction.
/// </summary>
public sealed class OperatorWork(
    IConversationStore store, OnOffSwitch onOff, ResumeCodes codes, SigningKeys keys, CurrentProviders providers, CurrentDocuments documents, Tidying tidying,
    KeptAreaReports areaReports, AreaReportWording areaWording, IKnowledgeStore knowledge, TimeProvider time)
{
    /// <exception cref="StoreUnavailableException">Nothing of it was done.</exception>
    public async Task<OperatorAnswer> Do(OperatorRequest request, CancellationToken cancel) => request switch
    {
        SwitchOff off => await Off(off, cancel),
        SwitchOn on => await On(on, cancel),
        EraseConversation erase => await Erase(erase, cancel),
        EraseCheck erase => await Erase(erase, cancel),
        EraseEverything erase => await Erase(erase, "everything but the audit", new StoreChange { EraseEverything = true, KeepKinds = [AuditEntry.Kind, OnOffSwitch.Kind, SearchRecord.Kind, ListedSearch.Kind] }, cancel),
        RotateKeys rotate => await Rotate(rotate, cancel),
        TakeOverImport => TakeOver(),
        TidyUp => await Tidy(cancel),
        ShowAudit => OperatorAnswer.Yes([.. (await store.Records(AuditEntry.Kind, cancel)).Select(r => AuditEntry.FromRecord(r).ToString())]),
        ShowGaps show => OperatorAnswer.Yes(await AnswerReports.Gaps(store, show.Json, cancel)),
        ShowFeedback show => OperatorAnswer.Yes(await AnswerReports.Feedback(store, show.Json, cancel)),
        ReportSearches report => OperatorAnswer.Yes(await SearchReports.Of(store, report.Json, report.From, report.To, cancel)),
        ReportArea report => await Report(report, cancel),
        JudgeJoin judge => await Judge(judge, cancel),
        NoteDone note => await Note(note, cancel),
        _ => OperatorAnswer.No("This server does not know that request; it is of another release than the program you called."),
    };

    private OperatorAnswer TakeOver()
    {
        documents.Refresh();
        return OperatorAnswer.Yes(string.Create(CultureInfo.InvariantCulture, $"The server answers from data version {providers.Refresh().DataVersion}."));
    }

    private async Task<OperatorAnswer> Off(SwitchOff request, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) return OperatorAnswer.No("Say why, for the audit: switch-off \"reason\".");
        var entry = Entry(request, "switched the bot off", request.Reason);
        await onOff.Turn(new SwitchedOff(entry.At, request.By, request.Reason), entry.ToRecord(), cancel);
        return Receipt(entry, "The bot is switched off. Groups can still fetch and delete what is theirs. To switch it on again: switch-on.");
    }

    private async Task<OperatorAnswer> On(SwitchOn request, CancellationToken cancel)
    {
        if (await onOff.Off(cancel) is not { } off) return OperatorAnswer.Yes("The bot is on; nothing was changed.");
        var entry = Entry(request, "switched the bot on");
        await onOff.Turn(null, entry.ToRecord(), cancel);
        return Receipt(entry, string.Create(CultureInfo.InvariantCulture, $"The bot is on again. It was off since {off.At:d MMMM yyyy HH:mm} UTC."));
    }

    private async Task<OperatorAnswer> Erase(EraseConversation request, CancellationToken cancel)
    {
        if (await store.Load(request.Key, cancel) is not { } stored) return OperatorAnswer.No("There is no such conversation; nothing was erased.");
        var check = ConversationState.FromJson(stored.State).HealthCheck?.Assessment;
        return await Erase(request, "a conversation with its health check", new StoreChange { EraseConversations = [request.Key], Records = await Deleting(check, cancel) }, cancel);
    }

    private async Task<OperatorAnswer> Erase(EraseCheck request, CancellationToken cancel)
    {
        if (codes.Fingerprint(request.Code) is not { } fingerprint || await store.Load(KeptCode.Key(fingerprint), cancel) is not { } stored)
        {
            return OperatorAnswer.No("That code opens no health check; nothing was erased.");
        }
        var check = JsonSerializer.Deserialize(stored.Body, HealthCheckJson.Default.KeptCode)!.Assessment;
        var change = new StoreChange { EraseConversations = await store.ConversationsThatMention(check, cancel), Records = await Deleting(check, cancel) };
        return await Erase(request, "a health check with its conversations", change, cancel);
    }

    private async Task<OperatorAnswer> Erase(OperatorRequest request, string what, StoreChange change, CancellationToken cancel)
    {
        var entry = Entry(request, "erased " + what);
        var erased = await store.Change(change with { Records = [.. change.Records, entry.ToRecord()] }, cancel);
        return Receipt(entry, string.Create(CultureInfo.InvariantCulture,
            $"Erased {what}: {erased.Conversations} conversations, {erased.Records} records. Copies in backups go when the backups do."));
    }

    /// <summary>The deletion of a check, of what was shared of it, and of the codes that open both.</summary>
    private async Task<IReadOnlyList<RecordChange>> Deleting(string? assessment, CancellationToken cancel)
    {
        if (assessment is null || await store.Load(KeptCheck.Key(assessment), cancel) is not { } stored) return [];
        var deleted = new List<RecordChange> { new(stored.Key, null) };
        if (JsonSerializer.Deserialize(stored.Body, HealthCheckJson.Default.KeptCheck)!.Code is { } code) deleted.Add(new RecordChange(KeptCode.Key(code), null));
        deleted.Add(new RecordChange(KeptCounted.Key(assessment), null));
        deleted.Add(new RecordChange(KeptListing.Key(KeptListing.IdOf(assessment)), null));
        if (await store.Load(KeptShare.Key(assessment), cancel) is { } share)
        {
            deleted.Add(new RecordChange(share.Key, null));
            if (JsonSerializer.Deserialize(share.Body, SharingJson.Default.KeptShare)!.Code is { } viewing) deleted.Add(new RecordChange(KeptViewingCode.Key(viewing), null));
        }
        return deleted;
    }

    private async Task<OperatorAnswer> Rotate(RotateKeys request, CancellationToken cancel)
    {
        var key = keys.Rotate(request.Revoke);
        var entry = Entry(request, request.Revoke ? "made a new signing key and revoked all older ones" : "made a new signing key");
        await store.Change(new StoreChange { Records = [entry.ToRecord()] }, cancel);
        return Receipt(entry, string.Create(CultureInfo.InvariantCulture, $"Key {key.Id} signs from now on; {keys.All.Count - 1} older keys are still accepted."));
    }

    private async Task<OperatorAnswer> Tidy(CancellationToken cancel)
    {
        var deleted = await tidying.Run(cancel);
        return OperatorAnswer.Yes(string.Create(CultureInfo.InvariantCulture, $"Deleted {deleted} conversations and records that had been kept long enough."));
    }

    private async Task<OperatorAnswer> Report(ReportArea request, CancellationToken cancel)
    {
        await areaReports.Close(cancel);
        var reports = (await areaReports.All(cancel)).Where(r => (request.Since is not { } since || r.Through >= since) && (request.Until is not { } until || r.Through <= until)).ToList();
        if (request.Json) return OperatorAnswer.Yes(JsonSerializer.Serialize(new AreaReportFile(reports), AreaReportJson.Default.AreaReportFile));
        return OperatorAnswer.Yes(reports.Count == 0 ? [AreaReportWording.NoneYet] : [.. reports.Select(r => areaWording.Of(r) + "\n"), AreaReportWording.HowToRead]);
    }

    // The knowledge store keeps the decision with who, when and why; it comes first, because doing it again does no harm.
    private async Task<OperatorAnswer> Judge(JudgeJoin request, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(request.Why)) return OperatorAnswer.No("Say how you know: --why \"reason\".");
        var judgement = new JudgedJoin(request.One, request.Other, request.Decision, request.Why.Trim(), request.By, time.GetUtcNow());
        if (knowledge.Judge(judgement) is not { } stands)
        {
            return OperatorAnswer.No(request.Decision == JoinDecision.Undone
                ? $"Nobody has decided on {request.One} and {request.Other}; nothing was changed."
                : $"No import has proposed that {request.One} and {request.Other} are one, so nothing was changed. See report joins.");
        }
        var pair = $"{stands.One} and {stands.Other}";
        if (stands.At != judgement.At) return OperatorAnswer.Yes(string.Create(CultureInfo.InvariantCulture, $"That was decided on {stands.At:d MMMM yyyy} by {stands.By} ({stands.Why}); nothing was changed."));
        var (what, line) = request.Decision switch
        {
            JoinDecision.Confirmed => ($"joined {pair}", $"From now on {pair} are shown as one, as {knowledge.FindProvider(stands.One)?.Id}; to take it back: joins undo."),
            JoinDecision.Refused => ($"refused to join {pair}", $"{pair} stay two and are not proposed again; to take it back: joins undo."),
            _ => ($"undid the decision on {pair}", $"{pair} are two, and a proposal again."),
        };
        var entry = Entry(request, what, judgement.Why);
        await store.Change(new StoreChange { Records = [entry.ToRecord()] }, cancel);
        return Receipt(entry, line, "A running server shows it within some seconds.");
    }

    private async Task<OperatorAnswer> Note(NoteDone request, CancellationToken cancel)
    {
        var entry = Entry(request, request.What);
        await store.Change(new StoreChange { Records = [entry.ToRecord()] }, cancel);
        return Receipt(entry);
    }

    private AuditEntry Entry(OperatorRequest request, string what, string? reason = null) =>
        new(what, time.GetUtcNow(), request.By, reason, Convert.ToHexString(RandomNumberGenerator.GetBytes(4)));

    private static OperatorAnswer Receipt(AuditEntry entry, params IReadOnlyList<string> lines) =>
        OperatorAnswer.Yes([.. lines, string.Create(CultureInfo.InvariantCulture, $"Receipt {entry.Receipt}, {entry.At:d MMMM yyyy HH:mm} UTC.")]);
}
