using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace Weave.Notifications;

/// <summary>
/// A mail server that keeps what it is sent. It takes everything, unless a test has scripted another answer to a command (<c>RCPT</c>, <c>AUTH</c>,
/// or <c>END</c> for the end of a mail).
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    /// <summary>A scripted answer that is none: the connection breaks. A mail ended by it was received all the same.</summary>
    public const string HangUp = "";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _script = new(StringComparer.Ordinal);
    private readonly Channel<MimeMessage> _mails = Channel.CreateUnbounded<MimeMessage>();
    private readonly Channel<bool> _goodbyes = Channel.CreateUnbounded<bool>();
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many connections were made.</summary>
    public int Connections => _sessions.Count;

    /// <summary>The name and password signed in with last.</summary>
    public string? SignedIn { get; private set; }

    /// <summary>The next of these commands are answered so, in order.</summary>
    public void Answer(string command, params string[] answers)
    {
        var queue = _script.GetOrAdd(command, _ => new());
        foreach (var answer in answers)
            queue.Enqueue(answer);
    }

    /// <summary>The next mail, as soon as it is here.</summary>
    public ValueTask<MimeMessage> Next(CancellationToken cancellation) => _mails.Reader.ReadAsync(cancellation);

    /// <summary>Waits until a sender has said goodbye: it has reported what it sent and found nothing more to send.</summary>
    public ValueTask<bool> Goodbye(CancellationToken cancellation) => _goodbyes.Reader.ReadAsync(cancellation);

    public bool HasMore => _mails.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _sessions.Add(Serve(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test ESMTP");
            while (await reader.ReadLineAsync(_stop.Token) is { } line && await Obey(line, reader, writer))
            {
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Hung up.
        }
    }

    private async Task<bool> Obey(string line, StreamReader reader, StreamWriter writer)
    {
        var verb = line.Split(' ', ':')[0].ToUpperInvariant();
        if (verb is "AUTH")
            SignedIn = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Replace('\0', ' ').Trim();
        if (!await Say(verb, verb switch
        {
            "EHLO" => "250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME",
            "AUTH" => "235 in",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        }, writer) || verb == "QUIT")
        {
            if (verb == "QUIT")
                _goodbyes.Writer.TryWrite(true);
            return false;
        }
        return verb != "DATA" || await Receive(reader, writer);
    }

    private async Task<bool> Receive(StreamReader reader, StreamWriter writer)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        var refused = _script.TryGetValue("END", out var queue) && queue.TryPeek(out var answer) && answer is not (HangUp or ['2', ..]);
        if (!refused)
        {
            using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
            _mails.Writer.TryWrite(await MimeMessage.LoadAsync(bytes, _stop.Token));
        }
        return await Say("END", "250 taken", writer);
    }

    private async Task<bool> Say(string command, string usual, StreamWriter writer)
    {
        var answer = _script.TryGetValue(command, out var queue) && queue.TryDequeue(out var scripted) ? scripted : usual;
        if (answer == HangUp)
            return false;
        await writer.WriteLineAsync(answer);
        return true;
    }
}
