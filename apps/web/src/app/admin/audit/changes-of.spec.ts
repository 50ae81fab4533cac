import type { AuditEntry } from '@app/contracts';
import { changesOf } from './changes-of';

const between = (before?: object, after?: object) =>
  changesOf({ ...(before && { before }), ...(after && { after }) } as AuditEntry);

describe('changesOf', () => {
  it('names each field that is another one afterwards', () => {
    expect(between({ name: 'Ada', role: 'member' }, { name: 'Ada', role: 'admin' })).toEqual([
      { field: 'role', before: 'member', after: 'admin' },
    ]);
  });

  it('names what came and what went', () => {
    expect(between({ reason: 'x', by: null }, { at: 'noon' })).toEqual([
      { field: 'reason', before: 'x', after: null },
      { field: 'at', before: null, after: 'noon' },
    ]);
  });

  it('writes what is no text as JSON', () => {
    expect(between({ isDeactivated: false, at: [1] }, { isDeactivated: true, at: [1] })).toEqual([
      { field: 'isDeactivated', before: 'false', after: 'true' },
    ]);
  });

  it('is empty where nothing is said', () => expect(between()).toEqual([]));
});
