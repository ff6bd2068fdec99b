using System.Data;
using System.Text.RegularExpressions;
using Dapper;

namespace Weave;

/// <summary>The values of an <c>IN @list</c>, each a parameter of its own. Dapper does so by itself on SQLite, but hands PostgreSQL an array, of which <c>IN</c> knows nothing.</summary>
internal sealed class InList<T>(IEnumerable<T> values) : SqlMapper.ICustomQueryParameter
{
    public void AddParameter(IDbCommand command, string name)
    {
        var names = new List<string>();
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"{name}{names.Count}", value);
            command.Parameters.Add(parameter);
            names.Add($"@{parameter.ParameterName}");
        }
        // Nothing equals NULL, and it has every type.
        var list = names.Count == 0 ? "NULL" : string.Join(", ", names);
#pragma warning disable CA2100 // Names of parameters only.
        command.CommandText = Regex.Replace(command.CommandText, $@"\bIN @{name}\b", $"IN ({list})", RegexOptions.None, TimeSpan.FromSeconds(1));
#pragma warning restore CA2100
    }
}

/// <summary>Makes an <see cref="InList{T}"/> of anything.</summary>
internal static class InList
{
    public static InList<T> Of<T>(IEnumerable<T> values) => new(values);
}
