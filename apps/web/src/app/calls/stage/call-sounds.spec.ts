import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { UserId } from '@app/contracts';
import type { Received } from '@app/web-calls';
import { ada, mira } from '../../chats/testing/builders';
import { CallDesk } from '../call-desk';
import { CallSounds } from './call-sounds';

class FakeStream {
  private readonly tracks = new Set<unknown>();
  readonly getTracks = () => [...this.tracks];
  readonly addTrack = (track: unknown) => this.tracks.add(track);
  readonly removeTrack = (track: unknown) => this.tracks.delete(track);
}

const track = (id: string) => ({ id }) as MediaStreamTrack;
const prototype = HTMLAudioElement.prototype as Partial<HTMLAudioElement>;

/** What is heard by the loudspeaker `desk`, and by which each player was asked to be heard. */
function someSounds(received: ReadonlyMap<UserId, Received>) {
  const chosen = signal('desk');
  const devices = { id: () => chosen };
  TestBed.configureTestingModule({ providers: [{ provide: CallDesk, useValue: { devices } }] });
  const fixture = TestBed.createComponent(CallSounds);
  const host = fixture.nativeElement as HTMLElement;
  const hear = (now: ReadonlyMap<UserId, Received>) => {
    fixture.componentRef.setInput('received', now);
    fixture.detectChanges();
  };
  const choose = (id: string) => {
    chosen.set(id);
    fixture.detectChanges();
  };
  const players = () => [...host.querySelectorAll('audio')];
  const heard = () =>
    players().map(({ srcObject }) => (srcObject as MediaStream).getTracks().map(({ id }) => id));
  const speakers = () => players().map(({ sinkId }) => sinkId);
  hear(received);
  return { hear, choose, players, heard, speakers };
}

describe('CallSounds', () => {
  beforeEach(() => {
    Object.assign(globalThis, { MediaStream: FakeStream });
    Object.assign(prototype, {
      srcObject: null,
      sinkId: '',
      setSinkId(this: { sinkId: string }, id: string) {
        if (id === 'unplugged') return Promise.reject(new DOMException('', 'NotFoundError'));
        this.sinkId = id;
        return Promise.resolve();
      },
    });
  });

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'MediaStream');
    for (const name of ['srcObject', 'sinkId', 'setSinkId'])
      Reflect.deleteProperty(prototype, name);
  });

  it('plays voices and the sound of screens, each by the loudspeaker that was chosen', () => {
    const hers = { audio: track('voice'), sound: track('film'), video: track('camera') };
    const { heard, speakers, choose, hear } = someSounds(new Map([[mira.id, hers]]));
    expect(heard()).toEqual([['voice'], ['film']]);
    expect(speakers()).toEqual(['desk', 'desk']);
    choose('headset');
    expect(speakers()).toEqual(['headset', 'headset']);
    hear(new Map([[ada.id, { audio: track('late') }]]));
    expect([heard(), speakers()]).toEqual([[['late']], ['headset']]);
  });

  it('goes on where it was heard when the loudspeaker is not there', () => {
    const { speakers, choose } = someSounds(new Map([[mira.id, { audio: track('voice') }]]));
    choose('unplugged');
    expect(speakers()).toEqual(['desk']);
  });

  it('gives another track to the same player', () => {
    const { players, heard, hear } = someSounds(new Map([[mira.id, { audio: track('old') }]]));
    const before = players();
    const stream = before[0]!.srcObject;
    hear(new Map([[mira.id, { audio: track('new') }]]));
    expect(players()).toEqual(before);
    expect(players()[0]!.srcObject).toBe(stream);
    expect(heard()).toEqual([['new']]);
  });
});
