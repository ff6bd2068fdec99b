using Xunit;

namespace Weave.Members;

public sealed class AccountTests(TestSilo silo)
{
    private static long _user = 1000;

    [Fact]
    public async Task One_address_is_one_member_however_often_and_however_it_is_written()
    {
        var address = $"{Guid.NewGuid():N}@example.org";
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            Account(AccountKey.Email(i % 2 == 0 ? address : $" {address.ToUpperInvariant()} ")).FindOrCreate(new NewMember { Name = $"Anna {i}" })));

        Assert.Single(ids.Distinct());
        Assert.Equal([address], (await Member(ids[0]).Get()).Emails);
    }

    [Fact]
    public async Task An_unknown_identity_has_nobody_behind_it() => Assert.Null(await Account(AccountKey.Telegram(1)).Find());

    [Fact]
    public async Task A_Telegram_account_cannot_be_claimed_under_the_key_of_another()
    {
        var account = Account(AccountKey.Telegram(NewUser()));
        await Assert.ThrowsAsync<Refused>(() => account.FindOrCreate(new NewMember { Name = "Anna", Telegram = new TelegramLink(5, null) }));
        Assert.Null(await account.Find());
    }

    [Fact]
    public async Task A_Telegram_account_linked_to_a_web_member_signs_in_as_them()
    {
        var anna = await FromWeb();
        var telegram = new TelegramLink(NewUser(), "anna");

        await Account(telegram).Link(anna, telegram);
        await Account(telegram).Link(anna, telegram);

        Assert.Equal(anna, await Account(telegram).Find());
        Assert.Equal(anna, await Account(telegram).FindOrCreate(new NewMember { Name = "Anna", Telegram = telegram }));
        Assert.Equal(telegram, (await Member(anna).Get()).Telegram);
        Assert.Equal("anna", (await Member(anna).Get()).Card.Telegram);
    }

    [Fact]
    public async Task An_account_made_by_the_bot_and_not_used_is_given_up_for_the_one_from_the_web()
    {
        var telegram = new TelegramLink(NewUser(), null);
        var fromBot = await Account(telegram).FindOrCreate(new NewMember { Name = "A", Telegram = telegram });
        var fromWeb = await FromWeb();

        await Account(telegram).Link(fromWeb, telegram);

        Assert.Equal(fromWeb, await Account(telegram).Find());
        await Assert.ThrowsAsync<Refused>(Member(fromBot).Get);
    }

    [Fact]
    public async Task An_identity_of_somebody_who_has_another_one_is_not_taken_away()
    {
        var telegram = new TelegramLink(NewUser(), null);
        var omar = await FromWeb();
        await Account(telegram).Link(omar, telegram);
        var anna = await FromWeb();

        Assert.Equal(Refusal.Taken, (await Assert.ThrowsAsync<Refused>(() => Account(telegram).Link(anna, telegram))).Reason);
        Assert.Equal(omar, await Account(telegram).Find());
        Assert.Null((await Member(anna).Get()).Telegram);
    }

    [Fact]
    public async Task Another_Telegram_account_takes_the_place_of_the_one_before()
    {
        var anna = await FromWeb();
        var (before, after) = (new TelegramLink(NewUser(), "before"), new TelegramLink(NewUser(), "after"));

        await Account(before).Link(anna, before);
        await Account(after).Link(anna, after);

        Assert.Null(await Account(before).Find());
        Assert.Equal(after, (await Member(anna).Get()).Telegram);
        Assert.Equal("after", (await Member(anna).Get()).Card.Telegram);
    }

    [Fact]
    public async Task A_second_address_signs_in_as_the_same_member()
    {
        var anna = await FromWeb();
        var second = $"{Guid.NewGuid():N}@example.org";

        await Account(AccountKey.Email(second)).Link(anna, null);

        Assert.Equal(anna, await Account(AccountKey.Email(second)).Find());
        Assert.Equal(second, (await Member(anna).Get()).Emails[1]);
    }

    [Fact]
    public async Task Nothing_is_linked_to_a_member_there_is_none_of()
    {
        var account = Account(AccountKey.Email($"{Guid.NewGuid():N}@example.org"));
        await Assert.ThrowsAsync<Refused>(() => account.Link(Guid.CreateVersion7(), null));
        Assert.Null(await account.Find());
    }

    private static long NewUser() => Interlocked.Increment(ref _user);

    private Task<Guid> FromWeb() => Account(AccountKey.Email($"{Guid.NewGuid():N}@example.org")).FindOrCreate(new NewMember { Name = "Anna" });

    private IAccountGrain Account(TelegramLink telegram) => Account(AccountKey.Telegram(telegram.UserId));

    private IAccountGrain Account(string key) => silo.Grains.GetGrain<IAccountGrain>(key);

    private IMemberGrain Member(Guid id) => silo.Grains.GetGrain<IMemberGrain>(id);
}
