import type { FileId, ProblemCode } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import type { FileUploads, UploadWish } from '../outbox-files';
import type { FakeChatServer } from './fake-chat-server';

/** The way of bytes to a server in memory. What arrives there is a file of it. */
export class FakeUploads implements FileUploads {
  private readonly refusals = new Map<string, RequestProblem>();
  private readonly losses = new Map<string, number>();
  private gate: Promise<void> = Promise.resolve();
  private began: () => void = () => undefined;

  /** The names of what was begun, and of what has arrived. */
  readonly begun: string[] = [];
  readonly arrived: string[] = [];

  readonly givenUp: string[] = [];
  /** What has arrived stays there for another try. */
  isResumable = false;

  constructor(private readonly server: FakeChatServer) {}

  async upload({ name, content, signal, note, at, began }: UploadWish): Promise<FileId> {
    if (!this.server.isUp) throw new ConnectionLost();
    this.begun.push(at === undefined ? name : `${name} at ${at}`);
    if (at === undefined && this.isResumable) await began(`/${name}`);
    note(Math.floor(content.size / 2));
    this.began();
    await Promise.race([this.gate, aborted(signal)]);
    signal.throwIfAborted();
    const losses = this.losses.get(name) ?? 0;
    this.losses.set(name, losses - 1);
    if (losses > 0) throw new ConnectionLost();
    const refusal = this.refusals.get(name);
    if (refusal) throw refusal;
    this.arrived.push(name);
    const id = `f${this.arrived.length}` as FileId;
    this.server.files.set(id, { id, name, mime: 'text/plain', size: content.size });
    return id;
  }

  giveUp(at: string): Promise<void> {
    this.givenUp.push(at);
    return Promise.resolve();
  }

  /** From now on a file of this name is answered so. */
  refuse(name: string, code: ProblemCode, params: object = {}): void {
    this.refusals.set(name, new RequestProblem(code, 0, { ...params }));
  }

  acceptAgain(name: string): void {
    this.refusals.delete(name);
  }

  /** The next so many uploads of this name get no answer. */
  lose(name: string, times = 1): void {
    this.losses.set(name, times);
  }

  /** Uploads stop half-way until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.gate = new Promise((resolve) => (release = resolve));
    return () => release();
  }

  /** Resolves when the next upload has begun. */
  nextBegin(): Promise<void> {
    return new Promise((resolve) => (this.began = resolve));
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
