/** The sections in the order of the list; each is a path below `/settings`. */
export const sectionIds = [
  'profile',
  'account',
  'devices',
  'tokens',
  'notifications',
  'appearance',
  'language',
  'privacy',
  'writing',
] as const;

export type SectionId = (typeof sectionIds)[number];
