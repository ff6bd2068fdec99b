using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Weave.Notifications;

/// <summary>The connection to the mail server: made when the first mail needs it, kept for those that follow, closed when none is left.</summary>
internal sealed class MailSender(IOptions<MailOptions> options) : IDisposable
{
    private const int ImplicitTlsPort = 465;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private SmtpClient? _client;

    public async Task Send(MimeMessage message, CancellationToken stopping)
    {
        _client ??= new SmtpClient { Timeout = (int)Timeout.TotalMilliseconds };
        if (!_client.IsConnected)
            await Connect(_client, stopping);
        // Not to be stopped half-way: nobody would know whether it was taken.
        await _client.SendAsync(message, CancellationToken.None);
    }

    /// <summary>Says goodbye to the server; the next mail connects anew.</summary>
    public async Task Close()
    {
        if (_client is null)
            return;
        try
        {
            await _client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception e) when (IsConnectionTrouble(e))
        {
            // It has hung up already.
        }
        Dispose();
    }

    public void Dispose()
    {
        _client?.Dispose();
        _client = null;
    }

    /// <summary>The server cannot be reached or talked to, whatever the mail is.</summary>
    public static bool IsConnectionTrouble(Exception e) => e is IOException or System.Net.Sockets.SocketException or TimeoutException
        or SslHandshakeException or SmtpProtocolException or AuthenticationException or NotSupportedException or MailKit.ServiceNotConnectedException
        or MailKit.ServiceNotAuthenticatedException or OperationCanceledException;

    private async Task Connect(SmtpClient client, CancellationToken stopping)
    {
        var mail = options.Value;
        var security = !mail.UseTls ? SecureSocketOptions.None : mail.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(mail.Host!, mail.Port, security, stopping);
        if (!string.IsNullOrEmpty(mail.User))
            await client.AuthenticateAsync(mail.User, mail.Password ?? "", stopping);
    }
}
