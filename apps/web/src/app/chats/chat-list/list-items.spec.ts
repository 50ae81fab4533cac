import type { ChatId } from '@app/contracts';
import type { ChatSection, SectionName } from '../../data-access/chat-views';
import { aRow } from '../testing/builders';
import { FoldedSections } from './folded-sections';
import { listItems } from './list-items';

const section = (name: SectionName, ...ids: string[]): ChatSection => ({
  name,
  chats: ids.map((id) => aRow({ id: id as ChatId })),
});

function keys(folded: readonly SectionName[], openId: string | null = null): string[] {
  const sections = [section('unread', 'u'), section('direct', 'a', 'b'), section('archived', 'z')];
  const items = listItems(sections, new Set(folded), openId as ChatId | null);
  return items.map((item) =>
    item.kind === 'section' ? `${item.key}${item.count > 0 ? ` ${item.count}` : ''}` : item.key,
  );
}

describe('listItems', () => {
  it('shows each section by its name, then its chats', () => {
    expect(keys([])).toEqual(['unread', 'u', 'direct', 'a', 'b', 'archived', 'z']);
  });

  it('hides the chats of a folded section and says how many, but not the open one', () => {
    expect(keys(['direct', 'archived'])).toEqual(['unread', 'u', 'direct 2', 'archived 1']);
    expect(keys(['direct'], 'b')).toEqual(['unread', 'u', 'direct 1', 'b', 'archived', 'z']);
  });

  it('never hides what waits', () => {
    expect(keys(['unread'])).toContain('u');
  });
});

describe('FoldedSections', () => {
  beforeEach(() => localStorage.clear());

  it('keeps on the device what was folded; the archive is, at first', () => {
    const sections = new FoldedSections();
    expect([...sections.names()]).toEqual(['archived']);
    sections.toggle('direct');
    sections.toggle('archived');
    expect([...new FoldedSections().names()]).toEqual(['direct']);
    sections.toggle('direct');
    expect([...new FoldedSections().names()].filter(Boolean)).toEqual([]);
  });
});
