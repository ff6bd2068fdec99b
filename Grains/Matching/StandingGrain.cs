using System.Data.Common;
using Dapper;
using Orleans.Concurrency;
using Weave.Communities;

namespace Weave.Matching;

/// <summary>A door to the table Standing: a row for each member who has said anything.</summary>
[StatelessWorker]
internal sealed class StandingGrain(DbDataSource database, TimeProvider time) : Grain, IStandingGrain
{
    private string Slug => this.GetPrimaryKeyString();
    private ICommunityGrain Community => GrainFactory.GetGrain<ICommunityGrain>(Slug);

    public async Task<Standing> Get(Guid member)
    {
        await Require(member, MembershipStatus.Member);
        await using var db = await database.OpenConnectionAsync();
        var row = await db.QuerySingleOrDefaultAsync<Row>(
            "SELECT Choice, PausedUntil, OddOne, Hosts FROM Standing WHERE Community = @Slug AND Member = @member", new { Slug, member });
        return row is null ? new() : new()
        {
            Choice = (StandingChoice)row.Choice,
            PausedUntil = row.PausedUntil > time.GetUtcNow() ? row.PausedUntil : null,
            OddOne = (OddOne?)row.OddOne,
            Hosts = row.Hosts != 0,
        };
    }

    public async Task Choose(Guid member, StandingChoice choice)
    {
        if (!Enum.IsDefined(choice))
            throw new Refused(Refusal.Invalid, nameof(choice));
        await Require(member, MembershipStatus.Member);
        await Put(member, "Choice = @value, Silent = 0, Ended = NULL", (int)choice);
        if (choice == StandingChoice.In)
            await AnswerForNow(member);
    }

    public async Task Pause(Guid member, DateTimeOffset until)
    {
        await Require(member, MembershipStatus.Member);
        var now = time.GetUtcNow();
        if (until <= now)
            throw new Refused(Refusal.InThePast, nameof(until));
        if (until > now + IStandingGrain.LongestPause)
            throw new Refused(Refusal.OutOfRange, nameof(until));
        await Put(member, "PausedUntil = @value", until.ToUnixTimeMilliseconds());
    }

    public async Task Resume(Guid member)
    {
        await Require(member, MembershipStatus.Member);
        await Put(member, "PausedUntil = @value", value: null);
    }

    public async Task Wish(Guid member, OddOne? oddOne)
    {
        if (oddOne is { } wish && !Enum.IsDefined(wish))
            throw new Refused(Refusal.Invalid, nameof(oddOne));
        await Require(member, MembershipStatus.Member);
        await Put(member, "OddOne = @value", (int?)oddOne);
    }

    public async Task Host(Guid member, bool hosts)
    {
        await Require(member, MembershipStatus.Organizer);
        await Put(member, "Hosts = @value", hosts ? 1 : 0);
    }

    private async Task Require(Guid member, MembershipStatus status)
    {
        if (await Community.Status(member) < status)
            throw new Refused(status == MembershipStatus.Organizer ? Refusal.NotAnOrganizer : Refusal.NotAMember);
    }

    private async Task AnswerForNow(Guid member)
    {
        var latest = (await Community.Get(member)).LatestRound;
        if (latest == 0)
            return;
        var round = GrainFactory.GetGrain<IMatchRoundGrain>(new MatchRoundId(Slug, latest).ToString());
        try
        {
            if (await round.Get(member) is { Phase: MatchRoundPhase.Inviting, Answer: RoundAnswer.None })
                await round.Answer(member, RoundAnswer.In);
        }
        catch (Refused refused) when (refused.Reason is Refusal.RoundClosed or Refusal.Paused)
        {
            // From the next one on.
        }
    }

    private async Task Put(Guid member, string what, long? value)
    {
        await using var db = await database.OpenForWriting();
        await using var transaction = await db.BeginTransactionAsync();
        var arguments = new { Slug, member, value };
        await db.ExecuteAsync(
            "INSERT INTO Standing (Community, Member, Choice, Hosts, Silent, Counted) VALUES (@Slug, @member, 0, 0, 0, 0) ON CONFLICT DO NOTHING", arguments, transaction);
        await db.ExecuteAsync($"UPDATE Standing SET {what} WHERE Community = @Slug AND Member = @member", arguments, transaction);
        await transaction.CommitAsync();
    }

    private sealed record Row
    {
        public required int Choice { get; init; }
        public DateTimeOffset? PausedUntil { get; init; }
        public int? OddOne { get; init; }
        public required int Hosts { get; init; }
    }
}
