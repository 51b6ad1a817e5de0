import type {MetaDescriptor} from '@remix-run/react';

/** The title of a page. Never what a person typed: titles stay in histories and on shared screens. */
export function pageTitle(title: string): MetaDescriptor[] {
  return [{title: title ? `${title} – Fingerpost` : 'Fingerpost'}];
}

interface PageData {
  title: string;
  description?: string;
  /** The one address of the page. */
  canonical?: string;
  /** False for pages that are no use outside the visit, such as results. */
  isIndexed?: boolean;
}

/** For `export const meta = pageMeta`: the loader gives the title and whatever else it has. */
export function pageMeta({data}: {data: unknown}): MetaDescriptor[] {
  const page = data as Partial<PageData> | undefined;
  const descriptors = pageTitle(page?.title ?? '');
  if (page?.description) descriptors.push({name: 'description', content: page.description});
  if (page?.canonical) descriptors.push({tagName: 'link', rel: 'canonical', href: page.canonical});
  if (page?.isIndexed === false) descriptors.push({name: 'robots', content: 'noindex, follow'});
  return descriptors;
}
