import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { problem } from '@app/contracts';
import type { IncomingFile } from '../file-transfers.js';
import { receiveForm } from './upload-form.js';

type Take = (incoming: IncomingFile) => Promise<unknown>;

const boundary = 'between-parts';

/** A form as a browser writes it: `[field, text]`, or `[field, bytes, name]` for a file. */
function written(...parts: readonly (readonly [string, string, string?])[]): string {
  const written = parts.map(([field, content, name]) => {
    const file = name === undefined ? '' : `; filename="${name}"\r\nContent-Type: text/plain`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n\r\n${content}\r\n`;
  });
  return `${written.join('')}--${boundary}--\r\n`;
}

describe('receiveForm', () => {
  let server: Server;
  let take: Take;
  let failed: Promise<unknown>;

  beforeEach(async () => {
    take = readAll;
    server = createServer((incoming, response) => {
      const outcome = receiveForm(incoming, (file) => take(file));
      failed = outcome.then(
        () => undefined,
        (error: unknown) => error,
      );
      const say = (body: unknown) => response.end(JSON.stringify(body));
      outcome.then(say, (error: unknown) => say(error));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(() => server.close().closeAllConnections());

  /** What a file is at its end. */
  const readAll: Take = async ({ name, content, chatId, chatIdAtEnd }) => {
    const bytes = (await buffer(content)).length;
    return { name, bytes, known: chatId, chatId: await chatIdAtEnd() };
  };

  const open = (type = `multipart/form-data; boundary=${boundary}`) => {
    const { port } = server.address() as AddressInfo;
    const options = { port, host: '127.0.0.1', method: 'POST', headers: { 'content-type': type } };
    // Whoever was answered early may find the connection closed.
    return request(options).on('error', () => undefined);
  };
  const send = async (body: string, type?: string): Promise<unknown> => {
    const outgoing = open(type).end(body);
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
    return JSON.parse((await buffer(answer)).toString());
  };
  const invalid = (path: string) => ({
    code: 'validation_failed',
    params: { issues: [{ path, message: expect.any(String) as string }] },
  });

  it('gives the file, with the chat before it or after it', async () => {
    const [chat, file] = [
      ['chatId', 'c1'],
      ['file', 'words', 'a.txt'],
    ] as const;
    const read = { name: 'a.txt', bytes: 5, chatId: 'c1' };
    expect(await send(written(chat, file))).toEqual({ ...read, known: 'c1' });
    expect(await send(written(file, chat))).toEqual(read);
  });

  it.each([
    ['no file', written(['chatId', 'c1']), 'file'],
    ['no chat', written(['file', 'words', 'a.txt']), 'chatId'],
    ['a chat that is none', written(['chatId', '$ne'], ['file', 'words', 'a.txt']), 'chatId'],
    ['another field before', written(['loud', '1'], ['file', 'words', 'a.txt']), 'loud'],
    ['a field too many', written(['file', 'w', 'a.txt'], ['chatId', 'c1'], ['loud', '1']), 'loud'],
    ['a file under another name', written(['chatId', 'c1'], ['picture', 'w', 'a.png']), 'picture'],
    ['two files', written(['file', 'w', 'a'], ['file', 'w', 'b'], ['chatId', 'c1']), 'file'],
    ['nothing', '', ''],
  ])('refuses a form with %s, and names it', async (_, body, path) => {
    expect(await send(body)).toMatchObject(invalid(path));
  });

  it('refuses what is no form', async () => {
    expect(await send('{}', 'application/json')).toMatchObject({ code: 'unsupported_media_type' });
    expect(await send('a=b', 'multipart/form-data')).toMatchObject({
      code: 'unsupported_media_type',
    });
    expect(await send('a=b', 'multipart/form-data; charset=utf-8')).toMatchObject(invalid(''));
  });

  it('lets a refused sender finish, and hear why', async () => {
    take = () => Promise.reject(problem('forbidden'));
    const long = written(['chatId', 'c1'], ['file', 'x'.repeat(5_000_000), 'a.txt']);
    expect(await send(long)).toMatchObject({ code: 'forbidden' });
  });

  it('breaks off when the sender does', async () => {
    let begun: () => void = () => undefined;
    const reading = new Promise<void>((resolve) => (begun = resolve));
    take = (incoming) => {
      begun();
      return readAll(incoming);
    };
    const outgoing = open();
    const whole = written(['chatId', 'c1'], ['file', 'x'.repeat(100_000), 'a.txt']);
    outgoing.write(whole.slice(0, 50_000));
    await reading;
    outgoing.destroy();
    expect(await failed).toMatchObject(invalid('file'));
  });
});
