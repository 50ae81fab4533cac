import { request, type Browser, type BrowserContext } from 'playwright-core';
import { createChat, PASSWORD, register } from '../load/account.js';
import { SocketClient } from '../load/socket-client.js';

const CHATS = 30;
const HISTORY = 300;

/** A person with some chats, of which one is long, and somebody who writes in it. */
export interface Workplace {
  readonly url: string;
  readonly username: string;
  /** `/c/:chatId` of the long chat, and of one that nobody has written in. */
  readonly longChat: string;
  readonly emptyChat: string;
  /** So many messages by somebody else, each after the one before. */
  write(count: number): Promise<void>;
  close(): void;
}

export async function furnish(url: string): Promise<Workplace> {
  const username = 'mira';
  const [mira, jonas] = [await register(url, username), await register(url, 'jonas')];
  const chats: string[] = [];
  for (let n = 0; n < CHATS; n++) {
    const chat = { type: 'group', name: `Project ${n}`, memberIds: [jonas.id] };
    chats.push(await createChat(url, mira, chat));
  }
  const [emptyId, longId] = [chats[0]!, chats.at(-1)!];
  const line = await SocketClient.connect(url, () => undefined, jonas.token);
  let written = 0;
  const write = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await line.emit('send_message', { chatId: longId, text: textOf(written++) });
    }
  };
  await write(HISTORY);
  const [longChat, emptyChat] = [`/c/${longId}`, `/c/${emptyId}`];
  return { url, username, longChat, emptyChat, write, close: () => line.close() };
}

/** A browser profile that knows who was here last, and nothing else: no row, no file. */
export async function firstVisit(
  browser: Browser,
  { url, username }: Workplace,
): Promise<BrowserContext> {
  const api = await request.newContext({ baseURL: url });
  const answer = await api.post('/api/auth/login', {
    headers: { 'x-parley-client': 'web' },
    data: { username, password: PASSWORD },
  });
  const { user } = (await answer.json()) as { user: object };
  const { cookies } = await api.storageState();
  await api.dispose();
  const localStorage = [{ name: 'parley-profile', value: JSON.stringify(user) }];
  return browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    storageState: { cookies, origins: [{ origin: url, localStorage }] },
  });
}

/** Short and long ones, with some markup, as people write. */
function textOf(n: number): string {
  const words = 'the release waits for the last review and a second look at the numbers ';
  const text = `${n}: ${words.repeat(1 + (n % 4))}`;
  if (n % 10 === 3) return `${text}\n- one\n- two\n- three`;
  return n % 10 === 7 ? `**${n}** see https://parley.example/${n} and \`code\`` : text;
}
