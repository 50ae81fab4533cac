import { SfuParameters } from './sfu.contract.js';

describe('SfuParameters', () => {
  const sent = (cname: string, codec: object = {}) => ({
    mid: '0',
    codecs: [{ mimeType: 'audio/opus', parameters: { useinbandfec: 1 }, ...codec }],
    rtcp: { cname },
  });
  const isTaken = (parameters: unknown) => SfuParameters.safeParse(parameters).success;

  it('are as browsers make them', () => {
    expect(isTaken(sent('Xy7/+ {5f1c}~'))).toBe(true);
  });

  it.each(['\r', '\n', '\u0000', '\u007f', '\u0085', '\u2028', 'ü'])(
    'hold nothing by which a line of the SDP of others could end or break: %j',
    (mark) => {
      const text = `a${mark}b`;
      expect(isTaken(sent(text))).toBe(false);
      expect(isTaken(sent('a', { mimeType: text }))).toBe(false);
      expect(isTaken(sent('a', { parameters: { [text]: 1 } }))).toBe(false);
      expect(isTaken(sent('a', { rtcpFeedback: [{ type: 'nack', parameter: text }] }))).toBe(false);
    },
  );

  it('are of bounded length and depth', () => {
    expect(isTaken(sent('a'.repeat(16_000)))).toBe(false);
    const deep = (levels: number): object => (levels === 0 ? {} : { in: deep(levels - 1) });
    expect([7, 8].map((levels) => isTaken(deep(levels)))).toEqual([true, false]);
  });
});
