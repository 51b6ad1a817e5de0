import type {Config} from '../config.server.ts';

/** True when visitors reach the site over https, so that cookies may say so. */
export function isSecure(config: Config): boolean {
  return config.publicUrl?.startsWith('https:') ?? false;
}

/** The address of the site as visitors see it, without a slash at the end. */
export function siteAddress(config: Config, request: Request): string {
  return config.publicUrl ?? new URL(request.url).origin;
}
