import * as z from 'zod/mini';

/*
 * What of the lines of a bulk export is read; the rest is passed over. See "Bulk loading data" of
 * Mattermost's documentation.
 */

/** UTF-16 units of one text. */
export const mostWords = 200_000;

const words = z.string().check(z.maxLength(mostWords));
const key = z.string().check(z.minLength(1), z.maxLength(128));
/** Absent, null and empty are one. */
const said = z.optional(
  z.pipe(
    z.nullable(words),
    z.transform((value) => (value === null || value === '' ? undefined : value)),
  ),
);
const time = z.int().check(z.minimum(0), z.maximum(4e12));
const many = <T extends z.core.SomeType>(item: T) =>
  z.optional(z.nullable(z.array(item).check(z.maxLength(100_000))));

/** What every line is. */
export const Line = z.looseObject({ type: key });
export type Line = z.output<typeof Line>;

export const Channel = z.object({
  team: key,
  name: key,
  display_name: said,
  type: said,
  header: said,
  purpose: said,
  deleted_at: z.optional(z.nullable(time)),
});
export type Channel = z.output<typeof Channel>;

export const User = z.object({
  username: key,
  email: said,
  nickname: said,
  first_name: said,
  last_name: said,
  teams: many(z.object({ name: key, channels: many(z.object({ name: key })) })),
});
export type User = z.output<typeof User>;

export const Bot = z.object({ username: key, display_name: said });
export type Bot = z.output<typeof Bot>;

const Reaction = z.object({ user: key, emoji_name: key });

const Kept = z.object({
  user: key,
  type: said,
  message: said,
  create_at: time,
  is_pinned: z.optional(z.nullable(z.boolean())),
  reactions: many(Reaction),
  attachments: many(z.object({ path: words })),
});

const Said = z.extend(Kept, {
  props: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

const Threaded = z.extend(Said, { replies: many(Said) });

export const Post = z.extend(Threaded, { team: key, channel: key });
export type Post = z.output<typeof Post>;

export const DirectChannel = z.object({
  members: many(key),
  participants: many(z.object({ username: key })),
  header: said,
});
export type DirectChannel = z.output<typeof DirectChannel>;

export const DirectPost = z.extend(Threaded, {
  channel_members: z.array(key).check(z.minLength(1), z.maxLength(256)),
});
export type DirectPost = z.output<typeof DirectPost>;

/** One thing that was said, as it is kept until its turn. */
export const SpooledPost = z.extend(Kept, {
  key,
  rootKey: z.optional(key),
  where: words,
  /** The name that whoever said it has chosen for it. */
  calledAs: z.optional(key),
});
export type SpooledPost = z.output<typeof SpooledPost>;
export type SaidPost = z.output<typeof Said>;
