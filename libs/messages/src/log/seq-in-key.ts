/** Digits of the highest seq there can be (2 ** 52), so that keys are in the order of the seqs. */
const SEQ_DIGITS = 16;

/** A seq as the end of a key: keys sort as seqs do. */
export const seqInKey = (seq: number): string => String(seq).padStart(SEQ_DIGITS, '0');
