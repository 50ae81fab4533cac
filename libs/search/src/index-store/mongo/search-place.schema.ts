import { Schema } from 'mongoose';

/** A part of what is indexed of a chat; `_id` says which (`places.ts`). */
export interface SearchPlaceDocument {
  _id: string;
  /** Raised by every change. */
  version: number;
  segment: Buffer;
}

export const searchPlaceSchema = new Schema<SearchPlaceDocument>(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    segment: { type: Buffer, required: true },
  },
  { versionKey: false },
);
