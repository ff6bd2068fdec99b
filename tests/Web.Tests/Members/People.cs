namespace Weave.Members;

/// <summary>Members to test with, each with an address of their own.</summary>
internal static class People
{
    private static int _count;

    public static string NewAddress() => $"person{Interlocked.Increment(ref _count)}@example.org";

    /// <summary>A member who never looks at a page.</summary>
    public static Task<Guid> NewMember(this WeaveApp weave, string name) => weave.AccountOf(NewAddress()).FindOrCreate(new NewMember { Name = name });

    /// <summary>A member in front of a browser. Starts at the list of communities.</summary>
    public static async Task<(Visitor Visitor, Guid Id)> SignedIn(this WeaveApp weave, string name)
    {
        var address = NewAddress();
        var visitor = new Visitor(weave.Url);
        await visitor.SignIn(address, name, "/communities");
        return (visitor, await weave.AccountOf(address).Find() ?? throw new InvalidOperationException(visitor.Text));
    }

    private static IAccountGrain AccountOf(this WeaveApp weave, string address) => weave.Grains.GetGrain<IAccountGrain>(AccountKey.Email(address));
}
