import type { ChatId } from '@app/contracts';
import { Schema } from 'mongoose';

/** How far a chat is indexed, and what of it waits to be put into its place; one write a step. */
export interface SearchChatDocument {
  _id: ChatId;
  /** The rev up to which its log is in here. */
  rev: number;
  /** Raised by every change: who read an older one changes nothing. */
  version: number;
  /** Slots up to this one are in places. */
  sealedSeq: number;
  /** The tail is on its way into places, and stays as it is until it is there. */
  isSealing: boolean;
  /** When the sealed slots of a window were sent: the earliest, the latest, and so on for each. */
  spans: number[];
  /** The same of those in the tail; empty where there are none. */
  tailSpan?: number[];
  /** How often something was put into the places of a window, for each: by it they are known. */
  seals?: number[];
  /** A segment: states of slots that are newer than what places say. */
  tail: Buffer;
}

export const searchChatSchema = new Schema<SearchChatDocument>(
  {
    _id: { type: String, required: true },
    rev: { type: Number, required: true },
    version: { type: Number, required: true },
    sealedSeq: { type: Number, required: true },
    isSealing: { type: Boolean, required: true },
    spans: { type: [Number], required: true },
    tailSpan: { type: [Number] },
    seals: { type: [Number] },
    tail: { type: Buffer, required: true },
  },
  { versionKey: false },
);
