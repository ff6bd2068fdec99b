import { HttpTransportType, HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import type { RoomEvents, RoomSnapshot } from "./room-wire";

const pauses = [0, 300, 600];
/** While somebody looks at the page, and while nobody does. */
const longestPauses = [1000, 5000];
const attemptTimeout = 6000;
const probeTimeout = 1500;

/** A command the server turned down, with its sentence for the reader. */
export class Refusal extends Error {
  constructor(readonly reason: string, text: string) {
    super(text);
  }
}

export interface Listener {
  joined(snapshot: RoomSnapshot): void;
  happened(batch: RoomEvents): void;
  lost(): void;
  refused(refusal: Refusal): void;
}

/** The way to the hub. Comes back by itself, for as long as the page is open, and at once when the device says that it has a network again. */
export class Connection {
  private hub: HubConnection | null = null;
  private running = false;
  private up = false;
  private attempt = 0;
  private began = 0;
  private giveUp: (() => void) | null = null;
  private wake: (() => void) | null = null;
  private asked: Promise<void> | null = null;

  constructor(private readonly room: string, private readonly listener: Listener) {
    window.addEventListener("online", () => this.again());
    window.addEventListener("pageshow", () => this.again());
    window.addEventListener("offline", () => this.drop());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.again();
    });
  }

  get isUp(): boolean {
    return this.up && this.hub?.state === HubConnectionState.Connected;
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    void this.connect();
  }

  stop(): void {
    this.running = false;
    this.wake?.();
    this.drop();
  }

  /** Calls the hub. Throws Refusal, or another error when there is no connection. */
  async invoke<T>(method: string, ...args: unknown[]): Promise<T> {
    if (!this.hub || !this.isUp) throw new Error("There is no connection.");
    return await asRefusal(this.hub.invoke<T>(method, ...args));
  }

  /** Says to the hub what needs no answer. Lost when there is no connection, which is shown already. */
  send(method: string, ...args: unknown[]): void {
    if (this.isUp) this.hub!.send(method, ...args).catch(() => undefined);
  }

  /** Takes a new snapshot; several gaps at once need one. */
  look(anew: boolean): Promise<void> {
    return (this.asked ??= this.invoke<RoomSnapshot>(anew ? "Join" : "Snapshot", this.room)
      .then((snapshot) => {
        this.asked = null;
        this.listener.joined(snapshot);
      })
      .catch((error: unknown) => {
        this.asked = null;
        if (!(error instanceof Refusal)) this.drop();
        // What was missed is still missing: it is asked for again, once the server may be asked.
        else if (error.reason === "tooMany") void this.pause(longestPauses[0]!).then(() => (this.isUp ? this.look(anew) : undefined));
        else this.listener.refused(error);
      }));
  }

  private async connect(): Promise<void> {
    for (this.attempt = 0; this.running; this.attempt++) {
      await this.pause(pauses[this.attempt] ?? longestPauses[document.hidden ? 1 : 0]!);
      if (!this.running) return;
      const hub = this.build();
      this.hub = hub;
      this.began = Date.now();
      try {
        const snapshot = await this.inTime(hub.start().then(() => asRefusal(hub.invoke<RoomSnapshot>("Join", this.room))), attemptTimeout);
        this.up = true;
        this.listener.joined(snapshot);
        return;
      } catch (error) {
        this.hub = null;
        void hub.stop();
        // Too fast is said to everybody who comes back in one moment; all else will not change by asking again.
        if (error instanceof Refusal && error.reason !== "tooMany") {
          this.running = false;
          this.listener.refused(error);
        }
      }
    }
  }

  private build(): HubConnection {
    const hub = new HubConnectionBuilder()
      .withUrl("/hubs/room", { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None)
      .build();
    hub.serverTimeoutInMilliseconds = 12_000;
    hub.keepAliveIntervalInMilliseconds = 5_000;
    hub.on("events", (batch: RoomEvents) => {
      if (hub === this.hub) this.listener.happened(batch);
    });
    hub.on("moved", () => {
      if (hub === this.hub) void this.look(true);
    });
    hub.onclose(() => {
      if (hub === this.hub) this.drop();
    });
    return hub;
  }

  /** Gives the present connection up and makes a new one. */
  private drop(): void {
    const hub = this.hub;
    if (!hub || !this.up) return;
    this.hub = null;
    this.up = false;
    this.asked = null;
    void hub.stop();
    this.listener.lost();
    if (this.running) void this.connect();
  }

  /** The device woke up or has a network again: what does not answer at once is not worth waiting for. */
  private again(): void {
    this.attempt = -1;
    this.wake?.();
    if (!this.up && Date.now() - this.began > probeTimeout) this.giveUp?.();
    const hub = this.hub;
    if (!hub || !this.isUp) return;
    this.inTime(this.look(false), probeTimeout).catch(() => {
      if (hub === this.hub) this.drop();
    });
  }

  private inTime<T>(task: Promise<T>, milliseconds: number): Promise<T> {
    const late = new Promise<T>((_, fail) => {
      this.giveUp = () => fail(new Error("It took too long."));
      setTimeout(this.giveUp, milliseconds);
    });
    return Promise.race([task, late]);
  }

  /** About that long: after a restart of the server not everybody comes back in the same moment. */
  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds * (0.7 + Math.random() * 0.6));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** The server's refusals come as JSON behind SignalR's own words. */
async function asRefusal<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const json = message.slice(message.indexOf("HubException: ") + "HubException: ".length);
    if (!message.includes("HubException: {")) throw error;
    const { reason, text } = JSON.parse(json) as { reason: string; text: string };
    throw new Refusal(reason, text);
  }
}
