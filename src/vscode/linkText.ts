import { l10n, type MarkdownString } from 'vscode';
import { type ListedLink } from '../app/corpusView';
import { isBroken, type SeenLink } from '../app/linkIndex';
import { excerpt } from '../core/annotation/excerpt';
import { LINK_RELATIONS, type LinkRelation } from '../core/annotation/model';
import { once } from '../core/detect/once';
import { type Label } from './labels';
import { appendPlain } from './markdownText';

/** Characters of a passage in a line about a link. */
const QUOTE_CHARACTERS = 90;

/** The relations, as they are chosen. */
export const relationLabels = once((): Record<LinkRelation, Label> => ({
  supports: { label: l10n.t('Supports'), definition: l10n.t('This passage speaks for what the other says.') },
  contradicts: { label: l10n.t('Contradicts'), definition: l10n.t('The two cannot both be right.') },
  'same-claim': { label: l10n.t('Same claim'), definition: l10n.t('Both say the same, each in its own words.') },
  'copied-from': { label: l10n.t('Copied from'), definition: l10n.t('This passage was taken from the other.') },
}));

/** How a passage has to do with the other one: “contradicts”, or “contradicted by” where the other has the link. */
export function relationTextOf({ relation, direction }: Pick<SeenLink, 'relation' | 'direction'>): string {
  const isOut = direction === 'out';
  switch (LINK_RELATIONS.find(known => known === relation)) {
    case 'supports':
      return isOut ? l10n.t('supports') : l10n.t('supported by');
    case 'contradicts':
      return isOut ? l10n.t('contradicts') : l10n.t('contradicted by');
    case 'same-claim':
      return l10n.t('same claim as');
    case 'copied-from':
      return isOut ? l10n.t('copied from') : l10n.t('copied in');
    case undefined:
      return isOut ? relation : l10n.t('linked from');
  }
}

/** What is the matter with a link; empty where nothing is. */
export function linkStateText({ state }: Pick<SeenLink, 'state'>): string {
  switch (state) {
    case 'nowhere':
      return l10n.t('leads to no document of the corpus');
    case 'missing':
      return l10n.t('document is missing');
    case 'lost':
      return l10n.t('passage not found');
    case 'uncertain':
      return l10n.t('place uncertain');
    default:
      return '';
  }
}

/** “contradicted by: Ten boats left”. */
export const linkText = (link: SeenLink): string =>
  l10n.t('{0}: {1}', relationTextOf(link), excerpt(link.quote, QUOTE_CHARACTERS));

/** A link in a line: “contradicted by “Harbour vote”: Ten boats left”. */
export const linkLine = (link: ListedLink): string =>
  [
    l10n.t('{0} “{1}”: {2}', relationTextOf(link), link.title, excerpt(link.quote, QUOTE_CHARACTERS)),
    linkStateText(link),
    link.stored.link.note ?? '',
  ]
    .filter(Boolean)
    .join(' · ');

/** What a row says of its links: the one, or how many there are; and that something is the matter with some. Empty where there is none. */
export function linksText(links: readonly ListedLink[]): string {
  const [first] = links;
  if (!first) return '';
  const broken = links.filter(isBroken).length;
  const all =
    links.length === 1 ? l10n.t('{0} “{1}”', relationTextOf(first), first.title) : l10n.t('{0} links', links.length);
  if (!broken) return all;
  return `${all} (${links.length === 1 ? linkStateText(first) : l10n.t('{0} to check', broken)})`;
}

/** So many links have a line of their own in a hover: what is said of the passage itself is to be seen below them. */
const MOST_LINES = 5;

/** A line for each link, in which articles' words are text and never markup; those that are broken come first. */
export function appendLinks(markdown: MarkdownString, links: readonly ListedLink[]): void {
  const ordered = [...links.filter(isBroken), ...links.filter(link => !isBroken(link))];
  for (const link of ordered.slice(0, MOST_LINES)) {
    markdown.appendMarkdown(`\n\n$(${linkIcon(link)}) `);
    appendPlain(markdown, linkLine(link));
  }
  if (ordered.length <= MOST_LINES) return;
  markdown.appendMarkdown('\n\n');
  const left = ordered.length - MOST_LINES;
  appendPlain(markdown, left === 1 ? l10n.t('1 more link') : l10n.t('{0} more links', left));
}

export const linkIcon = (link: Pick<SeenLink, 'state' | 'direction'>): string =>
  isBroken(link) ? 'warning' : link.direction === 'out' ? 'link' : 'references';
