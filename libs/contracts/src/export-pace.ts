/** Another one may be ordered so long after the last, where that is ready: in ms, a day. */
export const exportEveryMs = 24 * 3_600_000;
