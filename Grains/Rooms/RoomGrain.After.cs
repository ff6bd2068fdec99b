using Weave.Contacts;
using Weave.Members;
using Weave.Notifications;

namespace Weave.Rooms;

/// <summary>What is left of a room: people, contacts, introductions and what was thought of it.</summary>
internal sealed partial class RoomGrain
{
    private const string WhenAsked = "introductions";
    private const int MostAsked = 10;

    private FeedbackTable Feedback => new(database, Id);
    private string Source => $"room:{Id:N}";

    public async Task<RoomAfter> After(Guid member)
    {
        var me = _room.Afterwards(member);
        var wishes = await Wishes.Around(me.Number);
        var (mine, theirs) = (wishes.Where(wish => wish.Wisher == me.Number).ToDictionary(wish => wish.Wished), wishes.Where(wish => wish.Wished == me.Number).ToDictionary(wish => wish.Wisher));
        var received = (await Exchange.Received(me.Number)).ToDictionary(contact => contact.From, contact => contact.Card);
        var given = (await Exchange.Given(me.Number)).ToDictionary(contact => contact.To, contact => contact.Fields);
        var kept = (await Book(member).From(Source)).Select(contact => contact.Member).ToHashSet();
        var gone = _room.Guests.Where(guest => guest.Name.Length == 0).Select(guest => guest.Number);
        var hidden = (await Ties.Blocked(member, _room.Guests)).Concat(gone).ToHashSet();

        var met = _room.Mates(me.Number).Concat(received.Keys)
            .Concat(wishes.Where(wish => wish.Asked == IntroductionState.Agreed).Select(wish => wish.Wisher == me.Number ? wish.Wished : wish.Wisher))
            .Distinct().Where(number => !hidden.Contains(number)).ToList();
        IReadOnlyList<PersonAfter> LookBackOn(IEnumerable<int> numbers) => [.. numbers.Select(number => new PersonAfter
        {
            Who = _room.Guests[number].Public(),
            Received = received.GetValueOrDefault(number),
            Given = given.TryGetValue(number, out var fields) ? fields : null,
            Kept = kept.Contains(_room.Guests[number].Member),
            WouldGive = _room.Guests[number].Shared().Filled(),
            BothWished = mine.ContainsKey(number) && theirs.ContainsKey(number),
            // Who asked never learns of a decline.
            Introduction = mine.GetValueOrDefault(number)?.Asked is { } asked ? asked == IntroductionState.Declined ? IntroductionState.Asked : asked : IntroductionState.None,
        })];
        var giver = await WithContact(me);
        var (useful, again) = await Feedback.Of(me.Number);
        return new()
        {
            Met = LookBackOn(met),
            Missed = LookBackOn(mine.Keys.Where(number => !met.Contains(number) && !hidden.Contains(number))),
            Asking = LookBackOn(theirs.Values.Where(wish => wish.Asked == IntroductionState.Asked && !hidden.Contains(wish.Wisher)).Select(wish => wish.Wisher)),
            Notes = _room.Notes(me.Number, await Notes.All(), hidden),
            Whispers = [.. (await Whispers.To(me.Number)).Where(whisper => !hidden.Contains(whisper.From)).Select(whisper => new WordAfter(_room.Guests[whisper.From].Name, whisper.Text))],
            MyCard = giver.Shared(),
            MyFields = giver.Shares,
            Useful = useful,
            Again = again,
            Feedback = _room.IsAppointed(member) || await Community.Status(member) == Communities.MembershipStatus.Organizer ? await Feedback.Figures() : null,
        };
    }

    public Task Keep(Guid member, int number)
    {
        var me = _room.Afterwards(member);
        var other = _room.Other(me, number);
        return _room.SatTogether(me.Number, number) ? NoteDown(me, other) : throw new Refused(Refusal.NotInTheRoom);
    }

    public async Task AskIntroduction(Guid member, int number)
    {
        var me = _room.Afterwards(member);
        var other = _room.Other(me, number);
        var around = await Wishes.Around(me.Number);
        if (around.Any(wish => wish.Wisher == number && wish.Asked == IntroductionState.Asked))
        {
            // They have asked the same: that is what both want.
            await AnswerIntroduction(member, number, agree: true);
            return;
        }
        if (around.Count(wish => wish.Wisher == me.Number && wish.Asked != IntroductionState.None && wish.Wished != number) >= MostAsked)
            throw new Refused(Refusal.TooMany, "introduction");
        // Nobody learns that they are blocked.
        var blocked = await Blocked(me, other);
        await Agenda.Put(this.GetGrainId(), WhenAsked, Now.AddMinutes(1));
        if (await Wishes.Ask(me.Number, number, told: blocked, Now))
            await OrLater(TellOfIntroductions);
    }

    public async Task AnswerIntroduction(Guid member, int number, bool agree)
    {
        var me = _room.Afterwards(member);
        var other = _room.Other(me, number);
        if (await Blocked(me, other))
            throw new Refused(Refusal.AlreadyDone);
        // Noted before it is stored: what cannot be delivered now is later.
        if (agree)
            await Agenda.Put(this.GetGrainId(), WhenAsked, Now.AddMinutes(1));
        if (!await Wishes.Answer(number, me.Number, agree))
            throw new Refused(Refusal.AlreadyDone);
        if (agree)
            await OrLater(TellOfIntroductions);
    }

    public Task Rate(Guid member, int? useful, bool? again)
    {
        var me = _room.Afterwards(member);
        return useful is null or >= 1 and <= 5 ? Feedback.Put(me.Number, useful, again, Now) : throw new Refused(Refusal.OutOfRange, nameof(useful));
    }

    /// <summary>Carries out what was asked and agreed and is not known to have been: contacts first, then the word. Repeating it is harmless.</summary>
    private async Task TellOfIntroductions()
    {
        foreach (var wish in await Wishes.Untold())
        {
            var (asker, asked) = (_room.Guests[wish.Wisher], _room.Guests[wish.Wished]);
            var key = $"{Source}:{wish.Asked}:{wish.Wisher}:{wish.Wished}";
            if (wish.Asked == IntroductionState.Agreed)
            {
                await Give(asker, asked);
                await Give(asked, asker);
                await Tell(asker, new IntroductionAgreed(Id, asked.Member), key);
            }
            else
            {
                await Tell(asked, new IntroductionAsked(Id, asker.Member), key);
            }
            await Wishes.Told(wish);
        }
    }

    private async Task Tell(Guest to, Notice notice, string key)
    {
        try
        {
            await GrainFactory.GetGrain<IMemberGrain>(to.Member).Notify(notice, key);
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotFound)
        {
            // The account is gone: there is nobody to tell.
        }
    }

    /// <summary>Gives what somebody shares as a rule; who shares nothing is known by name.</summary>
    private async Task Give(Guest giver, Guest receiver)
    {
        giver = await WithContact(giver);
        if (giver.Shared().Filled() == ContactFields.None)
        {
            await NoteDown(receiver, giver);
            return;
        }
        await Exchange.Give(_room, giver, [receiver.Number], giver.Shares, Now);
    }

    /// <summary>Puts somebody into another's contact book by name.</summary>
    private Task NoteDown(Guest to, Guest other) => Book(to.Member).Receive(new Contact
    {
        Member = other.Member,
        Name = other.Name,
        Headline = other.Headline,
        Company = other.Company,
        Card = new ContactCard(),
        Source = Source,
        Occasion = _room.Plan.Title,
        At = Now,
    });

    private IContactBookGrain Book(Guid member) => GrainFactory.GetGrain<IContactBookGrain>(member);
}
