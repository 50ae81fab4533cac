import { hash } from 'node:crypto';
import { emojiOf } from '../emoji-names.js';
import type {
  NoteTaker,
  SourceFile,
  SourceMessage,
  SourcePerson,
  SourceReaction,
} from '../import-source.js';
import {
  mostWords,
  type DirectPost,
  type Post,
  type SaidPost,
  type SpooledPost,
} from './mattermost-shapes.js';

/** A post and its answers, each by itself. There are no ids: by what they are, they are known. */
export function spooledOf(post: Post | DirectPost, where: string): SpooledPost[] {
  const root = keyOf(post, '');
  const answers = post.replies ?? [];
  return [
    { ...saidIn(post), key: root, where },
    ...answers.map((answer) => ({
      ...saidIn(answer),
      key: keyOf(answer, root),
      rootKey: root,
      where,
    })),
  ];
}

/** Under which name it was said: a webhook may choose one. */
export function authorOf({ user, calledAs: name }: SpooledPost): SourcePerson {
  const key = user.toLowerCase();
  if (name === undefined) return { key, username: user, name: user };
  return { key: `${key}:${name}`, username: name, name };
}

/** As Parley says it, whose marks are the same; undefined for what is left out. */
export function messageOf(
  post: SpooledPost,
  note: NoteTaker,
  fileOf: (path: string) => SourceFile | undefined,
): SourceMessage | undefined {
  const { type, where, key, rootKey, create_at: atMs, message, attachments } = post;
  if (type?.startsWith('system_')) {
    note('event', `${type} (${where})`);
    return undefined;
  }
  const files: SourceFile[] = [];
  for (const { path } of attachments ?? []) {
    const file = fileOf(path);
    if (file) files.push(file);
    else note('file_missing', `${path} (${where})`);
  }
  return {
    key,
    at: new Date(atMs).toISOString(),
    authorKey: authorOf(post).key,
    text: message ?? '',
    ...(rootKey !== undefined && { rootKey }),
    reactions: reactionsOf(post, note),
    files,
    isPinned: post.is_pinned === true,
  };
}

/** Of what programs have put beside a post there may be anything: only what is read is kept. */
function saidIn(post: SaidPost): Omit<SpooledPost, 'key' | 'where'> {
  const { user, type, create_at, is_pinned, reactions, attachments } = post;
  const message = post.message ?? boxesOf(post).slice(0, mostWords);
  const calledAs = chosenNameOf(post);
  return { user, type, message, create_at, is_pinned, reactions, attachments, calledAs };
}

function chosenNameOf({ props }: SaidPost): string | undefined {
  const chosen = props?.['override_username'];
  const name = typeof chosen === 'string' ? chosen.trim().slice(0, 128) : '';
  return name === '' ? undefined : name;
}

function keyOf({ user, create_at: atMs, message }: SaidPost, rootKey: string): string {
  const said = hash('sha1', `${rootKey}\0${user}\0${message ?? ''}`, 'hex');
  return `${atMs}-${said.slice(0, 24)}`;
}

/** What a program says in boxes, as Slack's programs do. */
function boxesOf({ props }: SaidPost): string {
  const boxes = props?.['attachments'];
  if (!Array.isArray(boxes)) return '';
  return boxes
    .flatMap((box: unknown) => {
      if (typeof box !== 'object' || box === null) return [];
      const { pretext, title, text, fallback } = box as Record<string, unknown>;
      const parts = [pretext, title, text].filter((part) => typeof part === 'string' && part);
      return parts.length > 0 ? parts : typeof fallback === 'string' ? [fallback] : [];
    })
    .join('\n');
}

function reactionsOf({ reactions }: SpooledPost, note: NoteTaker): SourceReaction[] {
  const found = new Map<string, string[]>();
  for (const { user, emoji_name: name } of reactions ?? []) {
    const emoji = emojiOf(name);
    if (emoji === undefined) {
      note('unknown_emoji', `:${name}:`);
      continue;
    }
    const byKeys = found.get(emoji) ?? [];
    byKeys.push(user.toLowerCase());
    found.set(emoji, byKeys);
  }
  return [...found].map(([emoji, byKeys]) => ({ emoji, byKeys }));
}
