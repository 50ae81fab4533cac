import { HotRow } from './hot-row';

describe('HotRow', () => {
  let list: HTMLElement;
  let rows: readonly HTMLElement[];
  let hot: HotRow;
  let under: Element | null;

  beforeEach(() => {
    list = document.createElement('div');
    rows = ['a', 'b'].map((key) => {
      const row = document.createElement('app-timeline-row');
      row.dataset['key'] = key;
      row.append(document.createElement('button'));
      list.append(row);
      return row;
    });
    document.body.append(list);
    under = null;
    // jsdom lays nothing out.
    document.elementFromPoint = () => under;
    hot = new HotRow();
    hot.listenTo(list);
  });

  afterEach(() => list.remove());

  function moveTo(row: HTMLElement | undefined): void {
    under = row ?? null;
    row?.dispatchEvent(new MouseEvent('pointermove', { bubbles: true, clientX: 1, clientY: 1 }));
  }

  const tools = (row: HTMLElement | undefined): HTMLElement => row!.querySelector('button')!;

  it('is the one that the pointer or the focus has come to last', () => {
    moveTo(rows[0]);
    expect(hot.key()).toBe('a');
    tools(rows[1]).focus();
    expect(hot.key()).toBe('b');
    moveTo(rows[0]);
    expect(hot.key()).toBe('a');
  });

  it('is the one below the pointer again when the focus goes away', () => {
    moveTo(rows[0]);
    tools(rows[1]).focus();
    tools(rows[1]).blur();
    expect(hot.key()).toBe('a');
  });

  it('is the one that has come below a pointer that stands', () => {
    moveTo(rows[0]);
    under = rows[1]!;
    hot.settle();
    expect(hot.key()).toBe('b');
  });

  it('stays the one that was reached by keys when the rows move', () => {
    tools(rows[0]).focus();
    hot.settle();
    expect(hot.key()).toBe('a');
  });

  it('is none without pointer and focus', () => {
    moveTo(rows[0]);
    list.dispatchEvent(new MouseEvent('pointerleave'));
    expect(hot.key()).toBeNull();
    under = rows[1]!;
    hot.settle();
    expect(hot.key()).toBeNull();
  });
});
