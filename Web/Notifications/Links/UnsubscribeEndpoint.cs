namespace Weave.Notifications;

/// <summary>
/// The target of <c>List-Unsubscribe-Post</c> (RFC 8058): mail programs post to it without a session and without asking. People who open the address get the page with
/// the button.
/// </summary>
internal static class UnsubscribeEndpoint
{
    private const string Field = "List-Unsubscribe";

    public static void MapUnsubscribe(this WebApplication app)
    {
        app.MapGet("/unsubscribe/{token}", (string token) => Results.LocalRedirect($"/answer/{Uri.EscapeDataString(token)}"));
        app.MapPost("/unsubscribe/{token}", Stop).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> Stop(string token, HttpRequest request, MailLinks links, MailAnswers answers)
    {
        if (!request.HasFormContentType || (await request.ReadFormAsync())[Field] != "One-Click")
            return Answer(StatusCodes.Status400BadRequest);
        try
        {
            var answer = links.Read(token);
            if (answer.Verb != MailVerb.Stop)
                return Answer(StatusCodes.Status400BadRequest);
            await answers.Do(answer);
            return Results.Text("");
        }
        catch (Refused refused) when (refused.Reason == Refusal.NotAMember)
        {
            // Gone already: there is nothing to stop.
            return Results.Text("");
        }
        catch (Refused refused) when (refused.Reason is Refusal.NotFound or Refusal.Expired)
        {
            return Answer(StatusCodes.Status404NotFound);
        }
    }

    /// <summary>With a type, so that no error page is made for a reader who is none.</summary>
    private static IResult Answer(int status) => Results.Text("", "text/plain", statusCode: status);
}
