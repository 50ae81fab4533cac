import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FileId, type UserId, type Message } from '@app/contracts';
import { Session } from '@app/web-session';
import { NOW } from '../../clock';
import { FileLinks } from '../../data-access/file-links';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { aMessage, ada, mira, NOON } from '../testing/builders';
import { Playback } from './playback';
import { PlayedVoices } from './played-voices';

/** What jsdom lacks of a player: it plays at once, and ends when it is told. */
function aPlayer(media: { audio: HTMLAudioElement | null }) {
  jest.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(function (
    this: HTMLMediaElement,
  ) {
    media.audio = this;
    this.dispatchEvent(new Event('play'));
    return Promise.resolve();
  });
  jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function (
    this: HTMLMediaElement,
  ) {
    this.dispatchEvent(new Event('pause'));
  });
}

const voice = (seq: number, senderId: UserId): Message =>
  aMessage({
    seq,
    senderId,
    kind: 'voice',
    text: '',
    files: [{ id: FileId.parse(`f${seq}`), name: 'v.webm', mime: 'audio/webm', size: 1 }],
  });

function aPlayback(messages: readonly Message[]) {
  const media = { audio: null as HTMLAudioElement | null };
  aPlayer(media);
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { user: () => ada } },
      { provide: NOW, useValue: () => NOON },
      { provide: OpenChatStore, useValue: { messages: signal(messages) } },
      {
        provide: FileLinks,
        useValue: { find: (id: FileId) => Promise.resolve({ id, url: `/${id}` }) },
      },
    ],
  });
  const playback = TestBed.inject(Playback);
  const end = async () => {
    media.audio!.dispatchEvent(new Event('pause'));
    media.audio!.dispatchEvent(new Event('ended'));
    await Promise.resolve();
    await Promise.resolve();
  };
  return { playback, media, end };
}

describe('Playback', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('plays one sound at a time', () => {
    const { playback, media } = aPlayback([]);
    playback.play(FileId.parse('f1'), '/f1');
    const { audio } = media;
    playback.play(FileId.parse('f2'), '/f2', 500);
    expect([playback.soundId(), playback.isPlaying(), playback.nowMs()]).toEqual(['f2', true, 500]);
    expect([media.audio === audio, audio!.src]).toEqual([true, 'http://localhost/f2']);
    playback.pause();
    expect(playback.isPlaying()).toBe(false);
  });

  it('goes on with the next voice message of others that was not played', async () => {
    const messages = [voice(1, mira.id), voice(2, ada.id), voice(3, mira.id), voice(4, mira.id)];
    const { playback, end } = aPlayback(messages);
    playback.play(FileId.parse('f3'), '/f3');
    await end();
    expect(playback.soundId()).toBe('f4');
    await end();
    expect([playback.soundId(), playback.isPlaying()]).toEqual(['f4', false]);
    playback.play(FileId.parse('f1'), '/f1');
    await end();
    // The others were played.
    expect([playback.soundId(), playback.isPlaying(), playback.nowMs()]).toEqual(['f1', false, 0]);
  });

  it('takes a voice message for played from its beginning on', () => {
    const { playback } = aPlayback([voice(1, mira.id)]);
    const played = TestBed.inject(PlayedVoices);
    expect(played.isNew(voice(1, mira.id))).toBe(true);
    playback.play(FileId.parse('f1'), '/f1');
    expect(played.isNew(voice(1, mira.id))).toBe(false);
  });

  it('is as fast as one likes, also with the next one', () => {
    const { playback, media } = aPlayback([]);
    playback.play(FileId.parse('f1'), '/f1');
    const rates = [1, 2, 3].map(() => {
      playback.faster();
      return media.audio!.playbackRate;
    });
    expect(rates).toEqual([1.5, 2, 1]);
    playback.faster();
    playback.play(FileId.parse('f2'), '/f2');
    expect([playback.speed(), media.audio!.playbackRate]).toEqual([1.5, 1.5]);
  });

  it('says that the browser cannot play it, and tries again when asked', () => {
    const { playback, media } = aPlayback([]);
    playback.play(FileId.parse('f1'), '/f1');
    media.audio!.dispatchEvent(new Event('error'));
    expect(playback.isRefused()).toBe(true);
    playback.play(FileId.parse('f1'), '/f1-anew');
    expect([playback.isRefused(), media.audio!.src]).toEqual([false, 'http://localhost/f1-anew']);
  });
});
