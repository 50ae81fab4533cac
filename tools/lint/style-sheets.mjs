/** Declarations as `[property, value]`, of a sheet or of the styles inside a component's file. */
function declarationsOf(text) {
  const bare = text.replace(/\/\*.*?\*\//gs, '');
  return [...bare.matchAll(/(?<=^|[{;])\s*([\w-]+):\s*([^;{}]+)(?=[;}])/gm)].map(
    ([, property, value]) => [property, value.trim()],
  );
}

const physical =
  /^(?:left|right|top|bottom|(?:margin|padding|border)-(?:left|right)(?:-\w+)?|(?:min-|max-)?(?:width|height))$/;

const fourSided = /^(?:padding|margin|inset|border-(?:width|style|color))$/;

/** The values of a declaration; what stands in parentheses is a part of one. */
const valuesOf = (value) => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];

/** Top, right, bottom, left: in a script that runs the other way the two sides would be exchanged. */
function namesSides(property, value) {
  const [, right, , left] = valuesOf(value);
  return fourSided.test(property) && left !== undefined && left !== right;
}

/** Lines are as high as the person's text asks, whatever its size: no pixels there. */
const fixedLine = (property, value) =>
  (property === 'line-height' && /[\d.]px/.test(value)) ||
  (property === 'font' && /\/\s*[\d.]+px/.test(value));

/** Colours by tokens, sides by start and end, lines in rem: what of a sheet is not so, in words. */
export function complaintsOf(sheet) {
  return declarationsOf(sheet).flatMap(([property, value]) => {
    const line = `${property}: ${value}`;
    if (property.startsWith('--')) return [];
    if (physical.test(property)) return [`${line} (name the side by start, end, block, inline)`];
    if (/^(?:text-align|float|clear)$/.test(property) && /^(?:left|right)$/.test(value)) {
      return [`${line} (name the side by start, end)`];
    }
    if (namesSides(property, value)) return [`${line} (name its sides by block, inline)`];
    if (fixedLine(property, value)) return [`${line} (use rem: lines grow with their text)`];
    return /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(value) ? [`${line} (use a token)`] : [];
  });
}
