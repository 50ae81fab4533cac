const page = (title: string, rest: string) => `<!doctype html>
<html lang="en">
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
export const askingPage = page(
  'End these mails?',
  `<p>You will get no more mails about what you have not read.</p>
<form method="post"><button>End them</button></form>`,
);

export const endedPage = page(
  'These mails have ended',
  '<p>You can have them again: in the settings, under notifications.</p>',
);

/** A page with a form of ours, and nothing else. */
export const pageHeaders = {
  type: 'text/html; charset=utf-8',
  policy: "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  /** The form comes from this page: with `no-referrer` its origin would be `null`. */
  referrer: 'same-origin',
} as const;
