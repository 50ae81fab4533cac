import * as z from 'zod/mini';

/** Bytes of the picture that an avatar is cut out of. */
export const maxAvatarBytes = 5 * 1024 * 1024;

/** Px of the sides of an avatar. */
export const AvatarSize = z.union([z.literal(64), z.literal(256)]);
export type AvatarSize = z.output<typeof AvatarSize>;

/**
 * Names one avatar, for as long as it is somebody's; another picture has another one. 160 random
 * bits: who knows it has been shown the person or the chat.
 */
export const AvatarKey = z
  .string()
  .check(z.regex(/^[0-9a-hjkmnp-tv-z]{32}$/, 'Not the key of an avatar'))
  .brand<'AvatarKey'>();
export type AvatarKey = z.output<typeof AvatarKey>;

const avatarsPath = '/api/files/avatars/';

/** Where an avatar is fetched, of 256 px; with `?size=64` the small one. */
export const AvatarPath = z
  .string()
  .check(z.regex(/^\/api\/files\/avatars\/[0-9a-hjkmnp-tv-z]{32}$/, 'Not the path of an avatar'))
  .brand<'AvatarPath'>();
export type AvatarPath = z.output<typeof AvatarPath>;

export function avatarPathOf(key: AvatarKey): AvatarPath {
  return AvatarPath.parse(avatarsPath + key);
}

/** Undefined for what is none of ours. */
export function avatarKeyOf(path: string): AvatarKey | undefined {
  return path.startsWith(avatarsPath)
    ? AvatarKey.safeParse(path.slice(avatarsPath.length)).data
    : undefined;
}

/** `GET /api/files/avatars/:key`. */
export const AvatarQuery = z.strictObject({
  size: z.pipe(
    z._default(z.enum(['64', '256']), '256'),
    z.transform((size) => AvatarSize.parse(Number(size))),
  ),
});
export type AvatarQuery = z.output<typeof AvatarQuery>;

/** Null: initials again. */
export const NewAvatar = z.nullable(AvatarPath);
export type NewAvatar = z.output<typeof NewAvatar>;
