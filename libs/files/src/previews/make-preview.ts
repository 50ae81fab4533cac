import { FileId } from '@app/contracts';
import { defineJob } from '@app/platform';
import * as z from 'zod/mini';

/** The job that makes one. What finds no room in the queue is found by a search, later. */
export const makePreview = defineJob('files.make-preview', z.strictObject({ fileId: FileId }), {
  attempts: 3,
  maxOpen: 5000,
});
