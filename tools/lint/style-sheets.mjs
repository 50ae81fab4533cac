/** Declarations as `[property, value]`, of a sheet or of the styles inside a component's file. */
function declarationsOf(text) {
  const bare = text.replace(/\/\*.*?\*\//gs, '');
  return [...bare.matchAll(/(?<=^|[{;])\s*([\w-]+):\s*([^;{}]+)(?=[;}])/gm)].map(
    ([, property, value]) => [property, value.trim()],
  );
}

const physical =
  /^(?:left|right|top|bottom|(?:margin|padding|border)-(?:left|right)(?:-\w+)?|(?:min-|max-)?(?:width|height))$/;

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
    if (fixedLine(property, value)) return [`${line} (use rem: lines grow with their text)`];
    return /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(value) ? [`${line} (use a token)`] : [];
  });
}
