import * as vscode from 'vscode';
import { type AnnotationIndex } from '../../app/annotationIndex';
import { type AnnotationOverview, type ListedLink, rowText } from '../../app/corpusView';
import { type LinkIndex, type SeenLink } from '../../app/linkIndex';
import { type DocumentUri } from '../../app/ports';
import { type SourceIndex, type SourceIndexState } from '../../app/sourceIndex';
import { type ListedLinks } from '../../app/listedLinks';
import { excerpt } from '../../core/annotation/excerpt';
import { withNested } from '../../core/detect/model';
import { naturalOrder } from '../../core/naturalOrder';
import { type Span } from '../../core/text/span';
import { ContextKey } from '../contextKey';
import { spanOfRange } from '../editor/positions';
import { inMarks } from '../labels';
import { linkStateText, linkText } from '../linkText';
import { showInformation, showWarning } from '../messages';
import { labelText } from '../messageText';
import { COMMANDS, CONTEXT_KEYS } from '../names';
import { showQuickPick } from '../quickPick';
import { askAmongMany, askRelation, hasWords, type LinkChoice, passageChoice } from '../pickers/linkPickers';
import { type AnnotationsView } from '../views/annotationsView';
import { type Command } from './command';
import { type GoToPassage } from './goToPassage';
import {
  annotatedPassage,
  type LinkedPassage,
  type LinkingParts,
  passageAtCursor,
  passageIn,
  textOf,
} from './linkEnds';
import { annotationReferenceIn, articleEditor, passageReferenceIn } from './references';
import { repairLink } from './repairLink';
import { showPassage } from './sources';
import { changeLink, linkPassages, removeLink } from './writeLink';

/** What the commands of links work with. */
export interface LinkCommandParts extends LinkingParts {
  readonly links: LinkIndex;
  readonly listed: ListedLinks;
  readonly index: AnnotationIndex;
  readonly sourceIndex: Pick<SourceIndex, 'state' | 'onDidChange'>;
  readonly annotations: AnnotationsView;
  readonly goToPassage: GoToPassage;
}

/** What the other end of a link is chosen from: a passage, or a document in which one is chosen next. */
type Chosen = { readonly passage: LinkedPassage } | { readonly document: DocumentUri };

/** Characters of the marked passage in the status bar. */
const MARK_CHARACTERS = 40;

/** Links a passage to one of another document, leads along links, and takes them away; all by keyboard. */
export class LinkCommands implements vscode.Disposable {
  private readonly status = vscode.window.createStatusBarItem('pressmark.linkMark', vscode.StatusBarAlignment.Left);
  private readonly hasMark = new ContextKey<boolean>(CONTEXT_KEYS.hasLinkMark);
  private marked: LinkedPassage | undefined;

  constructor(private readonly parts: LinkCommandParts) {
    this.status.name = vscode.l10n.t('Marked for a link');
    this.status.command = COMMANDS.linkMarked;
  }

  readonly commands: readonly Command[] = [
    { id: COMMANDS.linkPassage, run: argument => this.link(argument) },
    { id: COMMANDS.markForLink, run: argument => this.mark(argument) },
    { id: COMMANDS.linkMarked, run: argument => this.linkMarked(argument) },
    { id: COMMANDS.goToLinked, run: argument => this.goToLinked(argument) },
    { id: COMMANDS.changeLink, run: argument => this.change(argument) },
    { id: COMMANDS.repairLink, run: argument => this.repair(argument) },
    { id: COMMANDS.removeLink, run: argument => this.remove(argument) },
  ];

  dispose(): void {
    this.status.dispose();
  }

  private async link(argument: unknown): Promise<void> {
    const from = await this.passageMeant(argument);
    if (!from) return;
    const relation = await askRelation(from.quote, undefined);
    if (!relation) return;
    const to = await this.askOther(from);
    if (to) await linkPassages(this.parts, from, to, { relation });
  }

  /** The first of two steps for a passage that is easier found than described. */
  private async mark(argument: unknown): Promise<void> {
    const passage = await this.passageMeant(argument);
    if (passage) this.setMark(passage);
  }

  private async linkMarked(argument: unknown): Promise<void> {
    const from = this.marked && this.current(this.marked);
    if (!from) {
      void showInformation(vscode.l10n.t('Mark a passage first: Pressmark: Mark Passage for a Link.'));
      return;
    }
    const to = await this.passageMeant(argument);
    if (!to) return;
    if (to.document === from.document) {
      void showInformation(
        vscode.l10n.t('A link leads to another document. Go to the passage there, and link it to the marked one.'),
      );
      return;
    }
    const relation = await askRelation(from.quote, to.quote);
    if (relation && (await linkPassages(this.parts, from, to, { relation }))) this.setMark(undefined);
  }

  private async goToLinked(argument: unknown): Promise<void> {
    const link = await this.linkMeant(argument, vscode.l10n.t('Go to Linked Passage'));
    if (link) await this.show(link, false);
  }

  private async change(argument: unknown): Promise<void> {
    const link = await this.linkMeant(argument, vscode.l10n.t('Change Relation'));
    if (!link) return;
    const { document, annotation, link: stored } = link.stored;
    const relation = await askRelation(annotation.quote, stored.quote, stored.relation);
    if (relation && relation !== stored.relation)
      await changeLink(this.parts, document, annotation, stored, { ...stored, relation });
  }

  private async repair(argument: unknown): Promise<void> {
    const link = await this.linkMeant(argument, vscode.l10n.t('Repair Link'));
    const to = isLinkRow(argument) && typeof argument.to === 'string' ? argument.to : undefined;
    if (link) await repairLink(this.parts, link, to, document => this.askPassage(document));
  }

  private async remove(argument: unknown): Promise<void> {
    const link = await this.linkMeant(argument, vscode.l10n.t('Remove Link'));
    if (!link) return;
    const { document, annotation, link: stored } = link.stored;
    await removeLink(this.parts, document, annotation, stored);
  }

  /** Shows the other end of a link. */
  async show(link: SeenLink, preserveFocus: boolean): Promise<void> {
    const { goToPassage, links } = this.parts;
    if (link.document !== undefined && link.annotation !== undefined) {
      await goToPassage.show({ document: link.document, id: link.annotation }, preserveFocus);
      return;
    }
    if (link.document === undefined || link.state === 'nowhere' || link.state === 'missing') {
      await this.sayBroken(link);
      return;
    }
    // What is open is known to the letter.
    await vscode.workspace.openTextDocument(vscode.Uri.parse(link.document)).then(undefined, () => undefined);
    const { span } = links.placeOf(link.stored);
    if (span) await showPassage({ document: link.document, ...span }, preserveFocus);
    else await this.sayBroken(link);
  }

  private async sayBroken(link: SeenLink): Promise<void> {
    const [repair, openSidecar] = [vscode.l10n.t('Repair…'), vscode.l10n.t('Open Sidecar')];
    const { annotation, document, link: stored } = link.stored;
    const why = linkStateText(link) || vscode.l10n.t('passage not found');
    const words = inMarks(stored.quote);
    const message = vscode.l10n.t('This link leads nowhere now ({0}): {1} in {2}', why, words, stored.document);
    const chosen = await showWarning(message, repair, openSidecar);
    if (chosen === repair) await this.repair({ kind: 'link', link });
    if (chosen === openSidecar)
      await vscode.commands.executeCommand(COMMANDS.openSidecar, { document, id: annotation.id });
  }

  private setMark(passage: LinkedPassage | undefined): void {
    this.marked = passage;
    this.hasMark.set(passage !== undefined);
    if (!passage) {
      this.status.hide();
      return;
    }
    const words = excerpt(passage.quote, MARK_CHARACTERS);
    this.status.text = `$(link) ${labelText(words)}`;
    this.status.tooltip = vscode.l10n.t(
      'Marked for a link. Go to the other passage, and click here or use Link Marked Passage to This One.',
    );
    this.status.accessibilityInformation = { label: vscode.l10n.t('Marked for a link: {0}', words) };
    this.status.show();
  }

  /** A marked passage as it is by now: it may have been tagged, or removed. */
  private current(marked: LinkedPassage): LinkedPassage | undefined {
    if (!marked.annotation) return marked;
    return annotatedPassage(this.parts, { document: marked.document, id: marked.annotation.id });
  }

  /** The passage that a command means: the row's it was called on, that of the view's focused row, else the one at the cursor. Says so where there is none. */
  private async passageMeant(argument: unknown): Promise<LinkedPassage | undefined> {
    const overview = await this.rowMeant(argument);
    const reference = overview
      ? { document: overview.document, id: overview.annotation.id }
      : annotationReferenceIn(argument);
    const passage = reference ? annotatedPassage(this.parts, reference) : passageAtCursor(this.parts);
    if (!passage)
      void showInformation(
        vscode.l10n.t(
          'There is no passage here to link. Put the cursor in one, or select an annotation in the annotations view.',
        ),
      );
    return passage;
  }

  /** By the view's key, the row that has the focus. */
  private async rowMeant(argument: unknown): Promise<AnnotationOverview | undefined> {
    const isKey = typeof argument === 'object' && argument !== null && 'row' in argument && argument.row === 'focused';
    if (!isKey) return undefined;
    await vscode.commands.executeCommand('list.selectAndPreserveFocus');
    const node = this.parts.annotations.selected;
    if (node?.kind === 'annotation') return node.overview;
    return node?.kind === 'link' ? node.row.overview : undefined;
  }

  /** The link that a command means: that of its row, the only one of the annotation, or one that is chosen. */
  private async linkMeant(argument: unknown, title: string): Promise<ListedLink | undefined> {
    if (isLinkRow(argument)) return argument.link;
    const overview = await this.rowMeant(argument);
    const selected = this.parts.annotations.selected;
    if (overview && selected?.kind === 'link') return selected.link;
    const links = overview?.links ?? this.linksMeant(argument);
    if (links.length === 0) {
      void showInformation(vscode.l10n.t('There is no link here. Put the cursor in a passage that is linked.'));
      return undefined;
    }
    if (links.length === 1) return links[0];
    const items = links.map(link => ({
      label: labelText(linkText(link)),
      description: [link.title, linkStateText(link)].filter(Boolean).join(' · '),
      link,
    }));
    const chosen = await showQuickPick(items, {
      title,
      placeHolder: vscode.l10n.t('Which link?'),
      matchOnDescription: true,
    });
    return chosen?.link;
  }

  /** The links of the annotation that is named, else of all that stands at the place that is named, or at the cursor. */
  private linksMeant(argument: unknown): readonly ListedLink[] {
    const { analysis, store, listed } = this.parts;
    const reference = annotationReferenceIn(argument);
    if (reference) {
      const annotation = store.annotation(reference.document, reference.id);
      return annotation ? listed.of(reference.document, annotation) : [];
    }
    const place = passageReferenceIn(argument);
    if (place) {
      const record = analysis.openRecord(place.document);
      return record ? listed.at(record, place.start) : [];
    }
    const article = articleEditor(analysis);
    return article
      ? listed.at(article.record, spanOfRange(article.editor.document, article.editor.selection).start)
      : [];
  }

  /** Asks for the other end: the marked passage and what the trace finds first, then any annotation, then any document. */
  private async askOther(from: LinkedPassage): Promise<LinkedPassage | undefined> {
    const chosen = await askAmongMany<Chosen>(
      {
        title: vscode.l10n.t('Link to…'),
        placeholder: vscode.l10n.t('A passage, or a document to choose one in. Type words to find it'),
      },
      {
        find: () => this.candidates(from),
        notice: () => noticeText(this.parts.sourceIndex.state),
        onDidChange: this.parts.sourceIndex.onDidChange,
      },
      (words, most) => [...this.annotationChoices(from, words, most), ...this.documentChoices(from, words, most)],
    );
    if (!chosen) return undefined;
    return 'passage' in chosen ? chosen.passage : this.askPassage(chosen.document);
  }

  /** The marked passage, and where the trace finds the same quote or a figure of the same thing. */
  private async candidates(from: LinkedPassage): Promise<readonly LinkChoice<Chosen>[]> {
    const { sources } = this.parts;
    const marked = this.marked && this.current(this.marked);
    const found: LinkChoice<Chosen>[] = [];
    const add = (icon: string, passage: LinkedPassage): void => {
      if (this.isReachable(from.document, passage.document))
        found.push(passageChoice(icon, passage.quote, this.titleOf(passage.document), { passage }));
    };
    if (marked) add('pin', marked);
    const marks = found.length;
    if (from.span) {
      const offset = from.span.start;
      const traced = await sources.traceAt(from.document, offset);
      for (const { article, trace } of traced?.traces ?? [])
        add('quote', passageIn(this.parts, article.uri, article.text, trace.span));
      const compared = await this.comparedIn(from.document, from.span);
      for (const { article, comparison } of compared)
        add('symbol-number', passageIn(this.parts, article.uri, article.text, comparison.b.claim));
    }
    return [
      ...group(vscode.l10n.t('marked'), found.slice(0, marks)),
      ...group(vscode.l10n.t('same quote or figure'), found.slice(marks)),
    ];
  }

  /** Figures of other documents that are of the same thing as one within the passage. */
  private async comparedIn(document: DocumentUri, { start, end }: Span) {
    const article = await this.parts.sources.article(document);
    const claims = article?.claims.filter(claim => claim.start < end && start < claim.end) ?? [];
    const compared = await Promise.all(
      claims.slice(0, MOST_COMPARED).map(claim => this.parts.sources.compareAt(document, claim.start)),
    );
    return compared.flatMap(found => found?.others ?? []);
  }

  private annotationChoices(
    from: LinkedPassage,
    words: readonly string[],
    most: number,
  ): readonly LinkChoice<Chosen>[] {
    const choices: LinkChoice<Chosen>[] = [];
    for (const { document, annotation, title } of this.parts.index.all) {
      if (choices.length >= most) break;
      if (!hasWords(`${annotation.quote} ${title}`, words) || !this.isReachable(from.document, document)) continue;
      const passage = annotatedPassage(this.parts, { document, id: annotation.id });
      if (passage) choices.push(passageChoice('bookmark', rowText(annotation), title, { passage }));
    }
    return group(vscode.l10n.t('annotations'), choices);
  }

  /** Those that are shown are put in order, not all of a large corpus. */
  private documentChoices(from: LinkedPassage, words: readonly string[], most: number): readonly LinkChoice<Chosen>[] {
    const choices: (LinkChoice<Chosen> & { readonly description: string })[] = [];
    for (const { uri, path, missing } of this.parts.corpus.eachDocument()) {
      if (choices.length >= most) break;
      const title = this.titleOf(uri);
      if (missing || !hasWords(`${path} ${title}`, words) || !this.isReachable(from.document, uri)) continue;
      choices.push({
        label: `$(file-text) ${labelText(title)}`,
        description: labelText(path),
        value: { document: uri },
      });
    }
    choices.sort((a, b) => naturalOrder(a.description, b.description));
    return group(vscode.l10n.t('a passage in another document'), choices);
  }

  /** Asks for a passage of a document: its annotations, quotes and figures. */
  private async askPassage(document: DocumentUri): Promise<LinkedPassage | undefined> {
    const { sources, store } = this.parts;
    const article = await sources.article(document);
    const text = await textOf(this.parts, document);
    if (!article || text === undefined) return undefined;
    const annotated = store.annotations(document).flatMap(({ id }) => {
      const passage = annotatedPassage(this.parts, { document, id });
      return passage ? [passageChoice('bookmark', passage.quote, '', passage)] : [];
    });
    const choiceOf = (icon: string) => (span: Span) => {
      const passage = passageIn(this.parts, document, text, span);
      return passageChoice(icon, passage.quote, '', passage);
    };
    const quotes = withNested(article.quotes)
      .filter(({ boilerplate }) => !boilerplate)
      .map(choiceOf('quote'));
    const claims = article.claims.filter(({ boilerplate }) => !boilerplate).map(choiceOf('symbol-number'));
    const items = [
      ...group(vscode.l10n.t('annotations'), annotated),
      ...group(vscode.l10n.t('quotes'), quotes),
      ...group(vscode.l10n.t('figures'), claims),
    ];
    const chosen = await showQuickPick(items, {
      title: vscode.l10n.t('Link to a passage of “{0}”', this.titleOf(document)),
      placeHolder: vscode.l10n.t(
        'For any other passage: mark this one, go there, and use Link Marked Passage to This One',
      ),
    });
    return chosen?.value;
  }

  /** True for another document to which a path leads. */
  private isReachable(from: DocumentUri, to: DocumentUri): boolean {
    const { corpus } = this.parts;
    return from !== to && corpus.placeOf(from)?.folder === corpus.placeOf(to)?.folder;
  }

  private titleOf(document: DocumentUri): string {
    return this.parts.index.titleOf(document);
  }
}

/** Why the trace may find more in a moment; undefined where it knows all. */
function noticeText({ kind }: SourceIndexState): string | undefined {
  return kind === 'reading' || kind === 'grouping'
    ? vscode.l10n.t(
        'Sources are still being read, so more may come. Choose a passage or a document, or type words to find it',
      )
    : undefined;
}

/** So many figures of one passage are compared: a paragraph may be full of them. */
const MOST_COMPARED = 8;

const group = <T>(label: string, choices: readonly LinkChoice<T>[]): readonly LinkChoice<T>[] =>
  choices.length ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices] : [];

const isLinkRow = (argument: unknown): argument is { readonly link: ListedLink; readonly to?: unknown } =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && argument.kind === 'link';
