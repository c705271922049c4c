namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>What money is counted in. The names are those of Recognizers-Text, so that both can be compared.</summary>
/// <param name="Currency">The sign of the currency: £, € or $.</param>
/// <param name="Iso">The currency's code (ISO 4217), where the text leaves no doubt which dollar or pound it is.</param>
/// <param name="Worth">How much of the currency's main unit one is.</param>
public sealed record MoneyUnit(string Name, char Currency, string? Iso, decimal Worth)
{
    public static readonly MoneyUnit Pound = new("Pound", '£', null, 1);
    public static readonly MoneyUnit BritishPound = new("British pound", '£', "GBP", 1);
    public static readonly MoneyUnit Pence = new("Pence", '£', null, 0.01m);
    public static readonly MoneyUnit Penny = new("Penny", '£', null, 0.01m);
    public static readonly MoneyUnit Euro = new("Euro", '€', "EUR", 1);
    public static readonly MoneyUnit Dollar = new("Dollar", '$', null, 1);
    public static readonly MoneyUnit UnitedStatesDollar = new("United States dollar", '$', "USD", 1);
    public static readonly MoneyUnit Cent = new("Cent", '$', null, 0.01m);
}
