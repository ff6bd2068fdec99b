using System.Security.Cryptography;
using System.Text;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Weave.Notifications;

/// <summary>Makes a mail of a message, hands it to the server and says how that ended. Asked for one message at a time.</summary>
internal sealed partial class MailDelivery(TimeProvider time, IOptions<MailOptions> options, Letters letters, MailSender sender, ILogger<MailDelivery> logger)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly MailboxAddress _from = MailboxAddress.Parse(options.Value.From!);
    private DateTimeOffset _restsUntil;
    private int _failures;

    public async Task<Delivery> Send(OutboxMessage message, CancellationToken stopping)
    {
        if (_restsUntil - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            return new(message.Number, DeliveryResult.Later, rest, Everyone: true);
        if (!MailboxAddress.TryParse(message.Recipient, out var recipient))
            return new(message.Number, DeliveryResult.Dead, Error: "This is no address.");
        if (await letters.Write(message) is not { } letter)
        {
            // Nobody misses it: done with, as if it were sent.
            LogDropped(logger, message.Notice.GetType().Name, message.Number);
            return new(message.Number, DeliveryResult.Sent);
        }
        try
        {
            await sender.Send(Mail(message, letter, recipient), stopping);
        }
        catch (SmtpCommandException e)
        {
            return await Refused(message, e);
        }
        catch (Exception e) when (MailSender.IsConnectionTrouble(e) && !stopping.IsCancellationRequested)
        {
            return await Rest(message, $"{e.GetType().Name}: {e.Message}");
        }
        _failures = 0;
        LogSent(logger, message.Notice.GetType().Name, message.Number);
        return new(message.Number, DeliveryResult.Sent);
    }

    /// <summary>A repeat, after a crash between sending and reporting, carries the same id: mail readers and servers show it once.</summary>
    private MimeMessage Mail(OutboxMessage message, Letter letter, MailboxAddress recipient)
    {
        var mail = new MimeMessage
        {
            Subject = letter.Subject,
            Date = time.GetUtcNow(),
            MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.Key)).AsSpan(0, 16))}@{_from.Domain}",
            Body = LetterBody.Of(letter, message.Language),
        };
        mail.From.Add(_from);
        mail.To.Add(recipient);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.Unsubscribe is { } unsubscribe)
        {
            mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return mail;
    }

    private async Task<Delivery> Refused(OutboxMessage message, SmtpCommandException e)
    {
        // That we may not send at all is the administrator's to mend; nobody's mail is lost by it.
        var ours = e.ErrorCode == SmtpErrorCode.SenderNotAccepted || e.StatusCode is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.AuthenticationRequired;
        if (ours)
            return await Rest(message, Said(e));
        var permanent = (int)e.StatusCode >= 500;
        if (!permanent)
            LogPutOff(logger, message.Notice.GetType().Name, message.Number, (int)e.StatusCode);
        return new(message.Number, permanent ? DeliveryResult.Dead : DeliveryResult.Later, Error: Said(e));
    }

    private async Task<Delivery> Rest(OutboxMessage message, string problem)
    {
        await sender.Close();
        var rest = FirstRest * (1 << Math.Min(_failures++, 8));
        rest = rest < LongestRest ? rest : LongestRest;
        _restsUntil = time.GetUtcNow() + rest;
        LogNoServer(logger, problem, rest);
        return new(message.Number, DeliveryResult.Later, rest, Everyone: true, problem);
    }

    private static string Said(SmtpCommandException e) => $"{(int)e.StatusCode} {e.Message}";

    [LoggerMessage(LogLevel.Information, "Mail {Number} sent: {Notice}.")]
    private static partial void LogSent(ILogger logger, string notice, long number);

    [LoggerMessage(LogLevel.Information, "Mail {Number} dropped, what it was about is gone or past: {Notice}.")]
    private static partial void LogDropped(ILogger logger, string notice, long number);

    [LoggerMessage(LogLevel.Warning, "Mail {Number} put off: {Notice}. The server answered {Status}.")]
    private static partial void LogPutOff(ILogger logger, string notice, long number, int status);

    [LoggerMessage(LogLevel.Error, "The mail server does not take mail: {Problem}. The next try is in {Rest}.")]
    private static partial void LogNoServer(ILogger logger, string problem, TimeSpan rest);
}
