import type { Painted } from './paint-watch.js';

export type Shade = 'light' | 'dark';

/**
 * What no frame may show on the way from page to page, in words. `shade`: of the theme that is
 * worn. Before anything is drawn, only the background counts.
 */
export function flashesIn(frames: readonly Painted[], shade: Shade): readonly string[] {
  const drawn = frames.slice(frames.findIndex(({ page }) => page !== ''));
  return [
    ...frames.flatMap((frame) => told(frame, wrongShades(frame, shade))),
    ...drawn.flatMap((frame, n) => told(frame, [...holes(frame), ...contradictions(frame)], n)),
    ...moves(drawn),
    ...losses(drawn),
  ];
}

function wrongShades({ shades }: Painted, shade: Shade): readonly string[] {
  return shades
    .filter((light) => (shade === 'light' ? light < 128 : !(light < 128)))
    .map((light) => `a background as light as ${light} in a ${shade} theme`);
}

function holes({ page, sidebar, rows, heading, content }: Painted): readonly string[] {
  return [
    ...(page === '' || page.includes(' and ') ? [`pages: ${page || 'none'}`] : []),
    ...(sidebar === '' || sidebar.includes(' and ') ? [`lists: ${sidebar || 'none'}`] : []),
    ...(rows.length === 0 ? ['a list without rows'] : []),
    ...(heading === '' ? ['no heading'] : []),
    ...(content === '' ? ['nothing below the head'] : []),
  ];
}

/** Each part says of which page it is: all of them have to be of the same. */
function contradictions({ page, heading, marked, of, content }: Painted): readonly string[] {
  const isChat = page === 'app-chat-page';
  const hasMark = isChat || page === 'app-settings-page';
  return [
    ...of.filter((name) => name !== heading).map((name) => `what is of ${name}`),
    ...(hasMark && marked !== heading ? [`${marked || 'nothing'} marked in the list`] : []),
    ...(isChat && content === '(emptiness)' ? ['a chat with messages that is called empty'] : []),
  ];
}

/** The list stands where it stood, and so does the head of each kind of page. */
function moves(frames: readonly Painted[]): readonly string[] {
  const heads = new Map<string, string>();
  return frames.flatMap((frame, n) => {
    const { page, head, sidebar } = frame;
    const [before, first] = [heads.get(page) ?? head, frames[0]!.sidebar];
    heads.set(page, before);
    return told(
      frame,
      [
        ...(head === before ? [] : [`the head at ${head}, which was at ${before}`]),
        ...(sidebar === first ? [] : [`the list at ${sidebar}, which was at ${first}`]),
      ],
      n,
    );
  });
}

/** Rows that were there, and a focus that was somewhere. */
function losses(frames: readonly Painted[]): readonly string[] {
  const known = new Map<boolean, readonly string[]>();
  let hadFocus = false;
  return frames.flatMap((frame, n) => {
    const { page, rows, focus } = frame;
    const isSettings = page === 'app-settings-page';
    const lost = (known.get(isSettings) ?? []).filter((row) => !rows.includes(row));
    known.set(isSettings, rows);
    const isLost = hadFocus && focus === 'body';
    hadFocus = focus !== 'body';
    const words = lost.length > 0 ? [`a list without ${lost.join(', ')}`] : [];
    return told(frame, [...words, ...(isLost ? ['the focus nowhere'] : [])], n);
  });
}

/** Where it was seen, and for how long. */
function told(frame: Painted, faults: readonly string[], n = 0): readonly string[] {
  const { page, heading, count } = frame;
  return faults.map((fault) => `${n}. ${page} (${heading}), ${count} frames: ${fault}`);
}
