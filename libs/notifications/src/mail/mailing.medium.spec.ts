import { anonymous, UserId, type ChatId, type ChatKind, type Message } from '@app/contracts';
import { JobQueue } from '@app/platform';
import { eventually, ManualTime } from '@app/platform/testing';
import { MailSink } from '../testing/mail-sink.js';
import { jobsBy, NotificationsBench, person } from '../testing/notifications-bench.js';
import { Audiences } from '../telling/audiences.js';
import { ChatPlaces } from '../telling/chat-places.js';
import { MessageTeller } from '../telling/message-teller.js';
import { MailLinesRepository, maxLines } from './mail-lines.repository.js';

const clientUrl = 'https://chat.example.com';

/** Until something is mailed, where nothing else is set. */
const patienceMs = 900_000;

let sink: MailSink;
let bench: NotificationsBench;
let clock: ManualTime;
/** What became of each try of a mail, in order. */
let outcomes: string[];
let count = 0;

beforeAll(async () => {
  sink = await MailSink.start();
  // The database forgets old lines by its own clock.
  clock = new ManualTime(new Date().toISOString());
  const environment = {
    PARLEY_SMTP_URL: sink.url,
    PARLEY_MAIL_FROM: 'Parley <chat@example.com>',
    CLIENT_URL: clientUrl,
  };
  bench = await NotificationsBench.open({ clock, environment, makePorts: jobsBy(clock, clock) });
  bench.app.get(JobQueue).watch((name, outcome) => {
    if (name === 'notifications.mail') outcomes.push(outcome);
  });
});

afterAll(async () => {
  await bench.close();
  await sink.close();
});

beforeEach(() => (outcomes = []));

/** Two people, of whom the second does not look, and where they are. */
function pair(kind: ChatKind = 'direct') {
  const round = ++count;
  const [ann, bob] = [`ann${round}`, `bob${round}`];
  return { chatId: bench.chats.chat(`mailed${round}`, kind, ann, bob), ann, bob };
}

/** Said and told; of the other one `waiting` lines wait then. */
async function say(
  { chatId, ann, bob }: ReturnType<typeof pair>,
  text: string,
  waiting: number,
): Promise<Message> {
  const createdAt = clock.now().toISOString();
  const message = await bench.say(chatId, ann, text, { createdAt });
  const places = bench.app.get(ChatPlaces);
  await eventually(async () => expect((await places.of(chatId))?.rev).toBe(message.rev));
  expect(await waitingOf(bob, chatId)).toBe(waiting);
  return message;
}

const waitingOf = async (name: string, chatId: ChatId) =>
  (await bench.app.get(MailLinesRepository).waiting(UserId.parse(name), chatId)).length;

/** Time passes, and so many mails were tried. */
async function pass(ms: number, ...expected: readonly string[]): Promise<void> {
  outcomes = [];
  // The queue looks once, at the end: it need not do so for every second.
  clock.pass(ms - 1000);
  clock.advance(1000);
  await eventually(() => expect(outcomes).toHaveLength(expected.length));
  expect(outcomes).toEqual(expected);
}

const mailsOf = (name: string) => sink.of(`${name}@example.org`);

describe('mails of what is not read', () => {
  it('are one for all that is said in a chat within a while', async () => {
    const two = pair();
    await say(two, 'One', 1);
    clock.pass(60_000);
    await say(two, 'Two', 2);
    await pass(patienceMs - 60_000, 'done');
    const [mail, ...others] = mailsOf(two.bob);
    expect(others).toEqual([]);
    expect(mail!.subject).toBe(`Unread messages from ${two.ann} (Parley)`);
    for (const form of [mail!.text, mail!.html])
      for (const words of ['One', 'Two', `${clientUrl}/c/${two.chatId}`])
        expect(form).toContain(words);
    expect(mail!.headers.get('from')).toEqual(['Parley <chat@example.com>']);
    expect(mail!.headers.get('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(mailsOf(two.ann)).toEqual([]);
  });

  it('are sent once, and a later burst is another one', async () => {
    const two = pair();
    const first = await say(two, 'One', 1);
    await pass(patienceMs, 'done');
    await bench.app.get(MessageTeller).tell(first);
    expect(await waitingOf(two.bob, two.chatId)).toBe(0);
    await say(two, 'Two', 1);
    await pass(patienceMs, 'done');
    expect(mailsOf(two.bob).map(({ text }) => /One|Two/.exec(text)?.[0])).toEqual(['One', 'Two']);
  });

  it('leave out what was read, deleted or muted meanwhile, and are none of nothing', async () => {
    const [read, deleted, muted, some] = [pair(), pair(), pair(), pair()];
    const silenced = pair();
    for (const two of [read, muted, silenced]) await say(two, 'Nothing', 1);
    await bench.change(await say(deleted, 'Gone', 1), { deletedAt: clock.now().toISOString() });
    const gone = await say(some, 'Gone', 1);
    await say(some, 'Left', 2);
    await bench.change(gone, { deletedAt: clock.now().toISOString() });
    bench.chats.read(read.chatId, read.bob, 1);
    bench.chats.wish(muted.chatId, muted.bob, { level: 'none' });
    bench.app.get(Audiences).forget(muted.chatId);
    bench.chats.blocks.add(`${silenced.bob} ${silenced.ann}`);
    // What is left of a burst has a job of its own.
    await pass(patienceMs, 'done', 'done', 'done', 'done', 'done', 'done');
    for (const { bob } of [read, deleted, muted, silenced]) expect(mailsOf(bob)).toEqual([]);
    const [mail] = mailsOf(some.bob);
    expect(mail!.text).toContain('Left');
    expect(mail!.text).not.toContain('Gone');
  });

  it('let what is said after something was read have its own while', async () => {
    const two = pair();
    await say(two, 'One', 1);
    clock.pass(patienceMs - 60_000);
    bench.chats.read(two.chatId, two.bob, 1);
    await say(two, 'Two', 2);
    await pass(60_000, 'done');
    expect(mailsOf(two.bob)).toEqual([]);
    await pass(patienceMs - 60_000, 'done');
    expect(mailsOf(two.bob)).toHaveLength(1);
  });

  it('tell no more than so many lines, and that there are more', async () => {
    const two = pair();
    for (let n = 1; n <= maxLines + 1; n++) await say(two, `Line ${n}.`, n);
    await pass(patienceMs, 'done');
    const [mail] = mailsOf(two.bob);
    expect(mail!.text).toContain(`Line ${maxLines}.`);
    expect(mail!.text).not.toContain(`Line ${maxLines + 1}.`);
    expect(mail!.text).toContain('and more');
    expect(await waitingOf(two.bob, two.chatId)).toBe(0);
  });

  it('speak the language of the person, once it is known', async () => {
    const two = pair();
    await bench.api.updateSettings(person(two.bob), { language: 'de' });
    await say(two, 'Hallo', 1);
    await pass(patienceMs, 'done');
    const [mail] = mailsOf(two.bob);
    expect(mail!.subject).toBe(`Ungelesene Nachricht von ${two.ann} (Parley)`);
    expect(mail!.headers.get('list-unsubscribe')).toEqual([
      expect.stringContaining('&language=de'),
    ]);
  });

  it('are of a group only what is meant for one, and show what they want shown', async () => {
    const [plain, named] = [pair('group'), pair('group')];
    await bench.api.updateSettings(person(named.bob), { push: 'id-only' });
    await say(plain, 'For everybody', 0);
    await say(named, `@${named.bob} secret`, 1);
    await pass(patienceMs, 'done');
    expect(mailsOf(plain.bob)).toEqual([]);
    const [mail] = mailsOf(named.bob);
    expect(mail!.subject).toBe('Unread message (Parley)');
    for (const [told] of [mail!.text.split('--'), mail!.html.split('<small>')])
      expect(told).not.toMatch(/secret|Crew|ann\d/);
  });

  it('make no markup and no header of what people write', async () => {
    const two = pair();
    const name = 'Eve"\r\nBcc: victim@example.org\r\n\r\n<b onclick=x>';
    bench.chats.names.set(UserId.parse(two.ann), name);
    await say(two, '<script>alert(1)</script>\r\n.\r\nMAIL FROM:<x@example.org>', 1);
    await pass(patienceMs, 'done');
    const [mail] = mailsOf(two.bob);
    expect(mail!.to).toEqual([`${two.bob}@example.org`]);
    expect(mail!.headers.has('bcc')).toBe(false);
    expect(mail!.headers.get('to')).toEqual([`${two.bob}@example.org`]);
    expect(mail!.subject).toContain('Eve" Bcc: victim@example.org');
    expect(mail!.html).not.toMatch(/<script|<b /);
    expect(mail!.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(mail!.text).toContain('MAIL FROM:<x@example.org>');
    expect(sink.of('x@example.org')).toEqual([]);
  });

  it('end by the link that they bring, and by no other', async () => {
    const two = pair();
    await say(two, 'One', 1);
    await pass(patienceMs, 'done');
    const [link] = mailsOf(two.bob)[0]!.headers.get('list-unsubscribe')!;
    const url = new URL(/^<(.*)>$/.exec(link!)![1]!);
    expect(`${url.origin}${url.pathname}`).toBe(`${clientUrl}/api/notifications/unsubscribe`);
    expect(url.searchParams.get('language')).toBe('en');
    const token = url.searchParams.get('token')!;
    const forged = token.replace(two.bob, two.ann);
    await expect(bench.api.endMails(anonymous, { token: forged })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await say(two, 'On its way', 1);
    await bench.api.endMails(anonymous, { token });
    expect((await bench.api.settings(person(two.bob), {})).mail).toBe(false);
    expect((await bench.api.settings(person(two.ann), {})).mail).toBe(true);
    await pass(patienceMs, 'done');
    expect(mailsOf(two.bob)).toHaveLength(1);
  });

  it('wait for a mail server that is away', async () => {
    const two = pair();
    await say(two, 'One', 1);
    await sink.close();
    await pass(patienceMs, 'retried');
    await sink.open();
    await say(two, 'Two', 2);
    await pass(60_000, 'done');
    const [mail, ...others] = mailsOf(two.bob);
    expect(others).toEqual([]);
    expect(mail!.text).toMatch(/One[^]*Two/);
  });

  it('come again as they were where nobody knows whether they were taken', async () => {
    const two = pair();
    await say(two, 'One', 1);
    sink.hold();
    // Until somebody hangs up, and says nothing.
    const cut = eventually(() => expect(sink.held).toBe(1)).then(() => sink.close());
    await pass(patienceMs, 'retried');
    await cut;
    sink.letGo();
    await sink.open();
    await say(two, 'Two', 2);
    await pass(60_000, 'done');
    await pass(patienceMs, 'done');
    const mails = mailsOf(two.bob);
    expect(mails.map(({ text }) => text.match(/One|Two/g))).toEqual([['One'], ['One'], ['Two']]);
    const ids = mails.map(({ headers }) => headers.get('message-id')![0]);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('are tried again where they are refused for now, and given up where for good', async () => {
    const [now, forGood] = [pair(), pair()];
    sink.refuse(`${now.bob}@example.org`, 451);
    sink.refuse(`${forGood.bob}@example.org`, 550);
    await say(now, 'One', 1);
    await pass(patienceMs, 'retried');
    await pass(60_000, 'done');
    expect(mailsOf(now.bob)).toHaveLength(1);
    await say(forGood, 'One', 1);
    await pass(patienceMs, 'done');
    expect(mailsOf(forGood.bob)).toEqual([]);
    expect(await waitingOf(forGood.bob, forGood.chatId)).toBe(0);
  });

  it('are given up at last, and do not keep later ones back', async () => {
    const two = pair();
    const always = Array.from({ length: 10 }, () => 451);
    sink.refuse(`${two.bob}@example.org`, ...always);
    await say(two, 'One', 1);
    await pass(patienceMs, 'retried');
    for (let attempt = 2; attempt < 10; attempt++) await pass(1_800_000, 'retried');
    await pass(1_800_000, 'dead');
    await say(two, 'Two', 1);
    await pass(patienceMs, 'done');
    expect(mailsOf(two.bob)).toHaveLength(1);
  });
});

describe('without a mail server', () => {
  it('nothing is kept to be mailed', async () => {
    const off = await NotificationsBench.open();
    const chatId = off.chats.chat('unmailed', 'direct', 'ann', 'bob');
    await off.say(chatId, 'ann', '@bob hello');
    await off.expectList('bob', ['mention of 1 by ann']);
    const lines = await off.app.get(MailLinesRepository).waiting(UserId.parse('bob'), chatId);
    expect(lines).toEqual([]);
    await off.close();
  });
});
