import type { MemoryAnswerStore } from './memory-answer-store.js';
import { CONFIG } from '../config/config.js';
import { AnswerStore } from './answer-store.js';
import { Sluice } from '../http/testing/things.module.js';
import { EdgeUnderTest } from '../http/testing/edge-under-test.js';

describe('IdempotencyInterceptor', () => {
  let edge: EdgeUnderTest;

  beforeEach(async () => (edge = await EdgeUnderTest.start()));
  afterEach(() => edge.close());

  async function post(key: string | undefined, body: object = { text: 'a' }, to = {}) {
    const { who = 'ada', path = '/api/things' } = to as { who?: string; path?: string };
    const response = await edge.as(who, path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
    });
    const replayed = response.headers.get('idempotent-replayed');
    return { status: response.status, replayed, body: await response.json() };
  }

  it('gives the first answer again, with its status, and says so', async () => {
    const first = await post('k1');
    expect(first).toMatchObject({ status: 201, replayed: null });
    expect(await post('k1')).toEqual({ ...first, replayed: 'true' });
    expect(await post('"k1"')).toEqual({ ...first, replayed: 'true' });
    expect(await post(undefined)).toMatchObject({ status: 200, replayed: null });
    expect(await post('k2')).toMatchObject({ status: 200, replayed: null });
  });

  it('knows whose key it is', async () => {
    await post('k1');
    expect(await post('k1', { text: 'a' }, { who: 'ben' })).toMatchObject({ replayed: null });
  });

  it('refuses the key for another body and another route', async () => {
    await post('k1');
    const reused = { status: 422, body: { code: 'idempotency_key_reused' } };
    expect(await post('k1', { text: 'b' })).toMatchObject(reused);
    expect(await post('k1', { text: 'a' }, { path: '/api/things/slow' })).toMatchObject(reused);
    expect(await post('k1')).toMatchObject({ status: 201, replayed: 'true' });
  });

  it('refuses a repetition while the first is under way', async () => {
    const path = '/api/things/slow';
    const first = post('k1', {}, { path });
    const sluice = edge.app.get(Sluice, { strict: false });
    await sluice.reached;
    expect(await post('k1', {}, { path })).toMatchObject({
      status: 409,
      body: { code: 'conflict', params: { field: 'Idempotency-Key' } },
    });
    sluice.open();
    expect(await first).toMatchObject({ status: 200, replayed: null });
    expect(await post('k1', {}, { path })).toMatchObject({ status: 200, replayed: 'true' });
  });

  it('does anew what was refused', async () => {
    const path = '/api/things/refused';
    for (let n = 0; n < 2; n++) {
      expect(await post('k1', {}, { path })).toMatchObject({ status: 429, replayed: null });
    }
    const invalid = await post('k2', { text: '' });
    expect(invalid).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(await post('k2')).toMatchObject({ status: 201, replayed: null });
  });

  it.each([
    ['/api/things/away', 503],
    ['/api/things/bug', 500],
  ])('does not do anew what may have been done: %s', async (path, status) => {
    expect(await post('k1', {}, { path })).toMatchObject({ status, replayed: null });
    for (let n = 0; n < 2; n++) {
      expect(await post('k1', {}, { path })).toMatchObject({
        status: 409,
        body: { code: 'conflict', params: { field: 'Idempotency-Key' } },
      });
    }
    expect(await post('k2', {}, { path })).toMatchObject({ status });
  });

  it('leaves alone what is repeated otherwise, and refuses what is no key', async () => {
    const path = '/api/things/known';
    expect(await post('k1', {}, { path })).toMatchObject({ body: { id: 'T1' } });
    expect(await post('k1', {}, { path })).toMatchObject({ body: { id: 'T2' } });
    for (const key of ['', 'two words', 'x'.repeat(256)]) {
      expect(await post(key)).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    }
  });

  it('knows what was kept under the secret before, and nothing of what was before that', async () => {
    const first = await post('k1');
    const config = edge.app.get<{ jwtSecret: string; jwtSecretPrevious?: string }>(CONFIG);
    Object.assign(config, { jwtSecret: 'n'.repeat(32), jwtSecretPrevious: config.jwtSecret });
    expect(await post('k1')).toEqual({ ...first, replayed: 'true' });
    config.jwtSecretPrevious = 'o'.repeat(32);
    // Not done anew: it is not forgotten, but nobody can read it.
    expect(await post('k1')).toMatchObject({ body: { code: 'idempotency_key_reused' } });
  });

  it('keeps neither the key nor what was asked and answered in the open', async () => {
    const kept: unknown[] = [];
    const store = edge.app.get<MemoryAnswerStore>(AnswerStore);
    const keep = store.keep.bind(store);
    store.keep = (...given) => {
      kept.push(given);
      return keep(...given);
    };
    await post('a-key-of-mine', { text: 'a private word' });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toMatch(/a-key-of-mine|a private word/);
    expect(await post('a-key-of-mine', { text: 'a private word' })).toMatchObject({
      replayed: 'true',
      body: { text: 'a private word' },
    });
  });
});
