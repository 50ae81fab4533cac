import { gzipSync } from 'node:zlib';
import { EdgeUnderTest } from './testing/edge-under-test.js';

const form = 'application/x-www-form-urlencoded';

describe('a form with JSON in its field `payload`', () => {
  let edge: EdgeUnderTest;
  beforeAll(async () => (edge = await EdgeUnderTest.start()));
  afterAll(() => edge.close());

  async function send(body: string | Uint8Array, headers = {}, path = '/api/things/told') {
    const init = { method: 'POST', body: Buffer.from(body) };
    const response = await edge.fetch(path, {
      ...init,
      headers: { 'content-type': form, ...headers },
    });
    const { code, text } = (await response.json()) as { code?: string; text?: string };
    return code ?? text;
  }

  const payload = (json: string) => `payload=${encodeURIComponent(json)}`;

  it('is read where it is meant, beside JSON, and nowhere else', async () => {
    expect(await send(payload('{"text":"Grün & +"}'))).toBe('Grün & +');
    expect(await send(`a=b&${payload('{"text":"x"}')}`, { 'content-type': `${form};q=1` })).toBe(
      'x',
    );
    expect(await send('{"text":"x"}', { 'content-type': 'application/json' })).toBe('x');
    expect(await send('{"text":"x"}', { 'content-type': 'text/plain' })).toBe(
      'unsupported_media_type',
    );
    expect(await send(payload('{"text":"x"}'), {}, '/api/things/key')).toBe(
      'unsupported_media_type',
    );
  });

  it.each([
    ['no payload', 'text=x'],
    ['no JSON', 'payload=text'],
    ['half of it', payload('{"text":')],
    ['two of them', `${payload('{"text":"x"}')}&${payload('{"text":"y"}')}`],
    ['a field of a field', 'payload[text]=x'],
    ['nothing', ''],
    ['null', 'payload=null'],
    ['a number', 'payload=5'],
    ['a prototype', payload('{"text":"x","__proto__":{"text":"y"}}')],
    ['half of an escape', 'payload=%E0%A4%A'],
    ['another field', payload('{"text":"x","role":"owner"}')],
    ['many fields', `${'a=b&'.repeat(40)}${payload('{"text":"x"}')}`],
  ])('is refused with %s', async (_, body) => {
    expect(await send(body)).toMatch(/^(validation_failed|payload_too_large)$/);
  });

  it('is as large as JSON may be, and so is what it unpacks to', async () => {
    const text = (length: number) => payload(JSON.stringify({ text: 'x'.repeat(length) }));
    expect(await send(text(100_000))).toHaveLength(100_000);
    expect(await send(text(110_000))).toBe('payload_too_large');
    const bomb = gzipSync(text(10_000_000));
    expect(await send(bomb, { 'content-encoding': 'gzip' })).toBe('payload_too_large');
  });

  it('is in UTF-8', async () => {
    const charset = { 'content-type': `${form}; charset=klingon` };
    expect(await send(payload('{"text":"x"}'), charset)).toBe('unsupported_media_type');
    // What is none stays as it was written.
    expect(await send('payload={"text":"%FF%FE"}')).toBe('%FF%FE');
  });
});
