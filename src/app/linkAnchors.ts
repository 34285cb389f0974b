import { describeAnchor } from '../core/anchor/describeAnchor';
import { type Anchor, type Link } from '../core/annotation/model';
import { type Analysis } from './analysis';
import { type AnnotationStore } from './annotationStore';
import { type Disposable } from './event';
import { type DocumentLink, type LinkIndex } from './linkIndex';
import { withPassage } from './linking';
import { type ArticleFiles, type DocumentUri } from './ports';

/**
 * Brings the anchors of links up to date once their sidecar was written for another reason: those whose passage reads otherwise by now, or has other text
 * around it, so that they do not fall behind edit by edit until it is not found any more. One that only stands elsewhere stays as it is: a position is a
 * hint, and to keep each up to date would be noise in every commit. No change of a user's, and not to be undone.
 */
export class LinkAnchors implements Disposable {
  private readonly subscription: Disposable;

  constructor(
    private readonly store: AnnotationStore,
    private readonly links: LinkIndex,
    private readonly analysis: Analysis,
    private readonly files: Pick<ArticleFiles, 'read'>,
  ) {
    this.subscription = store.onDidWrite(uri => void this.refresh(uri));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async refresh(document: DocumentUri): Promise<void> {
    for (const stored of this.links.from(document)) {
      const anchor = await this.anchorOf(stored);
      if (!anchor || !isOutOfDate(stored.link, anchor)) continue;
      const { annotation, link: was } = stored;
      // Not one that was changed or removed while its article was read.
      if (!this.links.from(document).includes(stored)) continue;
      await this.store.edit(document, {
        kind: 'link',
        id: annotation.id,
        was,
        link: withPassage(was, { anchor, ...(was.annotation === undefined ? {} : { annotation: was.annotation }) }),
      });
    }
  }

  /** How the passage that a link leads to reads now; undefined where that is not known for certain, or is as it was. */
  private async anchorOf(stored: DocumentLink): Promise<Anchor | undefined> {
    const { to, link } = stored;
    const { state, span } = this.links.placeOf(stored);
    if (to === undefined || !span || (state !== 'moved' && state !== 'exact')) return undefined;
    const annotation = link.annotation === undefined ? undefined : this.store.annotation(to, link.annotation);
    if (annotation) return annotation;
    if (state === 'exact') return undefined;
    const text = this.analysis.openRecord(to)?.text.toString() ?? (await this.textOf(to));
    const place = this.links.placeOf(stored).span;
    if (text === undefined || place?.start !== span.start || place.end !== span.end) return undefined;
    return span.end - span.start < link.quote.length * LEAST_LENGTH ? undefined : describeAnchor(text, span);
  }

  private async textOf(uri: DocumentUri): Promise<string | undefined> {
    const reading = await this.files.read(uri);
    return reading.kind === 'text' ? reading.text : undefined;
  }
}

/** Of a passage whose words were changed, a shorter part may be all that is found: what was linked is not cut down to that. */
const LEAST_LENGTH = 0.9;

/** True where the words are others, or what stood around them is there on neither side. */
function isOutOfDate(link: Link, now: Anchor): boolean {
  const isBefore = now.prefix.endsWith(link.prefix) || link.prefix.endsWith(now.prefix);
  const isBehind = now.suffix.startsWith(link.suffix) || link.suffix.startsWith(now.suffix);
  return now.quote !== link.quote || (!isBefore && !isBehind);
}
