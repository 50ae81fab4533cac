/**
 * Letters of other scripts that stand for Latin ones in most fonts: `раураl` is not `paypal`.
 * Cyrillic, then Greek, then Armenian.
 */
const LOOKALIKES = /^[асԁеһіјӏорԛѕуԝхѵүҽьгпаκονρτυωαιγηχսոօցհ]+$/u;
const LATIN = /\p{Script=Latin}/u;
const CONFUSABLE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/**
 * Whether a host, as people read it, may be taken for another: scripts mixed in one of its parts,
 * or a part wholly made of letters that look Latin. `münchen.de` and `пример.рф` stand as they are.
 */
export function isLookalike(host: string): boolean {
  return host
    .toLowerCase()
    .split('.')
    .some((part) => {
      const letters = part.replace(/[\d-]/g, '');
      if (!CONFUSABLE.test(letters)) return false;
      return LATIN.test(letters) || LOOKALIKES.test(letters);
    });
}
