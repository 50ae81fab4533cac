import { TestBed } from '@angular/core/testing';
import type { MessageId } from '@app/contracts';
import { Session } from '@app/web-session';
import { NOW } from '../../clock';
import { ada, aMessage, mira, NOON } from '../testing/builders';
import { PlayedVoices } from './played-voices';

const DAY_MS = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(NOON.getTime() - days * DAY_MS).toISOString();
const said = (id: string, about: object = {}) =>
  aMessage({
    ...{ seq: 1, id: id as MessageId, kind: 'voice', senderId: mira.id, text: '' },
    createdAt: daysAgo(1),
    ...about,
  });

/** As a page that is loaded finds it. */
function thePlayed(now = NOON): PlayedVoices {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { user: () => ada } },
      { provide: NOW, useValue: () => now },
    ],
  });
  return TestBed.inject(PlayedVoices);
}

describe('PlayedVoices', () => {
  beforeEach(() => localStorage.clear());

  it('has those as new that others have said, until they are played', () => {
    const played = thePlayed();
    expect(played.isNew(said('a'))).toBe(true);
    expect(played.isNew(said('a', { senderId: ada.id }))).toBe(false);
    expect(played.isNew(said('a', { kind: 'file' }))).toBe(false);
    expect(played.isNew(said('a', { deletedAt: daysAgo(0) }))).toBe(false);
    played.add(said('a'));
    expect([played.isNew(said('a')), played.isNew(said('b'))]).toEqual([false, true]);
  });

  it('remembers them over a reload', () => {
    thePlayed().add(said('a'));
    const later = thePlayed(new Date(NOON.getTime() + 30 * DAY_MS));
    expect([later.isNew(said('a')), later.isNew(said('b'))]).toEqual([false, true]);
  });

  it('knows what another tab has played, and forgets none of that', () => {
    const here = thePlayed();
    thePlayed().add(said('a'));
    const newValue = localStorage.getItem('parley.played');
    dispatchEvent(new StorageEvent('storage', { key: 'parley.played', newValue }));
    expect([here.isNew(said('a')), here.isNew(said('b'))]).toEqual([false, true]);
    here.add(said('b'));
    const later = thePlayed();
    expect([later.isNew(said('a')), later.isNew(said('b'))]).toEqual([false, false]);
  });

  it('takes what is old for played where nobody has ever played anything', () => {
    const played = thePlayed();
    expect([played.isNew(said('a', { createdAt: daysAgo(8) }))]).toEqual([false]);
    expect([played.isNew(said('a', { createdAt: daysAgo(6) }))]).toEqual([true]);
  });

  it('calls none new again that it has forgotten', () => {
    const played = thePlayed();
    const all = Array.from({ length: 510 }, (_, n) =>
      said(`m${n}`, { createdAt: daysAgo(5 - n / 510) }),
    );
    for (const message of all) played.add(message);
    const later = thePlayed();
    expect([...all, said('new')].filter((one) => later.isNew(one)).map(({ id }) => id)).toEqual([
      'new',
    ]);
    expect(localStorage.getItem('parley.played')!.length).toBeLessThan(40_000);
  });

  it('begins anew where what was kept is no such thing', () => {
    localStorage.setItem('parley.played', 'm1 m2');
    expect(thePlayed().isNew(said('m1'))).toBe(true);
  });
});
