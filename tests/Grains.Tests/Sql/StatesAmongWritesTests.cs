using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Storage;
using Weave.Rooms;
using Xunit;

namespace Weave.Sql;

/// <summary>On a silo of its own: a transaction that is lost takes with it whatever else was written in that moment.</summary>
public sealed class StatesAmongWritesTests(TestSilo silo) : IClassFixture<TestSilo>
{
    private const string Name = "state";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly GrainId _grain = GrainId.Create("test", $"{Guid.CreateVersion7():N}");
    private readonly GrainId _other = GrainId.Create("test", $"{Guid.CreateVersion7():N}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IGrainStorage Storage => silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);

    private IOneWriter Writer => Assert.IsType<IOneWriter>(silo.Services.GetRequiredService<DbDataSource>(), exactMatch: false);

    [Fact]
    public async Task A_state_that_another_has_overtaken_fails_alone()
    {
        var (old, current) = (await Read(_grain), await Read(_grain));
        current.State = new() { Step = 1 };
        await Write(_grain, current);
        var before = await Writer.OpenForWriting();
        var outdated = Record.ExceptionAsync(() => Write(_grain, old)).AsTask();
        var good = Write(_other, new GrainState<RoomState>(new() { Step = 7 }));
        current.State = new() { Step = 2 };
        var next = Write(_grain, current);
        Assert.False(outdated.IsCompleted || good.IsCompleted || next.IsCompleted, "Somebody else writes.");
        await before.DisposeAsync();

        Assert.IsType<InconsistentStateException>(await outdated.WaitAsync(Patience, Cancel));
        await Task.WhenAll(good, next).WaitAsync(Patience, Cancel);

        Assert.Equal(2, (await Stored(_grain)).Step);
        Assert.Equal(7, (await Stored(_other)).Step);
    }

    [Fact]
    public async Task A_state_whose_transaction_was_lost_stays_as_it_was_and_can_be_written_again()
    {
        var state = await Read(_grain);
        state.State = new() { Step = 1 };
        await Write(_grain, state);
        var version = state.ETag;
        state.State = new() { Step = 2 };
        await Lose(() => Write(_grain, state));

        Assert.Equal(version, state.ETag);
        Assert.Equal(1, (await Stored(_grain)).Step);
        await Write(_grain, state).WaitAsync(Patience, Cancel);
        Assert.Equal(2, (await Stored(_grain)).Step);
    }

    [Fact]
    public async Task A_state_whose_clearing_was_lost_is_still_there_and_can_be_cleared_again()
    {
        var state = await Read(_grain);
        state.State = new() { Step = 1 };
        await Write(_grain, state);

        await Lose(() => Storage.ClearStateAsync(Name, _grain, state));

        Assert.Equal((1, true), (state.State.Step, state.RecordExists));
        Assert.Equal(1, (await Stored(_grain)).Step);
        await Storage.ClearStateAsync(Name, _grain, state).WaitAsync(Patience, Cancel);
        Assert.False((await Read(_grain)).RecordExists);
    }

    /// <summary>Does it in a transaction that fails as a whole.</summary>
    private async Task Lose(Func<Task> act)
    {
        var before = await Writer.OpenForWriting();
        var lost = Record.ExceptionAsync(act).AsTask();
        // What SQLite does by itself when the disk is full.
        var loses = Record.ExceptionAsync(() => Writer.Write(async db => await db.ExecuteAsync("ROLLBACK") + await db.ExecuteAsync("no statement"))).AsTask();
        await before.DisposeAsync();

        Assert.NotNull(await lost.WaitAsync(Patience, Cancel));
        Assert.NotNull(await loses.WaitAsync(Patience, Cancel));
    }

    private Task Write(GrainId grain, GrainState<RoomState> state) => Storage.WriteStateAsync(Name, grain, state);

    private async Task<RoomState> Stored(GrainId grain) => Assert.IsType<RoomState>((await Read(grain)).State);

    private async Task<GrainState<RoomState>> Read(GrainId grain)
    {
        var state = new GrainState<RoomState>(new());
        await Storage.ReadStateAsync(Name, grain, state);
        return state;
    }
}
