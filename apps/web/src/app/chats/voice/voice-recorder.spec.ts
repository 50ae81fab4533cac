import { TestBed } from '@angular/core/testing';
import type { ChatId, MessageId } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { Playback } from '../files/playback';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { Microphone } from './microphone';
import { MOST_MS } from './recording';
import { FakeMicrophone } from './testing/fake-microphone';
import { VoiceRecorder } from './voice-recorder';

const [c1, c2] = ['c1', 'c2'] as ChatId[];

function aRecorder() {
  const [store, microphone] = [new FakeChatStore(), new FakeMicrophone()];
  store.chatId.set(c1!);
  const paused: 1[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      { provide: Microphone, useValue: microphone },
      { provide: Playback, useValue: { pause: () => paused.push(1) } },
    ],
  });
  const recorder = TestBed.inject(VoiceRecorder);
  const look = () => {
    TestBed.tick();
    const { phase } = recorder.recording() ?? {};
    const { durationMs } = recorder.take() ?? {};
    return durationMs === undefined ? (phase ?? 'nothing') : `kept ${durationMs}`;
  };
  const toasts = () => TestBed.inject(Toasts).shown();
  const goTo = (chatId: ChatId | null) => {
    store.chatId.set(chatId);
    TestBed.tick();
  };
  return { recorder, store, microphone, paused, look, toasts, goTo };
}

const leaving = () => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented ? 'asked' : 'let go';
};

describe('VoiceRecorder', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] }));
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('records, pauses, goes on, and keeps what was said to be listened to', async () => {
    const { recorder, microphone, look, paused } = aRecorder();
    await recorder.begin(false);
    expect([look(), paused.length]).toEqual(['recording', 1]);
    jest.advanceTimersByTime(2000);
    recorder.pause();
    jest.advanceTimersByTime(5000);
    expect(look()).toBe('paused');
    recorder.resume();
    jest.advanceTimersByTime(1000);
    await recorder.stop();
    expect([look(), microphone.deeds]).toEqual(['kept 3000', ['open', 'pause', 'resume', 'end']]);
    expect(Math.max(...recorder.take()!.wave)).toBe(255);
  });

  it('sends it through the outbox, as an answer, with its length', async () => {
    const { recorder, store, look } = aRecorder();
    await recorder.begin(false);
    jest.advanceTimersByTime(1500);
    await recorder.send('m1' as MessageId);
    const [[chatId, voice, replyTo]] = store.callsOf('sendVoice') as [[ChatId, object, MessageId]];
    expect([chatId, replyTo, look()]).toEqual([c1, 'm1', 'nothing']);
    expect(voice).toMatchObject({ type: 'audio/webm;codecs=opus', durationMs: 1500 });
    expect((voice as File).name).toMatch(/^voice-[\d-]+\.webm$/);
  });

  it('keeps it until the code that sends is here', async () => {
    const { recorder, store, look } = aRecorder();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const sendVoice = jest.fn(() => promise);
    Object.assign(store, { sendVoice });
    await recorder.begin(false);
    jest.advanceTimersByTime(1500);
    const sent = recorder.send();
    await jest.advanceTimersByTimeAsync(0);
    expect(look()).toBe('kept 1500');
    await recorder.send();
    resolve(undefined);
    await sent;
    expect([look(), sendVoice.mock.calls.length]).toEqual(['nothing', 1]);
  });

  it('ends with the hand that held it, unless the hand had to answer the browser', async () => {
    const { recorder, microphone, look } = aRecorder();
    await recorder.begin(true);
    jest.advanceTimersByTime(1000);
    await recorder.letGo();
    expect(look()).toBe('kept 1000');
    await recorder.discard();
    const answer = microphone.ask();
    const begun = recorder.begin(true);
    await recorder.letGo();
    expect(look()).toBe('asking');
    answer();
    await begun;
    expect([look(), recorder.recording()!.isHeld]).toEqual(['recording', false]);
  });

  it('gives back what was discarded, for a while', async () => {
    const { recorder, look, toasts } = aRecorder();
    await recorder.begin(false);
    jest.advanceTimersByTime(1200);
    await recorder.discard();
    expect(look()).toBe('nothing');
    toasts().at(-1)!.action!.run();
    expect(look()).toBe('kept 1200');
  });

  it('has room for what is taken back while another is recorded', async () => {
    const { recorder, look, toasts } = aRecorder();
    await recorder.begin(false);
    jest.advanceTimersByTime(1200);
    await recorder.discard();
    await recorder.begin(false);
    jest.advanceTimersByTime(2000);
    toasts().at(-1)!.action!.run();
    expect(look()).toBe('recording');
    await recorder.send();
    expect(look()).toBe('kept 1200');
  });

  it('leaves nothing of what was discarded at once', async () => {
    const { recorder, look, toasts, microphone } = aRecorder();
    await recorder.begin(true);
    jest.advanceTimersByTime(300);
    await recorder.discard();
    expect([look(), toasts(), microphone.deeds.at(-1)]).toEqual(['nothing', [], 'end']);
  });

  it('lets go of a microphone that comes after it was given up', async () => {
    const { recorder, microphone, look } = aRecorder();
    const answer = microphone.ask();
    const begun = recorder.begin(true);
    await recorder.discard();
    answer();
    await begun;
    expect([look(), microphone.deeds]).toEqual(['nothing', ['open', 'drop']]);
  });

  it('opens one microphone for who gives up and presses again while the browser asks', async () => {
    const { recorder, microphone, look } = aRecorder();
    const answer = microphone.ask();
    const first = recorder.begin(false);
    await recorder.discard();
    const second = recorder.begin(false);
    answer();
    await Promise.all([first, second]);
    expect([look(), microphone.deeds]).toEqual(['recording', ['open', 'open', 'drop']]);
    await recorder.discard();
    expect(microphone.deeds.at(-1)).toBe('end');
  });

  it('keeps what was recorded for the chat that is left, and lets go of the microphone', async () => {
    const { recorder, store, microphone, look, toasts, goTo } = aRecorder();
    await recorder.begin(false);
    jest.advanceTimersByTime(4000);
    goTo(c2!);
    await jest.advanceTimersByTimeAsync(0);
    expect([look(), microphone.deeds.at(-1)]).toEqual(['nothing', 'end']);
    expect(toasts().at(-1)!.text).toMatch(/^Your recording waits in/);
    await recorder.begin(false);
    expect(look()).toBe('recording');
    goTo(null);
    await jest.advanceTimersByTimeAsync(0);
    goTo(c1!);
    expect(look()).toBe('kept 4000');
    await recorder.send();
    expect(store.callsOf('sendVoice')[0]![0]).toBe(c1);
  });

  it('asks who leaves the page while something would be lost', async () => {
    const { recorder, look } = aRecorder();
    expect([look(), leaving()]).toEqual(['nothing', 'let go']);
    await recorder.begin(false);
    expect([look(), leaving()]).toEqual(['recording', 'asked']);
    jest.advanceTimersByTime(500);
    await recorder.stop();
    expect([look(), leaving()]).toEqual(['kept 500', 'asked']);
    await recorder.send();
    expect([look(), leaving()]).toEqual(['nothing', 'let go']);
  });

  it('ends by itself after the longest time, and says so', async () => {
    const { recorder, look, toasts } = aRecorder();
    await recorder.begin(false);
    const now = performance.now() + MOST_MS;
    jest.spyOn(performance, 'now').mockReturnValue(now - 1);
    await jest.advanceTimersByTimeAsync(200);
    expect(look()).toBe('recording');
    jest.spyOn(performance, 'now').mockReturnValue(now);
    await jest.advanceTimersByTimeAsync(200);
    expect(look()).toBe(`kept ${MOST_MS}`);
    expect(toasts().at(-1)!.text).toBe('A voice message lasts 15 minutes at most.');
  });

  it('keeps what was said when the microphone is unplugged', async () => {
    const { recorder, microphone, look, toasts } = aRecorder();
    await recorder.begin(false);
    jest.advanceTimersByTime(2500);
    microphone.unplug();
    await jest.advanceTimersByTimeAsync(0);
    expect([look(), toasts().length]).toEqual(['kept 2500', 1]);
  });

  it('says why there is no microphone, until the next try', async () => {
    const { recorder, microphone, look } = aRecorder();
    microphone.obstacle = 'refused';
    await recorder.begin(true);
    expect([look(), recorder.obstacle()]).toEqual(['nothing', 'refused']);
    microphone.obstacle = null;
    await recorder.begin(false);
    expect([look(), recorder.obstacle()]).toEqual(['recording', null]);
  });

  it('shows nothing of a recorder that has heard nothing', async () => {
    const { recorder, microphone, look } = aRecorder();
    microphone.content = new Blob([]);
    await recorder.begin(false);
    await recorder.stop();
    expect(look()).toBe('nothing');
  });
});
