namespace Weave.Telegram.Emulator;

/// <summary>A picture in a message.</summary>
public sealed record ChatPhoto(string FileId, byte[] Bytes);
