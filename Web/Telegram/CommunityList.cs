using Weave.Communities;
using Weave.Members;

namespace Weave.Telegram;

/// <summary>The communities there are, a few at a time, with a button to join each.</summary>
internal sealed class CommunityList(IGrainFactory grains, Words words)
{
    private const int PageSize = 5;

    /// <summary>As many pages as one character counts; who looks further does so in the browser, where there is a search.</summary>
    private const int LastPage = 74;

    public async Task List(Turn turn, int page) => turn.Show(await Page(turn.Me, page));

    public async Task Join(Turn turn, string slug, int page)
    {
        var status = await grains.GetGrain<ICommunityGrain>(slug).Join(turn.Me.Id);
        turn.Toast = words.Plain(status == MembershipStatus.Waiting ? "ToastWaiting" : "ToastJoined");
        turn.Show(await Page(turn.Me, page));
    }

    /// <summary>Joins and says how that went.</summary>
    public async Task<string> JoinNow(Turn turn, string slug)
    {
        var grain = grains.GetGrain<ICommunityGrain>(slug);
        var status = await grain.Join(turn.Me.Id);
        var community = await grain.Get(null);
        return words.Html(status == MembershipStatus.Waiting ? "Waiting" : "Joined", community.Settings.Name);
    }

    private async Task<BotMessage> Page(Member me, int page)
    {
        page = Math.Clamp(page, 0, LastPage);
        var mine = (await grains.GetGrain<IMemberGrain>(me.Id).Communities()).ToDictionary(one => one.Slug, one => one.Status, StringComparer.Ordinal);
        var all = await grains.GetGrain<ICommunityDirectoryGrain>(0).List(null, page * PageSize, PageSize);
        if (all.Total == 0)
            return new BotMessage { Text = words.Html("NoCommunities"), Buttons = [[new BotButton(words.Plain("OpenWeb"), new Press(PressVerb.Web))]] };
        return new BotMessage
        {
            Text = $"{words.Html("CommunitiesForYou")}\n\n{string.Join("\n\n", all.Items.Select(Line))}\n\n{words.Html("CommunitiesNext")}",
            Buttons =
            [
                .. all.Items.Select(one => (BotButton[])[Button(one, mine.GetValueOrDefault(one.Slug), page)]),
                .. Turning(page, all.Total),
                .. mine.Values.Any(status => status >= MembershipStatus.Member) ? (BotButton[][])[Start.Inside(words)] : [],
            ],
        };
    }

    private string Line(CommunityListing one)
    {
        var head = $"<b>{Html.Escape(one.Settings.Name)}</b> ({one.Members})";
        var purpose = one.Settings.Purpose.ReplaceLineEndings(" ");
        return purpose.Length == 0 ? head : $"{head}\n{Html.Escape(purpose.Length <= 160 ? purpose : $"{purpose[..159]}…")}";
    }

    private BotButton Button(CommunityListing one, MembershipStatus status, int page) => new(
        words.Plain(status switch { MembershipStatus.None => "JoinThis", MembershipStatus.Waiting => "WaitingThis", _ => "InThis" }, one.Settings.Name),
        new Press(PressVerb.JoinCommunity, (char)('0' + page), one.Slug));

    private BotButton[][] Turning(int page, int total)
    {
        List<BotButton> row = [];
        if (page > 0)
            row.Add(new BotButton(words.Plain("Back"), new Press(PressVerb.Communities, (char)('0' + page - 1))));
        if (page < LastPage && (page + 1) * PageSize < total)
            row.Add(new BotButton(words.Plain("More"), new Press(PressVerb.Communities, (char)('0' + page + 1))));
        return row.Count == 0 ? [] : [[.. row]];
    }
}
