import { callControlsContract } from './call-controls.contract.js';
import { callsContract } from './calls.contract.js';
import { sfuContract } from './sfu.contract.js';

describe('callsContract', () => {
  it('has all that happens to one call go to one process, so that it keeps its order', () => {
    const apart = ['start', 'list', 'live', 'totals'];
    const contracts = { ...callsContract, ...callControlsContract, ...sfuContract };
    const ofOneCall = Object.entries(contracts).filter(([name]) => !apart.includes(name));
    expect(ofOneCall.length).toBeGreaterThan(5);
    for (const [name, { partitionBy }] of ofOneCall)
      expect([name, partitionBy]).toEqual([name, 'callId']);
  });
});
