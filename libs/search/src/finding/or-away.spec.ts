import { problem } from '@app/contracts';
import { orAway } from './or-away.js';

const away = () => 'away';

describe('orAway', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is what was found', async () => {
    expect(await orAway(Promise.resolve('found'), away)).toBe('found');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is something else while a service is away', async () => {
    const gone = Promise.reject(problem('service_unavailable', { service: 'users' }));
    expect(await orAway(gone, away)).toBe('away');
  });

  it('is something else when it takes too long', async () => {
    const never = orAway(new Promise<string>(() => undefined), away);
    await jest.advanceTimersByTimeAsync(1000);
    expect(await never).toBe('away');
  });

  it('hides nothing else', async () => {
    await expect(orAway(Promise.reject(problem('forbidden')), away)).rejects.toThrow();
    await expect(orAway(Promise.reject(new Error('a bug')), away)).rejects.toThrow('a bug');
  });
});
