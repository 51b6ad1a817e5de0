/** What is answered where no page can be made, as while the database is away: made of nothing that could be away itself. */
import type {ErrorRequestHandler, Request as ExpressRequest} from 'express';
import {localeOf} from '../http/locale.server.ts';
import {textFor} from '../i18n/catalogue.server.ts';
import type {Locale} from '../i18n/locales.ts';
import type {ServerParts} from './load-context.ts';

/** Nothing of the error reaches the visitor; the log has it all. */
export function lastResort({log}: Pick<ServerParts, 'log'>): ErrorRequestHandler {
  return (error, request, response, next) => {
    log.error({err: error}, 'could not answer');
    if (response.headersSent) return next(error);
    response.status(500).set('Cache-Control', 'no-store');
    const locale = localeAsked(request);
    // What a script asked for, no person reads.
    if (request.get('accept')?.includes('text/html')) response.type('html').send(page(locale));
    else response.type('text/plain').send(textFor(locale).shell.problem.brokenTitle);
  };
}

const localeAsked = (request: ExpressRequest): Locale =>
  localeOf(new Request('http://site.invalid', {headers: {Cookie: request.get('cookie') ?? ''}}));

/** With a way on: the same page again, and where there is help without it. */
function page(locale: Locale): string {
  const {problem, talk} = textFor(locale).shell;
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
<main>
<h1>${problem.brokenTitle}</h1>
<p>${problem.broken}</p>
<ul>
<li><a href="">${problem.tryAgain}</a></li>
<li><a href="/talk">${talk}</a></li>
<li><a href="/">${problem.backHome}</a></li>
</ul>
</main>
</body>
</html>
`;
}
