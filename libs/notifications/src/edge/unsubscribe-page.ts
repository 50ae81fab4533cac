import type { SpokenLanguage } from '@app/contracts';
import { unsubscribeWords } from './unsubscribe-words.js';

const page = (language: SpokenLanguage, title: string, rest: string) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
${rest}
</body>
</html>
`;

/** Programs that look at all links of a mail end nothing: it takes a button. */
export function askingPage(language: SpokenLanguage): string {
  const { ask, effect, button } = unsubscribeWords[language];
  const form = `<form method="post"><button>${button}</button></form>`;
  return page(language, ask, `<p>${effect}</p>\n${form}`);
}

export function endedPage(language: SpokenLanguage): string {
  const { ended, wayBack } = unsubscribeWords[language];
  return page(language, ended, `<p>${wayBack}</p>`);
}

/** A page with a form of ours, and nothing else. */
export const pageHeaders = {
  type: 'text/html; charset=utf-8',
  policy: "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  /** The form comes from this page: with `no-referrer` its origin would be `null`. */
  referrer: 'same-origin',
} as const;
