import { transportState } from './transport-state.js';

describe('transportState', () => {
  it.each([
    ['new', 'new', 'connecting'],
    ['connected', 'connecting', 'connecting'],
    ['new', 'connected', 'connecting'],
    ['connected', 'connected', 'connected'],
    ['completed', 'connected', 'connected'],
    ['disconnected', 'connected', 'disconnected'],
    ['connected', 'failed', 'failed'],
    ['disconnected', 'closed', 'failed'],
  ] as const)('with ICE %s and DTLS %s is %s', (ice, dtls, state) => {
    expect(transportState(ice, dtls)).toBe(state);
  });
});
