namespace Weave.Notifications;

/// <summary>The e-mail with a sign-in link.</summary>
[GenerateSerializer, Immutable, Alias("signInMail")]
public sealed record SignInMail([property: Id(0)] string Url, [property: Id(1)] DateTimeOffset Expires) : Notice
{
    public override bool Awaited => true;
}
