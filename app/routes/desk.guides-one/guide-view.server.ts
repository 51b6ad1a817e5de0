/** A guide as the page of its editor shows it. */
import type {GuideInHand} from '../../domain/guides/change-guides.server.ts';
import {differences, type Difference} from '../../domain/guides/guide-differences.ts';
import {momentInWords} from '../../http/moments.ts';

interface VersionLine {
  id: string;
  name: string;
  facts: string;
  isInUse: boolean;
  /** What it changed against the one before it. */
  differences: Difference[];
}

/** Its published versions, the latest first, each with what it changed. */
export function versionLines({versions, inUse}: GuideInHand): VersionLine[] {
  const published = versions.filter(({state}) => state === 'published');
  return published.map((version, place) => {
    const {id, number, isOwn, publishedBy, publishedAt, changed, guide} = version;
    const before = published[place + 1];
    const who = isOwn ? `Published by ${publishedBy ?? 'somebody'}` : 'Came';
    return {
      id,
      name: isOwn ? `Your version ${number}` : `Version ${number} of Fingerpost`,
      facts: `${who} on ${momentInWords(publishedAt!)}.${changed ? ` ${changed}` : ''}`,
      isInUse: id === inUse?.id,
      differences: before ? differences(before.guide, guide) : [],
    };
  });
}
