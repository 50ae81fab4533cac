import { appendFile, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceRefused } from '../../source-refused.js';

/** Gathered before it is written, of all chats together. */
const mostGatheredBytes = 8 * 2 ** 20;

/** On the disk, of all chats together. */
const mostBytes = 64 * 2 ** 30;

/** Of one chat: their places are kept in memory while it is read. */
const mostOfChat = 20_000_000;

interface Spooled {
  readonly path: string;
  gathered: string[];
  /** When each was said, and how long it is. */
  readonly times: number[];
  readonly sizes: number[];
}

/**
 * What was said, taken apart by chats on the disk: a bulk export has all chats in one file, and
 * answers beneath what they answer to. Each chat is read in the order of time.
 */
export class PostSpool {
  readonly #chats = new Map<string, Spooled>();
  #gatheredBytes = 0;
  #bytes = 0;

  constructor(private readonly folder: string) {}

  async add(chatKey: string, atMs: number, record: unknown): Promise<void> {
    const line = JSON.stringify(record);
    const size = Buffer.byteLength(line);
    const chat = this.#chatOf(chatKey);
    if (chat.times.length >= mostOfChat || this.#bytes + size > mostBytes)
      throw new SourceRefused('too_much');
    chat.gathered.push(line);
    chat.times.push(atMs);
    chat.sizes.push(size);
    this.#bytes += size;
    this.#gatheredBytes += size;
    if (this.#gatheredBytes > mostGatheredBytes) await this.#flush();
  }

  /** When the first thing was said; undefined where nothing was. */
  firstMsOf(chatKey: string): number | undefined {
    return this.#chats.get(chatKey)?.times.reduce((one, other) => Math.min(one, other));
  }

  /** In the order of time; of two of the same moment, as they came. */
  async *read(chatKey: string): AsyncGenerator {
    await this.#flush();
    const chat = this.#chats.get(chatKey);
    if (!chat) return;
    const { times, sizes } = chat;
    const offsets = new Float64Array(sizes.length);
    for (let index = 1; index < sizes.length; index++)
      offsets[index] = offsets[index - 1]! + sizes[index - 1]!;
    const order = Uint32Array.from(times.keys()).sort(
      (one, other) => times[one]! - times[other]! || one - other,
    );
    const file = await open(chat.path, 'r');
    try {
      for (const index of order) {
        const buffer = Buffer.allocUnsafe(sizes[index]!);
        await file.read(buffer, 0, buffer.length, offsets[index]);
        yield JSON.parse(buffer.toString('utf8')) as unknown;
      }
    } finally {
      await file.close();
    }
  }

  #chatOf(chatKey: string): Spooled {
    const known = this.#chats.get(chatKey);
    if (known) return known;
    const path = join(this.folder, `chat-${this.#chats.size}`);
    const chat: Spooled = { path, gathered: [], times: [], sizes: [] };
    this.#chats.set(chatKey, chat);
    return chat;
  }

  async #flush(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const chat of this.#chats.values()) {
      if (chat.gathered.length === 0) continue;
      await appendFile(chat.path, chat.gathered.join(''), { mode: 0o600 });
      chat.gathered = [];
    }
    this.#gatheredBytes = 0;
  }
}
