import type { Report } from '@app/contracts';

/** What a report is about. */
export type Subject = Pick<Report, 'userId' | 'message'>;

/** By which two reports about the same are told. */
export const aboutOf = ({ userId, message }: Subject): string =>
  message ? `message:${message.id}` : `user:${userId}`;
