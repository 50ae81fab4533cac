import { appendFile, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskRoom } from '../../disk-room.js';
import { SourceRefused } from '../../source-refused.js';

/** Gathered before it is written, of all chats together. */
const mostGatheredBytes = 8 * 2 ** 20;

/** What may be said, in all chats together. */
export interface SpoolBounds {
  /** On the disk. */
  readonly maxBytes: number;
  /** Their places are kept in memory: some 30 bytes each. */
  readonly maxPosts: number;
}

export const spoolBounds: SpoolBounds = { maxBytes: 64 * 2 ** 30, maxPosts: 20_000_000 };

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
  #posts = 0;

  constructor(
    private readonly folder: string,
    private readonly room: Pick<DiskRoom, 'take'>,
    private readonly bounds: SpoolBounds = spoolBounds,
  ) {}

  async add(chatKey: string, atMs: number, record: unknown): Promise<void> {
    const line = JSON.stringify(record);
    const size = Buffer.byteLength(line);
    const chat = this.#chatOf(chatKey);
    const { maxBytes, maxPosts } = this.bounds;
    if (++this.#posts > maxPosts || this.#bytes + size > maxBytes)
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
        const { bytesRead } = await file.read(buffer, 0, buffer.length, offsets[index]);
        if (bytesRead < buffer.length) throw new Error(`${chat.path} was cut off`);
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
    await this.room.take(this.#gatheredBytes);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const chat of this.#chats.values()) {
      if (chat.gathered.length === 0) continue;
      await appendFile(chat.path, chat.gathered.join(''), { mode: 0o600 });
      chat.gathered = [];
    }
    this.#gatheredBytes = 0;
  }
}
