import { Message, DataExport, DataExportList } from '@app/contracts';
import { eventually, readZip } from '@app/platform/testing';
import { Person } from '../people/person.js';
import { bytesOf, fetchAs, pixel, uploaded } from '../people/uploads.js';
import { topologies, type Deployment } from '../topologies/index.js';

const mine = '/api/users/me/export';

describe.each(topologies)('Exports of what is kept of somebody, %s', (_, start) => {
  let deployment: Deployment;
  let owner: Person;
  let ada: Person;
  let ben: Person;

  beforeAll(async () => {
    deployment = await start();
    owner = await Person.register(deployment.url, 'owner');
    ada = await Person.arrive(deployment.url, 'ada');
    ben = await Person.arrive(deployment.url, 'ben');
  });

  afterAll(async () => {
    for (const person of [owner, ada, ben]) expect(person.complaints).toEqual([]);
    ada.leave();
    ben.leave();
    await deployment.close();
  });

  const order = async (person: Person) => {
    const answer = await person.post(mine);
    expect(answer.status).toBe(202);
    return DataExport.parse(answer.body);
  };
  const listed = async (person: Person) =>
    DataExportList.parse((await person.get(mine)).body).items;
  const made = async (person: Person) => {
    const { id } = await order(person);
    await person.hears('export_ended', (ended) => ended.id === id && ended.state === 'ready');
    return (await listed(person)).find((one) => one.id === id)!;
  };
  const fetched = (path: string) => fetch(deployment.url + path);
  const linesOf = (found: Map<string, Buffer>, path: string) =>
    found
      .get(path)!
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  const messagesOf = (found: Map<string, Buffer>, chatId: string) =>
    linesOf(found, `chats/${chatId}/messages.jsonl`).map((line) => Message.parse(line));

  it('hold what they may read, as it is now, and no more', async () => {
    const before = await ben.group('without ada', owner);
    await ben.send(before, 'not for ada');
    const chatId = await ben.group('crew', owner);
    await ben.send(chatId, 'before she came');
    await ben.post(`/api/chats/${chatId}/members`, { userIds: [ada.id] });
    const { id: deleted } = await ben.send(chatId, 'a word too many');
    await ben.delete(`/api/messages/${deleted}`);
    const file = await uploaded(ada, { chatId, name: 'pixel.png', content: pixel });
    await ada.post('/api/messages', { chatId, text: 'see', fileIds: [file.id] });
    const { callId } = await ada.tell('call_user', { userId: ben.id, media: 'audio' });
    await ada.tell('end_call', { callId });
    const left = await ben.group('left', ada);
    await ada.send(left, 'while she was in it');
    await ada.post(`/api/chats/${left}/leave`);

    const { archive, expiresAt } = await made(ada);
    expect(Date.parse(expiresAt!)).toBeGreaterThan(Date.now());
    const response = await fetched(archive!.url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*\.zip/u);
    const bytes = await bytesOf(response);
    expect(bytes).toHaveLength(archive!.size);
    const found = await readZip(bytes);

    const chats = [...found.keys()].filter((path) => path.endsWith('messages.jsonl'));
    expect(chats.join()).not.toContain(before);
    expect(chats.join()).not.toContain(left);
    const said = messagesOf(found, chatId);
    expect(said.map(({ text }) => text)).not.toContain('before she came');
    expect(said.find(({ id }) => id === deleted)).toMatchObject({ text: '', deletedBy: ben.id });
    expect(said.at(-1)).toMatchObject({ text: 'see', files: [{ id: file.id }] });
    const page = await ada.get(`/api/messages/${chatId}?limit=100`);
    expect(said).toEqual((page.body as { items: unknown[] }).items);
    expect(found.get(`files/${file.id}/pixel.png`)!.equals(pixel)).toBe(true);
    expect(linesOf(found, 'calls.jsonl')).toMatchObject([{ id: callId }]);
    expect(linesOf(found, 'profile.jsonl')).toMatchObject([{ id: ada.id }]);
    const receipts = linesOf(found, `chats/${chatId}/receipts.jsonl`);
    expect(receipts).toContainEqual(expect.objectContaining({ userId: ada.id }) as unknown);
  });

  it('are for whose they are, and for who has the link', async () => {
    const { id, archive } = await made(ben);
    expect((await listed(ada)).map((one) => one.id)).not.toContain(id);
    expect((await fetchAs(ben, `${mine}/${id}`)).status).toBe(200);
    expect((await fetchAs(ada, `${mine}/${id}`)).status).toBe(404);
    expect((await fetched(`${mine}/${id}`)).status).toBe(401);
    const forged = archive!.url.replace(/signature=./u, 'signature=!');
    expect((await fetched(forged)).status).toBe(403);
    const part = await fetch(deployment.url + archive!.url, { headers: { range: 'bytes=0-1' } });
    expect([part.status, await part.text()]).toEqual([206, 'PK']);
  });

  it('are made once a day, and are written down', async () => {
    const [last] = await listed(ada);
    const again = await fetchAs(ada, mine, { method: 'POST' });
    expect(again.status).toBe(429);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await listed(ada)).map(({ id }) => id)).toEqual([last!.id]);
    await eventually(async () => {
      const { body } = await owner.get(`/api/admin/audit?targetId=${ada.id}`);
      const actions = (body as { items: { action: string }[] }).items.map(({ action }) => action);
      expect(actions).toContain('export.ordered');
      expect(actions).toContain('export.fetched');
    });
  });
});
