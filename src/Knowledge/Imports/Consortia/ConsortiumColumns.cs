namespace CommissioningBot.Knowledge.Imports.Consortia;

/// <summary>The columns of a list of consortia: a line for each member.</summary>
internal enum ConsortiumColumn
{
    Consortium,
    CharityNumber,
    CompanyNumber,
    Town,
    Postcode,
    WhatItDoes,
    WhoFor,
    Website,
    ProcuredOn,
    ProcuredFor,
    Member,
    MemberCharityNumber,
    MemberCompanyNumber,
    Role,
    WhenProcured,
    Joined,
    Left,
    Reason,
    DueDiligence,
    LastChecked,
}

internal static class ConsortiumColumns
{
    public static readonly IReadOnlyDictionary<ConsortiumColumn, string[]> Names = new Dictionary<ConsortiumColumn, string[]>
    {
        [ConsortiumColumn.Consortium] = ["consortium", "consortium name", "name of consortium"],
        [ConsortiumColumn.CharityNumber] = ["charity number", "consortium charity number"],
        [ConsortiumColumn.CompanyNumber] = ["company number", "consortium company number"],
        [ConsortiumColumn.Town] = ["town", "city", "place"],
        [ConsortiumColumn.Postcode] = ["postcode", "post code"],
        [ConsortiumColumn.WhatItDoes] = ["what it does", "what they do", "what you do", "activities", "services", "description"],
        [ConsortiumColumn.WhoFor] = ["who for", "who it is for", "beneficiaries", "client group"],
        [ConsortiumColumn.Website] = ["website", "web", "web address", "url"],
        [ConsortiumColumn.ProcuredOn] = ["procured on", "date procured", "procured", "contract start", "date of award"],
        [ConsortiumColumn.ProcuredFor] = ["procured for", "contract", "contract title", "service procured"],
        [ConsortiumColumn.Member] = ["member", "member name", "member organisation", "name of member"],
        [ConsortiumColumn.MemberCharityNumber] = ["member charity number", "members charity number"],
        [ConsortiumColumn.MemberCompanyNumber] = ["member company number", "members company number"],
        [ConsortiumColumn.Role] = ["role", "lead or partner", "role of member"],
        [ConsortiumColumn.WhenProcured] = ["member when procured", "was a member when procured", "as procured"],
        [ConsortiumColumn.Joined] = ["joined", "joined on", "date joined"],
        [ConsortiumColumn.Left] = ["left", "left on", "date left"],
        [ConsortiumColumn.Reason] = ["reason", "reason for change", "reason for the change"],
        [ConsortiumColumn.DueDiligence] = ["due diligence", "due diligence note", "checks made"],
        [ConsortiumColumn.LastChecked] = ["last checked", "checked", "date checked", "last updated"],
    };
}
