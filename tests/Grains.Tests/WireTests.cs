using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.TypeSystem;
using Weave.Agenda;
using Xunit;

namespace Weave;

/// <summary>Within one silo values are handed over; between two they travel, and must be understood.</summary>
public sealed class WireTests(TestSilo silo)
{
    public static TheoryData<string> Interfaces => [.. All.Select(type => type.FullName!)];

    private static IEnumerable<Type> All => typeof(IAgendaGrain).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IAddressable).IsAssignableFrom(type));

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void What_a_grain_is_asked_and_answers_can_be_sent_to_another_silo(string name)
    {
        var serializer = silo.Services.GetRequiredService<Serializer>();
        var names = silo.Services.GetRequiredService<TypeConverter>();
        var methods = All.Single(type => type.FullName == name).GetMethods();
        var types = methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(ResultOf(method))).Where(type => type != typeof(CancellationToken)).Distinct();

        Assert.All(types, type =>
        {
            Assert.True(serializer.CanSerialize(type), $"{type} cannot be written.");
            Assert.Equal(type, names.Parse(names.Format(type)));
        });
    }

    private static Type ResultOf(MethodInfo method) => method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(object);
}
