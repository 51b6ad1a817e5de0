/** The page where no other can be made: of nothing that could be away itself. */
import {textFor} from '../i18n/catalogue.server.ts';
import type {Locale} from '../i18n/locales.ts';

/** A form that could not be taken: where it goes, and all that was in it. */
export interface TypedAgain {
  path: string;
  fields: [name: string, value: string][];
}

/**
 * With a way on: the same page again, where there is help without it, and whom to ring. A form stands in it as it was sent, so that what was
 * typed is not lost: its number is still the same, so it is done once however often it is sent.
 */
export function lastResortPage(locale: Locale, typed: TypedAgain | null = null): string {
  const text = textFor(locale);
  const {problem, talk, urgent} = text.shell;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${problem.brokenTitle} – Fingerpost</title>
<link rel="stylesheet" href="/last-resort.css">
</head>
<body>
<header>Fingerpost</header>
<section class="urgent" aria-label="${urgent.title}">
<ul role="list">
<li><a href="tel:999">999</a> ${urgent.danger}</li>
<li><a href="tel:111">111</a> ${urgent.medical}</li>
<li><a href="tel:116123">116 123</a> ${urgent.listen}</li>
</ul>
</section>
<main>
<h1>${problem.brokenTitle}</h1>
<p>${problem.broken}</p>
${typed ? formAgain(typed, text.lastResort) : ''}<ul>
${typed ? '' : `<li><a href="">${problem.tryAgain}</a></li>\n`}<li><a href="/talk">${talk}</a></li>
<li><a href="/">${problem.backHome}</a></li>
</ul>
</main>
</body>
</html>
`;
}

function formAgain({path, fields}: TypedAgain, words: {typedIsKept: string; sendAgain: string}): string {
  const hidden = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}" autocomplete="off">`,
  );
  return `<p>${words.typedIsKept}</p>
<form method="post" action="${escaped(path)}">
${hidden.join('\n')}
<button type="submit">${words.sendAgain}</button>
</form>
`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (words: string) => words.replace(/[&<>"\n\r]/g, (sign) => ESCAPES[sign]!);
