/** What a browser says of itself, as a person would: null where it says nothing known. */
export interface DeviceTraits {
  readonly browser: string | null;
  readonly system: string | null;
  readonly isHandheld: boolean;
}

type Sign = readonly [pattern: RegExp, name: string];

/** In this order: each browser also names those that it is like. */
const browsers: readonly Sign[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly Sign[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
];

/**
 * Browser and system of a `User-Agent`. What is no browser (`curl/8.0`) is called by its own first
 * word.
 */
export function deviceTraits(userAgent: string): DeviceTraits {
  const program = /^(?!Mozilla\/)([A-Za-z][\w.-]{0,31})(?:\/|$)/.exec(userAgent)?.[1];
  return {
    browser: nameOf(browsers, userAgent) ?? program ?? null,
    system: nameOf(systems, userAgent),
    isHandheld: /\b(?:iPhone|iPad|Android)\b/.test(userAgent),
  };
}

function nameOf(signs: readonly Sign[], userAgent: string): string | null {
  return signs.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
