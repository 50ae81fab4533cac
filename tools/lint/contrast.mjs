/** The themes of a sheet of tokens: `Map<theme, Map<token, colour>>`; colours as `#rgb`, `#rrggbb`. */
export function themesOf(sheet) {
  const themes = new Map();
  for (const [, theme, body] of sheet.matchAll(/\[data-theme='(\w+)'\] \{(.*?)\n\}/gs)) {
    const colours = body.matchAll(/--([\w-]+): (#(?:[\da-f]{3}){1,2})\b/g);
    themes.set(theme, new Map([...colours].map(([, token, colour]) => [token, colour])));
  }
  return themes;
}

/** The contrast of two colours by WCAG 2.2: 1 (none) to 21 (black on white). */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((d) => d + d) : colour.match(/\w\w/g);
  const [red, green, blue] = digits.map((two) => {
    const part = parseInt(two, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
