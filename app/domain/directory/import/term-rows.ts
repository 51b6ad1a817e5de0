import {slugFrom} from '../../../../db/slug.ts';
import {uuidFrom} from '../../../../db/uuid.ts';
import type {ImportedTerm} from './imported-service.ts';
import type {Collector} from './row-collector.ts';

interface FeedKey {
  id: string;
  key: string;
}

/** The publisher's own terms are kept beside ours, whatever they are about, as taxonomies of the feed. */
export function addTerms(collect: Collector, terms: ImportedTerm[], linkType: LinkType, linkId: string, feed: FeedKey) {
  terms.forEach((term, index) => {
    const taxonomy = term.taxonomy ?? {name: 'Categories', description: null, uri: null, version: null};
    const taxonomyKey = `${feed.key}:${slugFrom(taxonomy.name)}`;
    const taxonomyId = uuidFrom(`taxonomy:${taxonomyKey}`, feed.id);
    collect.add('taxonomies', {id: taxonomyId, key: taxonomyKey, ...taxonomy});
    const key = term.sourceId ?? slugFrom(term.name);
    const termId = (of: string) => uuidFrom(`term:${of}`, taxonomyId);
    const {name, description, uri, parentSourceId} = term;
    collect.add('taxonomy_terms', {
      id: termId(key),
      taxonomy_id: taxonomyId,
      key,
      name,
      description,
      parent_id: parentSourceId && termId(parentSourceId),
      term_uri: uri,
    });
    addAttribute(collect, linkType, linkId, termId(key), index + 1);
  });
}

type LinkType = 'service' | 'organisation' | 'location';

export function addAttribute(collect: Collector, linkType: LinkType, linkId: string, termId: string, rank: number) {
  const id = uuidFrom(`attribute:${termId}`, linkId);
  collect.add('attributes', {id, link_type: linkType, link_id: linkId, taxonomy_term_id: termId, rank});
}
