namespace Weave.Members;

/// <summary>
/// One outside identity and the member behind it, for good. What it is about to do to the member is stored first and done again after a crash, so that
/// an identity never has two members, nor one that was not made.
/// </summary>
internal sealed class AccountGrain([PersistentState("state")] IPersistentState<AccountGrain.State> state) : Grain, IAccountGrain
{
    private const string EmailPrefix = "email:";

    /// <summary>The address; null when the identity is a Telegram account.</summary>
    private string? Email => this.GetPrimaryKeyString() is var key && key.StartsWith(EmailPrefix, StringComparison.Ordinal) ? key[EmailPrefix.Length..] : null;

    public async Task<Guid?> Find()
    {
        await Settle();
        return state.State.Member;
    }

    public async Task<Guid> FindOrCreate(NewMember member)
    {
        Check(member.Telegram);
        await Settle();
        if (state.State.Member is { } known)
            return known;
        var made = Guid.CreateVersion7();
        await state.Store(new State { Member = made, Making = member with { Email = Email, Telegram = Email is null ? member.Telegram : null } });
        await Settle();
        return made;
    }

    public async Task Link(Guid member, TelegramLink? telegram)
    {
        Check(telegram);
        await GrainFactory.GetGrain<IMemberGrain>(member).Get();
        await Settle();
        await state.Store(state.State with { Linking = new Linking(member, telegram) });
        await Settle();
        if (state.State.Member != member)
            throw new Refused(Refusal.Taken);
    }

    public async Task Release(Guid member)
    {
        await Settle();
        if (state.State.Member == member)
            await state.ClearStateAsync();
    }

    /// <summary>Finishes what was begun, now or before a crash.</summary>
    private async Task Settle()
    {
        if (state.State is { Making: { } making, Member: { } made })
        {
            await GrainFactory.GetGrain<IMemberGrain>(made).Create(making);
            await state.Store(state.State with { Making = null });
        }
        if (state.State.Linking is not { } linking)
            return;
        var free = state.State.Member is not { } owner || owner == linking.Member || await GrainFactory.GetGrain<IMemberGrain>(owner).GiveUp();
        if (free)
            await LinkTo(linking);
        await state.Store(new State { Member = free ? linking.Member : state.State.Member });
    }

    private async Task LinkTo(Linking linking)
    {
        var member = GrainFactory.GetGrain<IMemberGrain>(linking.Member);
        if (Email is { } address)
        {
            await member.AddEmail(address);
            return;
        }
        // A member has one Telegram account: the one linked before no longer signs in as them.
        if ((await member.Get()).Telegram is { } before && before.UserId != linking.Telegram!.UserId)
            await GrainFactory.GetGrain<IAccountGrain>(AccountKey.Telegram(before.UserId)).Release(linking.Member);
        await member.LinkTelegram(linking.Telegram!);
    }

    private void Check(TelegramLink? telegram)
    {
        if (Email is null && (telegram is null || AccountKey.Telegram(telegram.UserId) != this.GetPrimaryKeyString()))
            throw new Refused(Refusal.Invalid);
    }

    [GenerateSerializer, Alias("accountState")]
    internal sealed record State
    {
        [Id(0)] public Guid? Member { get; init; }

        /// <summary>The member is being made of this; null when it is done.</summary>
        [Id(1)] public NewMember? Making { get; init; }

        /// <summary>The identity is being given to somebody; null when it is done.</summary>
        [Id(2)] public Linking? Linking { get; init; }
    }

    [GenerateSerializer, Immutable, Alias("accountLinking")]
    internal sealed record Linking([property: Id(0)] Guid Member, [property: Id(1)] TelegramLink? Telegram);
}
