/**
 * Where a form was sent from, as a path on this site, or `/`. Rebuilt from its parts, so that it can lead nowhere else:
 * a path that starts with two slashes would be another site's address.
 */
export function localPath(request: Request): string {
  const referrer = request.headers.get('Referer') ?? '';
  if (!URL.canParse(referrer)) return '/';
  const {host, pathname, search} = new URL(referrer);
  if (host !== request.headers.get('Host')) return '/';
  return rebuilt(pathname, search);
}

/** An address as one of our own forms names it, as a path on this site, or `/`. */
export function ownPath(named: unknown): string {
  if (typeof named !== 'string' || !named.startsWith('/') || !URL.canParse(named, 'http://here.invalid')) return '/';
  const {host, pathname, search} = new URL(named, 'http://here.invalid');
  return host === 'here.invalid' ? rebuilt(pathname, search) : '/';
}

const rebuilt = (pathname: string, search: string) => `/${pathname.replace(/^[/\\]+/, '')}${search}`;
