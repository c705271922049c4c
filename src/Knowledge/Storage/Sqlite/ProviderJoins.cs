using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Knows one organisation again under another identifier. Two are joined only by an identifier that both have, and not even then if a register
/// gives them different numbers; the same name in the same place is only proposed to a person.
/// </summary>
internal sealed class ProviderJoins : IDisposable
{
    // The register that says most comes first: its identifier is the one that a joined provider is found by.
    private static readonly string[] Registers = ["GB-CHC-", "GB-SC-", "GB-NIC-", "GB-COH-", "GB-MPR-"];
    private static readonly string[] Others = ["GB-UKPRN-", "GB-PPON-", "GB-"];

    private readonly SqliteConnection writer;
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> fresh = new(StringComparer.Ordinal);
    private readonly Statement remember;
    private readonly Statement propose;
    private bool anyUnregistered;

    public ProviderJoins(SqliteConnection writer)
    {
        this.writer = writer;
        remember = new Statement(writer, "INSERT OR IGNORE INTO provider_identifier VALUES (?1, ?2)");
        propose = new Statement(writer, "INSERT OR IGNORE INTO provider_proposal VALUES (?1, ?2, ?3)");
        Load("SELECT id, id FROM provider");
        Load("SELECT id, provider FROM provider_identifier");
    }

    public int Joined { get; private set; }

    private int Shared { get; set; }

    /// <summary>The identifier under which the organisation is kept, which may be another than its row gives first.</summary>
    public string IdFor(string id, IReadOnlyList<string> further)
    {
        var known = owners.TryGetValue(id, out var own);
        if (known && (further.Count == 0 || further.All(f => owners.TryGetValue(f, out var o) && o == own))) return own!;
        if (!known && further.Count == 0) return id;
        var target = own ?? id;
        foreach (var owner in further.Select(f => owners.GetValueOrDefault(f)).OfType<string>().Distinct().ToList())
        {
            if (owner == target) continue;
            if (Disagree([id, .. further], owner))
            {
                Shared += propose.Run(Min(target, owner), Max(target, owner), "They share an identifier, but a register gives them different numbers.");
                continue;
            }
            var (stays, goes) = Rank(owner) <= Rank(target) ? (owner, target) : (target, owner);
            if (owners.ContainsKey(goes))
            {
                Merge(goes, stays);
                Joined++;
            }
            target = stays;
        }
        return UnderItsBest(target, further);
    }

    // Known by a funder's own number until now, and by a register's from now on.
    private string UnderItsBest(string target, IReadOnlyList<string> further)
    {
        var best = further.Where(f => !owners.TryGetValue(f, out var owner) || owner == target).Append(target).MinBy(Rank)!;
        if (Rank(best) >= Rank(target)) return target;
        if (owners.GetValueOrDefault(target) == target) Merge(target, best);
        return best;
    }

    /// <summary>Notes the identifiers by which the organisation will be known again.</summary>
    public void Remember(string provider, string id, IReadOnlyList<string> further)
    {
        if (owners.TryAdd(provider, provider)) fresh.Add(provider);
        anyUnregistered |= Rank(provider) >= Registers.Length;
        if (id != provider) RememberOne(provider, id);
        foreach (var other in further)
            if (other != provider) RememberOne(provider, other);
    }

    /// <summary>Proposes pairs of the same name in the same place of which one at least is in no register; gives the number of new ones.</summary>
    public int Propose()
    {
        if (fresh.Count == 0 || !anyUnregistered) return Shared;
        var proposed = Shared;
        var byName = new Dictionary<string, List<(string Id, string? Outward, string? Locality)>>(StringComparer.Ordinal);
        using (var command = writer.Command("SELECT id, name, outward, locality FROM provider"))
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                var key = NameKey(row.GetString(1));
                if (!byName.TryGetValue(key, out var list)) byName[key] = list = [];
                list.Add((row.GetString(0), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : NameKey(row.GetString(3))));
            }
        }
        foreach (var alike in byName.Values.Where(l => l.Count is > 1 and < 20))
        {
            foreach (var one in alike.Where(a => fresh.Contains(a.Id)))
            {
                foreach (var other in alike.Where(o => o.Id != one.Id && (Rank(one.Id) >= Registers.Length || Rank(o.Id) >= Registers.Length)))
                {
                    var samePlace = one.Outward is not null && one.Outward == other.Outward || one.Locality is not null && one.Locality == other.Locality;
                    if (samePlace) proposed += propose.Run(Min(one.Id, other.Id), Max(one.Id, other.Id), "They have the same name and are in the same place.");
                }
            }
        }
        return proposed;
    }

    public void Dispose()
    {
        remember.Dispose();
        propose.Dispose();
    }

    private void Load(string sql)
    {
        using var command = writer.Command(sql);
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var owner = row.GetString(1);
            owners[row.GetString(0)] = owner;
            anyUnregistered |= Rank(owner) >= Registers.Length;
        }
    }

    private void RememberOne(string provider, string id)
    {
        if (owners.TryAdd(id, provider)) remember.Run(id, provider);
    }

    // Everything that was said of the one is now said of the other; where both have a row of one data set, that of the one that stays counts.
    private void Merge(string goes, string stays)
    {
        (string, object?)[] pair = [("$goes", goes), ("$stays", stays)];
        string[] steps =
        [
            """
            INSERT INTO provider SELECT $stays, name, locality, outward, postcode, website, legal_form, income_band, data_set, licence, last_seen, sample, authority, gone_since
            FROM provider WHERE id = $goes ON CONFLICT (id) DO UPDATE SET locality = COALESCE(locality, excluded.locality), outward = COALESCE(outward, excluded.outward),
            postcode = COALESCE(postcode, excluded.postcode), website = COALESCE(website, excluded.website), legal_form = COALESCE(legal_form, excluded.legal_form),
            income_band = COALESCE(income_band, excluded.income_band), last_seen = MAX(last_seen, excluded.last_seen)
            """,
            "UPDATE OR IGNORE provider_text SET provider = $stays WHERE provider = $goes",
            "UPDATE OR IGNORE provider_source SET provider = $stays WHERE provider = $goes",
            "DELETE FROM provider_text WHERE provider = $goes AND $stays <> ''",
            "DELETE FROM provider_source WHERE provider = $goes AND $stays <> ''",
            "DELETE FROM provider WHERE id = $goes AND $stays <> ''",
            "UPDATE provider_identifier SET provider = $stays WHERE provider = $goes",
            "DELETE FROM provider_identifier WHERE id = $stays AND $goes <> ''",
            "INSERT OR REPLACE INTO provider_identifier VALUES ($goes, $stays)",
            "DELETE FROM provider_proposal WHERE $stays <> '' AND (one = $goes OR other = $goes)",
        ];
        foreach (var step in steps)
        {
            using var command = writer.Command(step, pair);
            command.ExecuteNonQuery();
        }
        foreach (var id in IdentifiersOf(stays)) owners[id] = stays;
        owners[stays] = stays;
    }

    private bool Disagree(IReadOnlyList<string> ids, string owner)
    {
        var theirs = IdentifiersOf(owner).Append(owner).ToList();
        return Registers.Any(r => ids.Where(i => i.StartsWith(r, StringComparison.Ordinal)).ToList() is { Count: > 0 } mine
            && theirs.Where(i => i.StartsWith(r, StringComparison.Ordinal)).ToList() is { Count: > 0 } known && !mine.Intersect(known).Any());
    }

    private List<string> IdentifiersOf(string provider)
    {
        using var command = writer.Command("SELECT id FROM provider_identifier WHERE provider = $provider", ("$provider", provider));
        using var row = command.ExecuteReader();
        var ids = new List<string>();
        while (row.Read()) ids.Add(row.GetString(0));
        return ids;
    }

    /// <summary>How much the register says that issued an identifier: the less the better.</summary>
    internal static int Rank(string id)
    {
        var register = Array.FindIndex(Registers, r => id.StartsWith(r, StringComparison.Ordinal));
        if (register >= 0) return register;
        var other = Array.FindIndex(Others, o => id.StartsWith(o, StringComparison.Ordinal));
        return Registers.Length + (other >= 0 ? other : id.StartsWith("own-", StringComparison.Ordinal) ? Others.Length + 1 : Others.Length);
    }

    // "The Fernlea Club Ltd." and "FERNLEA CLUB LIMITED".
    private static string NameKey(string name)
    {
        var key = new string([.. name.ToUpperInvariant().Where(char.IsLetterOrDigit)]);
        if (key.StartsWith("THE", StringComparison.Ordinal)) key = key[3..];
        return key.EndsWith("LIMITED", StringComparison.Ordinal) ? key[..^7] : key.EndsWith("LTD", StringComparison.Ordinal) ? key[..^3] : key;
    }

    private static string Min(string a, string b) => string.CompareOrdinal(a, b) < 0 ? a : b;

    private static string Max(string a, string b) => string.CompareOrdinal(a, b) < 0 ? b : a;
}
