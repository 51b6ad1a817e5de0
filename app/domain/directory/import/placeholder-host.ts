/** Hosts that stand in forms and examples, and in feeds where nobody filled them in. */
const PLACEHOLDERS = new Set([
  'example.com',
  'example.org',
  'example.net',
  'example.edu',
  'example.co.uk',
  'domain.com',
  'mydomain.com',
  'yourdomain.com',
  'website.com',
  'yourwebsite.com',
  'mysite.com',
  'test.com',
  'placeholder.com',
  'url.com',
]);

/** `.example` itself is not among them: demonstration feeds use it on purpose. */
export function isPlaceholderHost(host: string): boolean {
  const plain = host.toLowerCase().replace(/^www\d?\./, '');
  const lastTwo = plain.split('.').slice(-2).join('.');
  return PLACEHOLDERS.has(plain) || PLACEHOLDERS.has(lastTwo) || /(^|\.)(localhost|invalid|test|local)$/.test(plain);
}
