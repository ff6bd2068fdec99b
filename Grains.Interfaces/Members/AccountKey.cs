using System.Globalization;

namespace Weave.Members;

/// <summary>The keys of <see cref="IAccountGrain"/>.</summary>
public static class AccountKey
{
    public static string Telegram(long userId) => string.Create(CultureInfo.InvariantCulture, $"telegram:{userId}");

    public static string Email(string address) => $"email:{address.Trim().ToLowerInvariant()}";
}
