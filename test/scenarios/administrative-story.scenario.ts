import { eventually } from '@app/platform/testing';
import { Refusal, type Clerk, type Office } from '../people/clerks/clerk.js';
import { commandLineOffice } from '../people/clerks/command-line-office.js';
import { pythonOffice } from '../people/clerks/python-office.js';
import { typescriptOffice } from '../people/clerks/typescript-office.js';
import { topologies, type Deployment } from '../topologies/index.js';

const offices = [
  ['the TypeScript client', typescriptOffice],
  ['the Python client', pythonOffice],
  ['the command line', commandLineOffice],
] as const;

const stories = topologies.flatMap(([topology, start]) =>
  offices.map(([client, open]) => ({ client, topology, start, open })),
);

/** The code of what the server says to it. */
const refusalOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

describe.each(stories)('By $client, $topology', ({ start, open }) => {
  let deployment: Deployment;
  let office: Office;
  let olga: Clerk;
  let ada: Clerk;
  let ben: Clerk;
  let harbour: string;

  beforeAll(async () => {
    deployment = await start();
    office = await open(deployment.url);
    olga = await office.newcomer('olga');
    ada = await office.newcomer('ada');
    ben = await office.newcomer('ben');
    harbour = await olga.makeChannel('harbour');
    const code = await olga.invite(harbour);
    for (const clerk of [ada, ben]) await clerk.accept(code);
  });

  afterAll(async () => {
    office.close();
    await deployment.close();
  });

  it('a bot is made, comes in by a link, and may no more than its token', async () => {
    const bot = await office.program(await olga.makeBot('pilot'));
    await bot.accept(await olga.invite(harbour));
    await bot.send(harbour, 'Two fathoms');
    expect(await ada.texts(harbour)).toEqual(['Two fathoms']);
    expect(await refusalOf(bot.openReports())).toBe('insufficient_scope');
    expect(await refusalOf(ada.makeBot('mine'))).toBe('forbidden');
  });

  it('what is reported is dismissed, deleted, warned of, muted and banned for', async () => {
    const said: string[] = [];
    for (const text of ['fair', 'foul', 'rude', 'loud', 'last'])
      said.push(await ben.send(harbour, text));
    for (const id of said) await ada.report(id);
    const reports = await olga.openReports();
    expect(Object.keys(reports).toSorted()).toEqual(said.toSorted());
    const [fair, foul, rude, loud, last] = said.map((id) => reports[id]!) as Five;

    expect(await refusalOf(ada.openReports())).toBe('forbidden');
    expect(await refusalOf(ada.handle(fair, 'dismiss'))).toBe('forbidden');
    await olga.handle(fair, 'dismiss');
    await olga.handle(foul, 'delete_message');
    await olga.handle(rude, 'warn');
    await olga.handle(loud, 'mute', '2099-01-01T00:00:00.000Z');
    expect(await refusalOf(ben.send(harbour, 'not heard'))).toBe('muted');
    expect(await olga.suspended()).toEqual([]);
    await olga.handle(last, 'ban');
    expect(await refusalOf(ben.send(harbour, 'nor this'))).toBe('unauthenticated');
    expect(await olga.suspended()).toEqual(['ben']);
    expect(await olga.openReports()).toEqual({});
    expect((await ada.texts(harbour)).slice(-5)).toEqual(['fair', '', 'rude', 'loud', 'last']);
  });

  it('somebody takes along what is kept of them', async () => {
    const { sizeBytes, sha256 } = await ada.exportOwn();
    expect(sizeBytes).toBeGreaterThan(100);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('all of it is in the audit log, which nobody has changed', async () => {
    const done = ['bot.made', 'token.made', 'report.handled', 'user.muted'];
    const wanted = [...done, 'user.suspended', 'export.ordered', 'export.fetched'];
    // Modules write down what they did, and the log has it soon after.
    await eventually(async () => {
      const actions = await olga.auditActions();
      expect(wanted.filter((action) => !actions.includes(action))).toEqual([]);
    });
    expect(await olga.isAuditIntact()).toBe(true);
    expect(await refusalOf(ada.isAuditIntact())).toBe('forbidden');
  });
});

type Five = [string, string, string, string, string];
