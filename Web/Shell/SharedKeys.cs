using System.Data.Common;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Weave.Shell;

/// <summary>
/// The keys of all web hosts of a cluster, in the table SessionKey of PostgreSQL. Hosts that start at once would each make a key of their own and not know the other's for
/// a day: so a key that comes right after another is dropped, and its maker, who reads all keys again, takes the one that was first.
/// </summary>
internal sealed class SharedKeys(DbDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Xml FROM SessionKey ORDER BY Stored";
        using var reader = command.ExecuteReader();
        var elements = new List<XElement>();
        while (reader.Read())
            elements.Add(XElement.Parse(reader.GetString(0)));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "LOCK TABLE SessionKey IN SHARE ROW EXCLUSIVE MODE";
        command.ExecuteNonQuery();
        command.CommandText = element.Name == "key" ? $"{Insert} WHERE NOT EXISTS (SELECT 1 FROM SessionKey WHERE Stored > now() - INTERVAL '5 minutes')" : Insert;
        Add("name", friendlyName);
        Add("xml", element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
        transaction.Commit();

        void Add(string name, string value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private const string Insert = "INSERT INTO SessionKey (Name, Xml) SELECT @name, @xml";
}
