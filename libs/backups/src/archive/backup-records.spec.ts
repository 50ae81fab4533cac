import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readRecords, writtenRecords, type BackupRecord } from './backup-records.js';

const written = (...records: readonly BackupRecord[]) =>
  buffer(writtenRecords(Readable.from(records)));
const documents = (sizeBytes: number): BackupRecord => {
  return { kind: 'documents', bytes: Buffer.alloc(sizeBytes, 'd') };
};

describe('writtenRecords', () => {
  it('are read as they were written', async () => {
    const records: readonly BackupRecord[] = [documents(3), { kind: 'end' }];
    const read: BackupRecord[] = [];
    for await (const one of readRecords(Readable.from([await written(...records)]))) read.push(one);
    expect(read).toEqual(records);
  });

  it('end with an error at a record that would be too large to be read', async () => {
    const most = 64 * 1024 * 1024;
    await expect(written(documents(most + 1), { kind: 'end' })).rejects.toThrow('too large');
  });
});
