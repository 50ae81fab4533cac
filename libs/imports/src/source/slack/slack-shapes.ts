import * as z from 'zod/mini';

/*
 * What of Slack's export is read; the rest, of which there is much, is passed over. Its shapes are
 * nowhere promised, so whatever can be absent may be.
 */

const words = z.string().check(z.maxLength(200_000));
const id = z.string().check(z.minLength(1), z.maxLength(64));
const ids = z.array(id).check(z.maxLength(200_000));
/** Absent, null and empty are one. */
const said = z.optional(
  z.pipe(
    z.nullable(words),
    z.transform((value) => (value === null || value === '' ? undefined : value)),
  ),
);

export const SlackUser = z.object({
  id,
  name: said,
  real_name: said,
  profile: z.optional(z.object({ real_name: said, display_name: said, email: said })),
});
export type SlackUser = z.output<typeof SlackUser>;

const Topic = z.optional(z.nullable(z.object({ value: said })));

export const SlackChat = z.object({
  id,
  name: said,
  created: z.optional(z.number()),
  creator: said,
  is_archived: z.optional(z.boolean()),
  members: z.optional(z.nullable(ids)),
  topic: Topic,
  purpose: Topic,
  pins: z.optional(z.nullable(z.array(z.object({ id: words })).check(z.maxLength(10_000)))),
});
export type SlackChat = z.output<typeof SlackChat>;

export const SlackFile = z.object({
  id: said,
  name: said,
  title: said,
  mode: said,
  permalink: said,
  url_private: said,
});
export type SlackFile = z.output<typeof SlackFile>;

const Attachment = z.object({
  pretext: said,
  title: said,
  title_link: said,
  text: said,
  fallback: said,
});
export type SlackAttachment = z.output<typeof Attachment>;

export const SlackMessage = z.object({
  type: said,
  subtype: said,
  /** Seconds: ten digits last until 2286. */
  ts: z.string().check(z.regex(/^\d{1,10}\.\d{1,9}$/)),
  thread_ts: said,
  user: said,
  username: said,
  bot_id: said,
  bot_profile: z.optional(z.nullable(z.object({ name: said }))),
  user_profile: z.optional(z.nullable(z.object({ real_name: said, name: said }))),
  text: said,
  files: z.optional(z.nullable(z.array(z.nullable(SlackFile)).check(z.maxLength(1000)))),
  file: z.optional(z.nullable(SlackFile)),
  attachments: z.optional(z.nullable(z.array(Attachment).check(z.maxLength(1000)))),
  reactions: z.optional(
    z.nullable(
      z.array(z.object({ name: words, users: z.optional(ids) })).check(z.maxLength(10_000)),
    ),
  ),
  pinned_to: z.optional(z.nullable(z.array(words).check(z.maxLength(1000)))),
});
export type SlackMessage = z.output<typeof SlackMessage>;
